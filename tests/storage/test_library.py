# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Evidence: added once, linked to answers, found again, and never shown as whole when it is not."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from desktop.models.certificate_numbers import CertificateCopyError
from desktop.models.changes import Op
from desktop.models.day_checks import DayNotComeError, DaysCrossedError
from desktop.models.errors import CancelledError
from desktop.models.records import Assessment, FileState, Strength
from desktop.services.evidence_details import EvidenceDetails, FileThereError, NowhereKeptError, UntitledEvidenceError
from desktop.services.evidence_files import NoStoredFileError
from desktop.services.evidence_intake import FolderGivenError, Prepared, Refused
from desktop.services.evidence_lines import EvidenceState
from desktop.services.evidence_links import NoAssessmentToLinkError
from desktop.services.file_check import UnusableFileError
from desktop.services.library import Library
from desktop.services.targets import Mark
from desktop.storage.evidence_errors import DamagedEvidenceError, EvidenceVanishedError, MissingEvidenceError
from desktop.storage.workbook import Workbook
from tests.storage.faulty_files import FastFiles
from tests.storage.workbooks import CLOCK, create

TODAY = CLOCK.today()  # 22 November 2026


@pytest.fixture
def workbook(tmp_path: Path) -> Iterator[Workbook]:
    workbook, _code = create(tmp_path / "workbook")
    with workbook.db.write(Op.START_ASSESSMENT):
        workbook.db.assessments.save(Assessment("as-0", date(2025, 1, 1), "A", "2023.1"))
        workbook.db.assessments.save(Assessment("as-1", date(2026, 1, 1), "A", "2023.1"))
    yield workbook
    workbook.close(backup=False)


@pytest.fixture
def library(workbook: Workbook) -> Library:
    return Library(workbook, CLOCK, FastFiles())


def quietly(_done: int, _total: int, _label: str) -> None:
    """Nobody listens."""


def prepared(library: Library, path: Path, text: str = "A policy.") -> Prepared:
    path.write_text(text)
    (made,) = library.prepare([path], quietly)
    assert isinstance(made, Prepared)
    return made


def added(library: Library, path: Path, text: str = "A policy.", *, review_by: date | None = None) -> str:
    made = prepared(library, path, text)
    return library.record([made], [EvidenceDetails(made.title, review_by=review_by)]).ids[0]


def test_files_are_prepared_apart_recorded_together_and_undone_at_once(
    library: Library, workbook: Workbook, tmp_path: Path
) -> None:
    (tmp_path / "Lone_working note.txt").write_text("We go in pairs.")
    (tmp_path / "list.csv").write_text("a,b")
    (tmp_path / "scan.pdf").write_bytes(b"not a PDF")
    (tmp_path / "folder").mkdir()
    paths = [tmp_path / name for name in ("Lone_working note.txt", "scan.pdf", "list.csv", "gone.txt", "folder")]
    steps: list[tuple[int, int, str]] = []
    made = library.prepare(paths, lambda *told: steps.append(told))
    assert library.lines() == ()
    assert [type(one) for one in made] == [Prepared, Refused, Prepared, Refused, Refused]
    refused = [one for one in made if isinstance(one, Refused)]
    assert [type(one.error) for one in refused] == [UnusableFileError, EvidenceVanishedError, FolderGivenError]
    assert "scan.pdf is named .pdf but is not a PDF, so it was not added." in str(refused[0].error)
    assert [done for done, _, _ in steps] == sorted(done for done, _, _ in steps)
    assert all(done <= total for done, total, _ in steps)

    whole = [one for one in made if isinstance(one, Prepared)]
    recorded = library.record(whole, indicator_id="6.3", strength=Strength.IN_USE)
    assert recorded.added == 2
    assert "list.csv is a spreadsheet" in recorded.notes[0]
    assert [line.title for line in library.lines()] == ["list", "Lone working note"]
    assert {line.supports for line in library.lines()} == {("SA 6.3",)}
    assert [answer.assessment_id for answer in workbook.db.answers.list(indicator_id="6.3")] == ["as-1"]
    assert workbook.db.can_undo() == "Undo: add evidence (2 files)"
    workbook.db.undo()
    assert library.lines() == ()
    assert workbook.db.answers.list(indicator_id="6.3") == ()


def test_a_copy_of_a_dbs_certificate_is_stopped_with_the_reason(library: Library, tmp_path: Path) -> None:
    (tmp_path / "Ann DBS certificate.txt").write_text("Enhanced", encoding="utf-8")
    (refused,) = library.prepare([tmp_path / "Ann DBS certificate.txt"], lambda *_told: None)
    assert isinstance(refused, Refused)
    assert isinstance(refused.error, CertificateCopyError)
    assert library.lines() == ()


def test_a_file_locked_with_a_password_is_marked_so_and_told_before_and_after(library: Library, tmp_path: Path) -> None:
    locked = tmp_path / "agreement.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(locked, encryption=pikepdf.Encryption(owner="owner", user="user"))
    (one,) = library.prepare([locked], lambda _done, _total, _label: None)
    assert isinstance(one, Prepared)
    assert "A commissioner cannot open it, and a pack cannot carry it." in one.note
    recorded = library.record([one], indicator_id="6.3", strength=Strength.IN_USE)
    assert (recorded.notes, recorded.cautions) == ((), (one.note,))
    shown = library.item(recorded.ids[0])
    assert (shown.line.state, shown.line.state.words) == (EvidenceState.LOCKED, "Locked")
    assert shown.line.state.mark is not Mark.TICK
    assert "It counts like a document that is kept elsewhere" in shown.problem


def test_the_same_content_is_not_added_twice(library: Library, tmp_path: Path) -> None:
    first = added(library, tmp_path / "policy.txt")
    again = library.record([prepared(library, tmp_path / "copy of policy.txt")], indicator_id="2.1")
    assert again.ids == (first,)
    assert again.added == 0
    (note,) = again.notes
    assert note.startswith("copy of policy.txt is here already as \u201cpolicy\u201d, so it was not added again.")
    assert note.endswith("It is now used for this indicator too.")
    assert [line.supports for line in library.lines()] == [("SA 2.1",)]


def test_adding_again_leaves_the_strength_that_was_judged(library: Library, tmp_path: Path) -> None:
    made = prepared(library, tmp_path / "policy.txt")
    item = library.record([made], indicator_id="2.1", strength=Strength.OUTSIDE).ids[0]
    library.record([made], indicator_id="2.1", strength=Strength.WORD)
    assert [use.strength for use in library.item(item).used_by] == [Strength.OUTSIDE]


def test_adding_can_be_cancelled_and_leaves_nothing(library: Library, workbook: Workbook, tmp_path: Path) -> None:
    def cancel(done: int, _total: int, _label: str) -> None:
        if done:
            raise CancelledError

    (tmp_path / "policy.txt").write_text("A policy.")
    with pytest.raises(CancelledError):
        library.prepare([tmp_path / "policy.txt"], cancel)
    assert workbook.evidence.names() == frozenset()


def test_what_a_cancelled_adding_copied_leaves_the_store_and_what_was_there_stays(
    library: Library, workbook: Workbook, tmp_path: Path
) -> None:
    def cancel(_done: int, _total: int, label: str) -> None:
        if label == "Adding file 4 of 4":
            raise CancelledError

    waiting = prepared(library, tmp_path / "waits.txt", "It waits to be recorded.")
    paths = [tmp_path / name for name in ("one.txt", "same as waits.txt", "two.txt", "three.txt")]
    for path in paths:
        path.write_text("It waits to be recorded." if "waits" in path.name else path.name)
    with pytest.raises(CancelledError):
        library.prepare(paths, cancel)
    assert workbook.evidence.names() == {workbook.evidence.name_for(waiting.sha256)}
    library.record([waiting])
    assert library.read(library.lines()[0].id) == b"It waits to be recorded."


def test_what_is_pasted_is_kept_and_nothing_is_refused(library: Library) -> None:
    made = library.prepare_bytes("Pasted picture.png", b"\x89PNG of our own making", quietly)
    assert isinstance(made, Prepared)
    item = library.record([made]).ids[0]
    assert library.read(item) == b"\x89PNG of our own making"
    assert library.item(item).can_preview
    assert isinstance(library.prepare_bytes("Pasted text.txt", b"", quietly), Refused)


def test_an_item_says_how_it_stands(library: Library, tmp_path: Path) -> None:
    cases = {
        "a": (date(2026, 11, 21), EvidenceState.LAPSED, "Review was due 21 Nov"),
        "b": (date(2026, 11, 22), EvidenceState.DUE_SOON, "Review by 22 Nov"),
        "c": (date(2027, 2, 20), EvidenceState.DUE_SOON, "Review by 20 Feb 2027"),
        "d": (date(2027, 2, 21), EvidenceState.CURRENT, "Review by 21 Feb 2027"),
    }
    for name, (review_by, _, _) in cases.items():
        item = added(library, tmp_path / f"{name}.txt", name, review_by=review_by)
        library.link("6.11", item, Strength.DOCUMENT)
        library.link("6.3", item, Strength.WORD)
    spare = added(library, tmp_path / "e.txt", "e")
    assert {line.title: (line.review_by, line.state, line.review) for line in library.lines() if line.id != spare} == (
        cases
    )
    assert library.lines()[0].supports == ("SA 6.3", "SA 6.11")
    assert library.lines()[0].strength is Strength.DOCUMENT
    assert library.item(spare).line.state is EvidenceState.NOT_USED
    assert library.counts()[EvidenceState.DUE_SOON] == 2
    assert [line.title for line in library.lines("sa 6.3", EvidenceState.LAPSED)] == ["a"]
    assert [line.title for line in library.lines("E.TXT")] == ["e"]


def test_a_note_says_where_something_is_kept(library: Library) -> None:
    with pytest.raises(NowhereKeptError):
        library.add_note(EvidenceDetails("Complaints book"))
    said = EvidenceDetails("Complaints book", date(2026, 5, 1), None, "blue folder, office")
    item = library.add_note(said, "2.1")
    view = library.item(item)
    assert (view.kept_where, view.line.kind, view.line.states) == (
        "blue folder, office",
        "Note",
        frozenset({EvidenceState.HELD}),
    )
    assert [line.id for line in library.lines("blue")] == [item]
    with pytest.raises(NoStoredFileError):
        library.read(item)


def test_links_are_made_changed_and_taken_away_by_name(library: Library, workbook: Workbook, tmp_path: Path) -> None:
    item = added(library, tmp_path / "policy.txt")
    link = library.link("2.1", item, Strength.DOCUMENT)
    assert library.link("2.1", item, Strength.IN_USE) == link
    assert workbook.db.can_undo() == "Undo: link evidence to SA 2.1"
    library.set_strength(link, Strength.OUTSIDE)
    use = library.item(item).used_by[0]
    assert (use.link_id, use.number, use.strength) == (link, "SA 2.1", Strength.OUTSIDE)
    library.unlink(link)
    assert library.item(item).used_by == ()
    assert workbook.db.can_undo() == "Undo: unlink evidence from SA 2.1"
    workbook.db.undo()
    library.remove(item)
    assert library.lines() == ()
    workbook.db.undo()
    assert [line.supports for line in library.lines()] == [("SA 2.1",)]


def test_without_an_assessment_nothing_is_linked(tmp_path: Path) -> None:
    workbook, _code = create(tmp_path / "workbook")
    try:
        library = Library(workbook, CLOCK, FastFiles())
        made = prepared(library, tmp_path / "policy.txt")
        with pytest.raises(NoAssessmentToLinkError):
            library.record([made], indicator_id="2.1")
        assert library.lines() == ()
        assert library.record([made]).added == 1
    finally:
        workbook.close(backup=False)


def test_a_check_says_what_is_lost_and_adding_the_file_again_mends_it(
    library: Library, workbook: Workbook, tmp_path: Path
) -> None:
    ids = {name: added(library, tmp_path / f"{name}.txt", name) for name in ("whole", "gone", "spoilt")}
    files = {name: workbook.evidence.path_for(workbook.evidence.name_for(sha)) for name, sha in _hashes(workbook)}
    files["gone"].unlink()
    files["spoilt"].write_bytes(files["spoilt"].read_bytes()[:-1])
    steps: list[int] = []
    found = library.check(library.capture_check(), lambda done, _total, _label: steps.append(done))
    assert steps[-1] == 2
    assert [line.title for line in library.record_check(found)] == ["gone", "spoilt"]
    assert library.item(ids["gone"]).line.state is EvidenceState.MISSING
    assert "Add the same file again" in library.item(ids["spoilt"]).problem
    assert not library.item(ids["spoilt"]).can_preview
    with pytest.raises(MissingEvidenceError):
        library.read(ids["gone"])
    with pytest.raises(DamagedEvidenceError):
        library.save_copy(ids["spoilt"], tmp_path / "out.txt")
    assert not (tmp_path / "out.txt").exists()

    mended = library.record([prepared(library, tmp_path / "gone.txt", "gone")])
    assert "its file is whole again" in mended.notes[0]
    assert workbook.db.evidence.get(ids["gone"]).file_state is FileState.STORED
    library.save_copy(ids["whole"], tmp_path / "out.txt")
    assert (tmp_path / "out.txt").read_text() == "whole"


def _hashes(workbook: Workbook) -> list[tuple[str, str]]:
    return [(item.title, item.sha256) for item in workbook.db.evidence.list()]


def test_what_was_prepared_and_given_up_leaves_the_store(library: Library, workbook: Workbook, tmp_path: Path) -> None:
    kept = prepared(library, tmp_path / "kept.txt", "kept")
    library.record([kept])
    workbook.db.undo()  # redo may want its file
    given_up = prepared(library, tmp_path / "given up.txt", "given up")
    library.discard([kept, given_up])
    assert workbook.evidence.names() == {workbook.evidence.name_for(kept.sha256)}


def test_an_item_without_a_file_can_be_given_one_but_a_stored_file_is_never_exchanged(
    library: Library, tmp_path: Path
) -> None:
    item = library.add_note(EvidenceDetails("Complaints book", kept_where="office"), "2.1", Strength.IN_USE)
    library.give_file(item, prepared(library, tmp_path / "book.txt", "scan"))
    assert library.read(item) == b"scan"
    assert library.item(item).line.state is EvidenceState.CURRENT
    assert library.item(item).used_by[0].strength is Strength.IN_USE
    with pytest.raises(FileThereError):
        library.give_file(item, prepared(library, tmp_path / "other.txt", "other"))


def test_what_is_said_of_an_item_is_looked_at(library: Library, workbook: Workbook, tmp_path: Path) -> None:
    item = added(library, tmp_path / "policy.txt")
    with pytest.raises(UntitledEvidenceError):
        library.edit(item, EvidenceDetails("  "))
    with pytest.raises(DayNotComeError):
        library.edit(item, EvidenceDetails("Policy", dated=date(2026, 11, 23)))
    with pytest.raises(DaysCrossedError):
        library.edit(item, EvidenceDetails("Policy", date(2026, 5, 2), date(2026, 5, 1)))
    library.edit(item, EvidenceDetails(" Safeguarding   policy ", date(2026, 5, 1), date(2027, 5, 1)))
    assert library.item(item).line.title == "Safeguarding policy"
    assert len(library.item(item).hash_groups) == 16
    assert workbook.db.can_undo() == "Undo: edit evidence Safeguarding policy"
