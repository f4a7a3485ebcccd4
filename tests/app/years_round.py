# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What becomes of an assessment in a year, chapter by chapter: read, settled, signed off, and begun anew."""

from pathlib import Path

from desktop.ui.widgets.table import DataTable
from tests.app.hands import Hands
from tests.storage.databases import content
from tests.storage.next_version import VERSION, next_version

READER = "Second Example"


class YearsRound:
    """Each method leaves the window where the next begins."""

    def __init__(self, hands: Hands, folder: Path) -> None:
        self.hands, self.stage, self.folder = hands, hands.stage, folder

    def records(self) -> dict[str, list[str]]:
        """Every row of the workbook."""
        return content(self.stage.working.desk._workbook.db)

    def read_a_second_time(self, indicator_id: str, level: int) -> None:
        """Another person judges an indicator; the first judgement is not seen before."""
        hands = self.hands
        hands.click("place-standards")
        hands.click("standards-tab-second-reader")
        hands.type("reader-name", READER)
        table = hands.see(DataTable, "reading-list")
        table.select(indicator_id)
        table.opened.emit(indicator_id)
        hands.settle()
        assert not hands.sees("reading-first")
        hands.click(f"judge-{level}")
        hands.until("reading-first")

    def settle(self, words: str, note: str) -> None:
        """Agree on a judgement, and say why."""
        hands = self.hands
        hands.pick("settle-level", words)
        hands.type("settle-note", note)
        hands.click("settle")

    def sign_off(self) -> None:
        """The trustees sign it off."""
        hands = self.hands
        hands.click("standards-tab-rounds")
        hands.click("round-sign-off")
        hands.type("sign-off-name", "Invented Chair")
        hands.type("sign-off-role", "Chair of trustees")
        hands.type("sign-off-minute", "4.2")
        if hands.sees("sign-off-one-reader"):
            hands.click("sign-off-one-reader")
        hands.click("sign-off-save")

    def bring_in_the_next_version(self) -> None:
        """A file with the next version: looked at, then brought in."""
        hands = self.hands
        hands.click("place-standards")
        hands.click("standards-tab-rounds")
        (self.folder / "next.json").write_text(next_version(), encoding="utf-8")
        hands.choose(self.folder / "next.json")
        hands.click("version-choose")
        hands.until("version-save")
        assert f"Version {VERSION}" in hands.says("version-said")
        hands.click("version-save")

    def start_from_the_last(self) -> None:
        """The next assessment, with the answers of the last."""
        self.hands.click("next-from-last")
        self.hands.until("still-holds")

    def compare(self) -> str:
        """What moved between the two, in words."""
        self.hands.click("standards-tab-compare")
        return self.hands.says("compare-told")

    def undo_to(self, wanted: dict[str, list[str]]) -> int:
        """Ctrl+Z until the records are these; how often it was pressed."""
        for times in range(1, 12):
            self.stage.working.menus.undo.trigger()
            self.hands.settle()
            if self.records() == wanted:
                return times
        return 0
