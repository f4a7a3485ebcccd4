# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The same first hour without a mouse: from an empty home to a signed and checked pack, and undo."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLineEdit, QRadioButton

from desktop.ui.preview.page_strip import SETTLE_MS, PageStrip
from desktop.ui.preview.preview_pane import PreviewPane
from tests.app.fingers import Fingers, Key
from tests.app.stage import Stage, breathe


def test_the_first_hour_by_keys_alone(
    empty_stage: Stage, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    fingers = Fingers(empty_stage)
    secret = make_the_workbook(fingers, tmp_path)
    say_who_we_are(fingers, tmp_path, secret)
    assert fingers.at == "next-step-go"
    judge_for_the_first_time(fingers)
    record_property("keys to the first judgement", fingers.pressed)
    show_and_plan(fingers, tmp_path)
    make_a_pack(fingers, tmp_path, secret)
    record_property("keys to the first pack", fingers.pressed)
    check_it(fingers)
    take_it_back(fingers)
    assert fingers.lost == []


def make_the_workbook(fingers: Fingers, folder: Path) -> str:
    """The words that are offered are kept; the code is typed back from the sheet."""
    assert fingers.at == "make-workbook"
    fingers.press(Key.Key_Return)
    fingers.until_at("first-passphrase")
    offered = fingers.stage.find("first-passphrase")
    assert isinstance(offered, QLineEdit)
    secret = offered.text()
    fingers.push("passphrase-kept")
    fingers.push("step-go")
    fingers.until(lambda: "Keep a recovery sheet" in fingers.words(), "the sheet came")
    groups = fingers.says("recovery-code").split()
    fingers.choose(folder / "sheet.pdf")
    assert fingers.at == "sheet-print"
    fingers.push("sheet-save")
    assert (folder / "sheet.pdf").is_file()
    fingers.push("sheet-ask")
    number = int(fingers.words().partition("What is group ")[2].split()[0])
    fingers.type(groups[number - 1])
    fingers.press(Key.Key_Return)
    (folder / "stick").mkdir()
    fingers.choose(folder / "stick")
    assert fingers.at == "second-place"
    fingers.press(Key.Key_Space)
    return secret


def say_who_we_are(fingers: Fingers, folder: Path, secret: str) -> None:
    """The charity, both keys, one service."""
    assert fingers.at == "organisation-name"
    fingers.type("Harbour Example")
    fingers.tab_to("at-work")
    fingers.type("Ann Example")
    fingers.push("step-go")
    fingers.choose(folder / "stick" / "root.key")
    assert fingers.at == "root-place"
    fingers.press(Key.Key_Space)
    fingers.push("root-written")
    fingers.tab_to("signing-passphrase")
    fingers.type(secret)
    fingers.press(Key.Key_Return)
    fingers.until(lambda: "What do you run?" in fingers.words(), "the services came")
    assert fingers.at == "service-name"
    fingers.type("Harbour programme")
    fingers.push("step-go")
    fingers.until(lambda: fingers.stage.steering.working is not None, "Home came")


def judge_for_the_first_time(fingers: Fingers) -> None:
    """The next step starts the assessment, and the first key is a judgement."""
    fingers.press(Key.Key_Return)
    fingers.until(lambda: fingers.at == "judge-0", "the first judgement waits")
    fingers.press(Key.Key_3)
    assert chosen(fingers) == "judge-3"


def show_and_plan(fingers: Fingers, folder: Path) -> None:
    """Words, evidence, an action, more judgements; and finding a way."""
    fingers.tab_to("narrative")
    fingers.type("Every family is offered support, and the offer is written down.")
    paper = folder / "Support agreement.txt"
    paper.write_text("We agree to offer support.", encoding="utf-8")
    fingers.choose(paper)
    fingers.keys("Ctrl+E")
    fingers.keys("Ctrl+Shift+A")
    assert fingers.at == "add-action-what"
    fingers.type("Ask families what helped")
    fingers.tab_to("add-action-due")
    fingers.type("18 December 2026")
    fingers.press(Key.Key_Return)
    fingers.keys("Alt+Down")
    fingers.press(Key.Key_2)
    fingers.keys("Alt+Down")
    fingers.press(Key.Key_Right)
    fingers.press(Key.Key_Right)
    assert (fingers.at, chosen(fingers)) == ("judge-2", "")
    fingers.press(Key.Key_Space)
    assert chosen(fingers) == "judge-2"
    for key in (Key.Key_0, Key.Key_1, Key.Key_4):
        fingers.keys("Alt+Down")
        fingers.press(key)
    fingers.keys("Alt+Up")
    assert chosen(fingers) == "judge-1"
    fingers.keys("Ctrl+K")
    fingers.type("6.8")
    fingers.press(Key.Key_Return)
    assert "6.8" in fingers.words()
    fingers.tab_to("standards-tree", back=True)
    fingers.press(Key.Key_Down)
    fingers.press(Key.Key_Return)
    assert fingers.at == "judge-0"


def make_a_pack(fingers: Fingers, folder: Path, secret: str) -> None:
    """Chosen, drawn, read to the last page, ticked, signed."""
    (folder / "packs").mkdir()
    fingers.keys("Ctrl+6")
    fingers.push("pack-make")
    assert fingers.at == "pack-made-for"
    fingers.type("Northmere Council")
    fingers.choose(folder / "packs")
    fingers.push("pack-folder")
    fingers.push("pack-draw")
    fingers.until_at("preview_pages")
    for _ in range(4):
        fingers.press(Key.Key_Minus)
    pages, pane = fingers.stage.find("preview_pages"), fingers.stage.find("preview")
    assert isinstance(pages, PageStrip)
    assert isinstance(pane, PreviewPane)
    for _ in range(4 * pane.page_count):
        fingers.until(lambda: all(each.number in pages._images for each in pages._shown()), "the page was drawn")
        breathe(2 * SETTLE_MS)
        if pane.all_seen:
            break
        fingers.press(Key.Key_PageDown)
    assert pane.all_seen
    fingers.push("pack-read-tick")
    fingers.push("pack-go-sign")
    assert fingers.at == "pack-passphrase"
    fingers.type(secret)
    fingers.press(Key.Key_Return)
    fingers.until_at("pack-finish")
    assert fingers.says("verdict-heading") == "The pack is signed, and it is genuine"
    fingers.press(Key.Key_Space)


def check_it(fingers: Fingers) -> None:
    """In Check a pack, from the list of packs."""
    fingers.push("pack-check-again")
    fingers.until(lambda: "No, nothing was changed" in fingers.words(), "it was checked")
    fingers.press(Key.Key_Escape)
    assert "Bids and packs" in fingers.words()


def take_it_back(fingers: Fingers) -> None:
    """Everything since the first run, step by step."""
    desk = fingers.stage.working.desk
    fingers.keys("Ctrl+2")
    assert [line.title for line in desk.library.lines()] == ["Support agreement"]
    assert [line.action.what for line in desk.actions.lines()] == ["Ask families what helped"]
    while (title := desk.can_undo()) and "start assessment" not in title:
        fingers.keys("Ctrl+Z")
    assert not desk.library.lines()
    assert not desk.actions.lines()
    view = desk.assessing.view()
    assert view is not None
    assert view.answered_words.startswith("0 of")
    fingers.keys("Ctrl+Y")
    view = desk.assessing.view()
    assert view is not None
    assert view.answered_words.startswith("1 of")


def chosen(fingers: Fingers) -> str:
    """The judgement that is shown."""
    radios = fingers.stage.shown().findChildren(QRadioButton)
    return next((each.objectName() for each in radios if each.isVisible() and each.isChecked()), "")
