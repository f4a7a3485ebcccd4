# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A pack in the window: its pages can be read before it is signed, and nothing is left of one given up."""

import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop.models.changes import Op
from desktop.models.errors import CancelledError
from desktop.models.verdict import Outcome
from desktop.services.pack_drawing import PackDraft, PackWish
from desktop.services.pack_writing import PackThereError
from desktop.services.packing import Packing
from desktop.services.packs import OtherSignatoryError
from desktop.services.signers import NoSignerError
from desktop.services.signing_desk import SigningDesk
from desktop.services.targets import Place
from desktop.storage.key_store import WrongPassphraseError
from desktop.storage.workbook import Workbook
from tests.storage.charities import PAPER, ROOT_PASSPHRASE, set_up, small_charity
from tests.storage.faulty_files import FastFiles
from tests.storage.workbooks import CLOCK, NEW, OLD, QUICK, create

WISH = PackWish("as-1", made_for="Northmere Council", reference="117")


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workbook]:
    """Shared: no test changes what another one reads."""
    folder = tmp_path_factory.mktemp("packing")
    opened = small_charity(folder / "workbook")
    set_up(opened, folder / "root-key.pem")
    yield opened
    opened.close(backup=False)


@pytest.fixture
def packing(workbook: Workbook) -> Packing:
    return Packing(workbook, CLOCK, FastFiles())


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def in_thread(packing: Packing, wish: PackWish, folder: Path) -> PackDraft:
    captured = packing.capture(wish)
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(packing.draw, captured, folder).result()


def test_a_pack_is_read_then_signed_then_recorded_and_nothing_looks_finished_before(
    tmp_path: Path, workbook: Workbook, packing: Packing
) -> None:
    out = tmp_path / "out"
    draft = in_thread(packing, WISH, out)
    assert not out.exists()
    assert len(PdfReader(BytesIO(draft.pdf)).pages) == draft.pages
    assert "changed since" not in packing.drawn_from(draft)
    with workbook.db.write(Op.EDIT_ORGANISATION):
        workbook.db.organisation.save(workbook.db.organisation.get())
        workbook.db.meta.set("who", "changed")
    assert "They have changed since" in packing.drawn_from(draft)
    with ThreadPoolExecutor(1) as thread:
        with pytest.raises(WrongPassphraseError):
            thread.submit(packing.sign, draft, out, "not this one at all", "Jo").result()
        made = thread.submit(packing.sign, draft, out, OLD, "Jo").result()
    assert made.verdict.outcome is Outcome.GENUINE
    assert packing.checked(made).heading == "This pack is genuine"
    assert packing.made() == ()
    packing.record(made)
    workbook.db.undo()
    (line,) = packing.made()
    assert (line.pack_id, line.sha256, line.read_by) == (made.pack_id, made.sha256, "Jo")
    assert (line.made_for, line.pages, line.folder) == ("Northmere Council", draft.pages, out)
    assert line.is_there
    assert names(out) == {"pack.pdf", "evidence.zip", "root.pem"}
    assert workbook.db.verify_history().whole
    with pytest.raises(PackThereError):
        packing.draw(packing.capture(WISH), out)


def test_the_choices_show_what_may_go_in_and_where_a_weak_point_is_mended(packing: Packing) -> None:
    choices = packing.choices()
    assert (choices.assessment_id, choices.answered) == ("as-1", 1)
    assert [(each.id, each.may_go, each.supports) for each in choices.evidence] == [
        ("ev-2", False, ("SA 1.1",)),
        ("ev-1", True, ("SA 1.1",)),
    ]
    assert choices.size == len(PAPER)
    open_rows = next(point for point in choices.weak if "not answered" in point.words)
    assert (open_rows.target.place, open_rows.target.id) == (Place.STANDARDS, "1.2")
    assert "1.1" not in open_rows.ids


def test_what_is_left_out_stays_out_of_zip_and_pages(tmp_path: Path, packing: Packing) -> None:
    draft = packing.draw(packing.capture(PackWish("as-1", left_out=frozenset({"ev-1"}), figures=False)), tmp_path / "o")
    text = " ".join(" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(draft.pdf)).pages)
    assert "leave the figures about people out of this pack" in text
    made = packing.sign(draft, tmp_path / "o", OLD, "Jo")
    with zipfile.ZipFile(made.evidence[0]) as archive:
        assert archive.namelist() == []


def test_cancelling_at_any_step_leaves_nothing_and_the_draft_still_holds(tmp_path: Path, packing: Packing) -> None:
    out, told = tmp_path / "out", []
    draft = packing.draw(packing.capture(WISH), out, lambda _done, _total, label: told.append(label))
    measuring = told.index("Measuring the evidence, 1 of 1")
    for stop in (1, measuring, measuring + 2, len(told)):
        with pytest.raises(CancelledError):
            packing.draw(packing.capture(WISH), out, stopping_at(stop))
    for stop in (1, 2, 4, 5, 6):
        with pytest.raises(CancelledError):
            packing.sign(draft, out, OLD, "Jo", stopping_at(stop))
        assert not out.exists()
    made = packing.sign(draft, tmp_path / "elsewhere", OLD, "Jo")
    assert names(made.folder) == {"pack.pdf", "evidence.zip", "root.pem"}
    packing.withdraw(made)
    assert not made.folder.exists()


class stopping_at:  # noqa: N801 - reads as a function
    """A step that cancels at the n-th call."""

    def __init__(self, number: int) -> None:
        self.left = number

    def __call__(self, done: int, total: int, label: str) -> None:
        self.left -= 1
        if self.left == 0:
            raise CancelledError


def test_a_pack_that_cannot_be_recorded_goes(tmp_path: Path, workbook: Workbook, packing: Packing) -> None:
    made = packing.sign(packing.draw(packing.capture(WISH), tmp_path / "out"), tmp_path / "out", OLD, "Jo")
    with (
        pytest.raises(RuntimeError, match="write inside write"),
        workbook.db.write(Op.CHANGE_SETTING),
    ):
        packing.record(made)
    assert not (tmp_path / "out").exists()


def test_the_passphrase_of_another_signatory_does_not_sign_under_this_name(
    tmp_path: Path, workbook: Workbook, packing: Packing
) -> None:
    workbook.keys.add_person(OLD, NEW, "Second person", QUICK)
    desk = SigningDesk(workbook, CLOCK, FastFiles())
    asked = desk.ask_to_renew(workbook.layout.folder.with_name("root-key.pem"))
    assert desk.prepare_renewal(asked, NEW, ROOT_PASSPHRASE, 2).signer.signatory == "Authorised signatory 2"
    draft = packing.draw(packing.capture(WISH), tmp_path / "out")
    with pytest.raises(OtherSignatoryError, match="Authorised signatory 2"):
        packing.sign(draft, tmp_path / "out", NEW, "Jo")
    assert packing.sign(draft, tmp_path / "out", OLD, "Jo").verdict.outcome is Outcome.GENUINE


def test_before_signing_is_set_up_there_is_nothing_to_draw_for(tmp_path: Path) -> None:
    with small_charity(tmp_path / "workbook") as workbook, pytest.raises(NoSignerError):
        Packing(workbook, CLOCK, FastFiles()).capture(WISH)


def test_the_passphrase_of_a_practice_charity_is_told_and_a_real_one_never(tmp_path: Path) -> None:
    for name, practice, told in (("practice", True, "one two three"), ("real", False, "")):
        workbook, _code = create(tmp_path / name / "workbook", practice=practice)
        (tmp_path / name / "passphrase.txt").write_text("passphrase: one two three\n", encoding="utf-8")
        with workbook:
            assert Packing(workbook, CLOCK, FastFiles()).practice_passphrase() == told
