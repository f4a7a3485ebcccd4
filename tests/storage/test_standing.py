# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What is kept between saves is always what a fresh reading of the workbook gives."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desktop.models.changes import Op
from desktop.models.records import EvidenceItem, Judgement, Organisation, Strength
from desktop.models.workforce.people import Person, held
from desktop.models.workforce.supervision import SupervisionSession, SupervisionState
from desktop.models.workforce.training import TrainingRecord as Training
from desktop.services.desk import Desk
from desktop.services.standing import Now, current_catalogue, workforce_now
from desktop.services.workforce_records import WorkforceRecords, read_workforce
from desktop.storage.workbook import Workbook
from tests.storage.desks import MANAGER, desk_of, named_workbook
from tests.storage.workbooks import CLOCK

TODAY = CLOCK.today()


def acts(desk: Desk, workbook: Workbook) -> list[Callable[[], object]]:
    """One act on each kind of record, adding, changing and removing."""
    db, assessing = workbook.db, desk.assessing

    def save(op: Op, *writes: Callable[[], None]) -> None:
        with db.write(op):
            for write in writes:
                write()

    person, item = Person("pe-1", "P1", "Ann Example", held("FAC")), EvidenceItem("ev-1", "Policy")
    session = SupervisionSession("su-1", "pe-1", "SV1", TODAY, SupervisionState.HELD)
    return [
        lambda: save(Op.ADD_PERSON, lambda: db.people.save(person)),
        lambda: save(Op.EDIT_PERSON, lambda: db.people.save(replace(person, roles=held("FAC", "VSW")))),
        lambda: save(Op.RECORD_TRAINING, lambda: db.training.save(Training("tr-1", "pe-1", "T01", TODAY))),
        lambda: save(Op.RECORD_SUPERVISION, lambda: db.supervision.save(session)),
        lambda: save(Op.ADD_EVIDENCE, lambda: db.evidence.save(item)),
        lambda: assessing.link("6.3", "ev-1", Strength.IN_USE),
        lambda: save(Op.EDIT_EVIDENCE, lambda: db.evidence.save(replace(item, title="Another"))),
        lambda: assessing.judge("6.3", Judgement.IN_PLACE),
        lambda: assessing.write("6.4", "Words"),
        lambda: desk.actions.add("6.3", "Do it"),
        lambda: desk.actions.finish(desk.actions.lines()[0].action.id),
        lambda: save(Op.EDIT_ORGANISATION, lambda: db.organisation.save(Organisation("Other Example"))),
        lambda: save(Op.REMOVE_SERVICE, lambda: db.services.remove("se-1")),
        lambda: save(
            Op.EDIT_ASSESSMENT, lambda: db.assessments.save(replace(db.assessments.list()[-1], assessor="Other"))
        ),
        lambda: save(Op.REMOVE_EVIDENCE, lambda: db.evidence.remove("ev-1")),
        lambda: save(Op.REMOVE_PERSON, lambda: db.people.remove("pe-1")),
    ]


def test_after_every_act_and_every_undo_what_is_kept_is_as_if_read_anew(tmp_path: Path) -> None:
    workbook = named_workbook(tmp_path / "w")
    with desk_of(workbook) as desk:
        desk.rounds.starting.fresh(MANAGER)
        steps, unseen = acts(desk, workbook), 0
        for step in [*steps, *[desk.undo] * len(steps), *[desk.redo] * len(steps), desk.undo]:
            before = desk.assessing.standing()
            step()
            after = desk.assessing.standing()
            unseen += after == before
            assert after == Now(workbook.db).standing(TODAY)
            force = workforce_now(workbook.db, TODAY)
            assert force == read_workforce(workbook.db).on(current_catalogue(workbook.db), TODAY)
            assert force is workforce_now(workbook.db, TODAY), "read once, and kept until something is saved"
        assert unseen == 3, "only evidence that nothing rests on changes nothing: added, taken back, added again"
        assert [person.name for person in workbook.db.people.list()] == ["Ann Example"]
        workbook.db.erase_person("pe-1")
        kept = desk.assessing.standing()
        assert kept == Now(workbook.db).standing(TODAY)
        assert kept is not None
        assert kept.records.workforce == WorkforceRecords()
        assert workforce_now(workbook.db, TODAY).people == ()
