# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A pack of a signed-off round: the same bytes whatever became of the records since, and a plain refusal otherwise."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop.models.changes import Op
from desktop.models.records import CatalogueVersion, Judgement, Organisation, Service, ServiceType
from desktop.models.workforce.people import Person, held
from desktop.services.desk import Desk
from desktop.services.pack_drawing import OtherDayError, PackWish, SignedFilesLostError
from desktop.services.rounds.frozen_text import FrozenAlteredError, FrozenErasedError
from desktop.services.rounds.signing_off import SigningOff
from desktop.storage.workbook import Workbook
from desktop.support.catalogue_file import newest
from desktop.support.clock import Clock
from desktop.support.resources import resource
from tests.storage.charities import set_up, small_charity
from tests.storage.faulty_files import FastFiles
from tests.storage.workbooks import CLOCK, OLD, later

WISH = PackWish("as-1", made_for="Northmere Council", reference="117")
SIGNED = SigningOff("Invented Chair", "Chair of trustees", date(2026, 11, 20), "4.2", one_reader=True)


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Workbook]:
    """A small charity that can sign, and whose round is signed off."""
    found = small_charity(tmp_path / "workbook")
    set_up(found, tmp_path / "root-key.pem")
    desk(found).rounds.sign_offs.sign_off(SIGNED)
    yield found
    found.close(backup=False)


def desk(workbook: Workbook, clock: Clock = CLOCK) -> Desk:
    return Desk(workbook, clock, FastFiles())


def drawn(workbook: Workbook, clock: Clock = CLOCK, wish: PackWish = WISH) -> bytes:
    packing = desk(workbook, clock).packing
    return packing.draw(packing.capture(wish), workbook.layout.folder / "nowhere").pdf


def words(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def change_everything(workbook: Workbook) -> None:
    """What years do to records: another wording of the same version, evidence, staff, the charity, the next round."""
    db = workbook.db
    other = json.loads(newest(resource("catalogue")).read_text("utf-8"))
    other["indicators"][0]["text"] = "Something else altogether."
    with db.write(Op.IMPORT_RECORDS):
        db.catalogues.save(CatalogueVersion(other["version"], "", date(2027, 1, 1), json.dumps(other)))
        db.organisation.save(Organisation("Another Name"))
        db.services.save(replace(db.services.get("se-1"), name="Another Service", weeks=4))
        db.evidence.save(replace(db.evidence.get("ev-2"), title="Another title", review_by=date(2026, 1, 1)))
        db.evidence.remove("ev-1")
        db.people.save(Person("pe-2", "P2", "Another Example", held("lead"), date(2020, 1, 1)))
        db.people.save(replace(db.people.get("pe-1"), left=date(2026, 11, 21)))
    later_desk = desk(workbook, later(days=30))
    later_desk.rounds.starting.from_last("B. Manager")
    later_desk.assessing.judge("1.1", Judgement.NOT_IN_PLACE)


def test_a_signed_off_round_gives_the_same_unsigned_pack_after_everything_changed(workbook: Workbook) -> None:
    before = drawn(workbook)
    change_everything(workbook)
    assert drawn(workbook, later(days=200)) == before
    assert "signed off on 20 November 2026 by: Chair of trustees, minute 4.2" in words(before)
    assert "Invented Chair" not in words(before)


def test_the_pack_says_once_the_sign_off_has_lapsed(workbook: Workbook) -> None:
    assert "has lapsed" not in words(drawn(workbook, later(days=363)))
    assert "It ended on 20 November 2027, 12 months after it was signed off" in words(drawn(workbook, later(days=364)))


def test_a_pack_drawn_before_the_sign_off_says_that_there_is_none(tmp_path: Path) -> None:
    with small_charity(tmp_path / "open") as workbook:
        set_up(workbook, tmp_path / "key.pem")
        assert "records no sign-off" in words(drawn(workbook))


def test_after_an_erasure_it_is_refused_and_says_why(workbook: Workbook) -> None:
    with workbook.db.write(Op.ADD_PERSON):
        workbook.db.people.save(Person("pe-9", "P9", "Joined Later", held("lead"), date(2026, 11, 21)))
    workbook.db.erase_person("pe-9")
    drawn(workbook)
    workbook.db.erase_person("pe-1")
    with pytest.raises(FrozenErasedError, match="someone who was erased since"):
        drawn(workbook)


def test_it_is_judged_as_at_its_sign_off_alone(workbook: Workbook) -> None:
    assert drawn(workbook, wish=replace(WISH, as_at=SIGNED.signed_on))
    with pytest.raises(OtherDayError, match="20 November 2026"):
        drawn(workbook, wish=replace(WISH, as_at=date(2026, 11, 21)))


def test_a_file_lost_since_is_told_and_the_pack_can_go_without_it(workbook: Workbook) -> None:
    without = replace(WISH, left_out=frozenset({"ev-1"}))
    before = drawn(workbook, wish=without)
    stored = workbook.db.evidence.get("ev-1").sha256
    workbook.evidence.path_for(workbook.evidence.name_for(stored)).unlink()
    with pytest.raises(SignedFilesLostError, match="Minutes"):
        drawn(workbook)
    assert drawn(workbook, wish=without) == before


def test_the_same_pack_can_be_signed_twice_and_both_are_kept(workbook: Workbook, tmp_path: Path) -> None:
    packing = desk(workbook).packing
    for name in ("one", "two"):
        draft = packing.draw(packing.capture(WISH), tmp_path / name)
        packing.record(packing.sign(draft, tmp_path / name, OLD, "Jo"))
    one, two = packing.made()
    assert one.pack_id == two.pack_id
    assert {one.folder, two.folder} == {tmp_path / "one", tmp_path / "two"}


def test_what_was_frozen_is_held_against_its_hash(workbook: Workbook) -> None:
    connection = workbook.db._connection
    connection.run("DROP TRIGGER guard_closed_sign_off_update")
    with workbook.db.write(Op.IMPORT_RECORDS):
        (signed,) = workbook.db.sign_offs.list()
        workbook.db.sign_offs.save(replace(signed, frozen=signed.frozen.replace("Minutes", "Forgery")))
    with pytest.raises(FrozenAlteredError, match="not as it was"):
        drawn(workbook)


def test_where_services_differ_the_pack_says_so(tmp_path: Path) -> None:
    with small_charity(tmp_path / "open") as workbook:
        set_up(workbook, tmp_path / "key.pem")
        with workbook.db.write(Op.ADD_SERVICE):
            workbook.db.services.save(Service("se-2", "Quay", ServiceType.BEHAVIOUR_CHANGE))
        desk(workbook).assessing.judge_for("1.1", "se-2", Judgement.BEING_DEVELOPED)
        said = words(drawn(workbook))
        assert "By service: Quay 1; Turning Point 3. The weakest decides." in said


def test_what_may_go_in_is_what_was_signed_off(workbook: Workbook) -> None:
    packing = desk(workbook).packing
    before = packing.choices("as-1")
    assert (before.signed_off, before.figures) == (SIGNED.signed_on, True)
    draft = packing.draw(packing.capture(WISH), workbook.layout.folder / "nowhere")
    assert packing.drawn_from(draft) == "Drawn from what was signed off on 20 November 2026."
    change_everything(workbook)
    after = packing.choices("as-1")
    assert (
        [one.title for one in after.evidence]
        == [one.title for one in before.evidence]
        == ["Lease of the office", "Minutes"]
    )
    assert packing.still_holds(draft, WISH)
    assert packing.choices().signed_off is None


def test_pages_that_were_drawn_before_it_was_reopened_are_to_be_drawn_again(workbook: Workbook) -> None:
    at_work = desk(workbook)
    draft = at_work.packing.draw(at_work.packing.capture(WISH), workbook.layout.folder / "nowhere")
    at_work.rounds.sign_offs.reopen("A figure was wrong.")
    assert not at_work.packing.still_holds(draft, WISH)
    assert "reopened since" in at_work.packing.drawn_from(draft)
