# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a manager does in the first hour, chapter by chapter, with the practice inputs on the desk."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QAbstractButton

from desktop.models.dates import long_date
from desktop.models.records import Strength
from desktop.models.results import Result
from desktop.services.action_plan import Show
from desktop.ui.preview.preview_pane import PreviewPane
from tests.app.given_inputs import Inputs, Paper
from tests.app.hands import Hands, wait

PLANNED = {"1", "5", "7"}  # the standards whose actions are typed in too; of the others the judgements are enough
SECRET = "purple lantern orchard"


def day(iso: str | None) -> str:
    """A day as a person types it."""
    return long_date(date.fromisoformat(iso)) if iso else ""


def _more(pane: PreviewPane, shown: int) -> bool:
    return len(pane.seen) > shown


class FirstHour:
    """Each method is a chapter and leaves the window where the next begins."""

    def __init__(self, hands: Hands, inputs: Inputs, folder: Path) -> None:
        self.hands, self.inputs, self.folder = hands, inputs, folder
        self.stage = hands.stage

    # The way in

    def make_the_workbook(self) -> None:
        """Passphrase, recovery sheet, second place."""
        hands = self.hands
        hands.click("make-workbook")
        hands.until("first-passphrase")
        hands.type("first-passphrase", SECRET)
        hands.click("passphrase-kept")
        hands.click("step-go")
        hands.until("sheet-save")
        groups = hands.says("recovery-code").split()
        sheet = self.folder / "sheet.pdf"
        hands.choose(sheet)
        hands.click("sheet-save")
        assert sheet.read_bytes().startswith(b"%PDF-")
        hands.click("sheet-ask")
        assert not hands.sees("recovery-code")
        number = int(hands.words().partition("What is group ")[2].split()[0])
        hands.type("sheet-group", groups[number - 1])
        hands.click("sheet-confirm")
        second = self.folder / "stick"
        second.mkdir()
        hands.choose(second)
        hands.click("second-place")

    def say_who_we_are(self) -> None:
        """The charity, and who is at work."""
        hands, charity = self.hands, self.inputs.charity
        hands.type("organisation-name", charity["name"])
        hands.click("organisation-optional")
        hands.type("organisation-short-name", charity["short_name"])
        hands.type("organisation-charity-number", charity["charity_number"])
        hands.type("organisation-company-number", charity["company_number"])
        hands.type("organisation-address", charity["address"])
        hands.type("organisation-phone", charity["office_phone"])
        hands.type("organisation-email", charity["email"])
        hands.pick("organisation-nation", charity["country"])
        hands.type("at-work", self.inputs.assessor)
        hands.click("step-go")

    def set_up_signing(self) -> None:
        """Both keys; the root key goes to a stick."""
        hands, root = self.hands, self.folder / "stick" / "root.key"
        hands.choose(root)
        hands.click("root-place")
        assert hands.says("root-chosen") == str(root)
        hands.type("root-secret", "seven quiet herons walking")
        hands.click("root-written")
        hands.type("signing-passphrase", SECRET)
        hands.click("signing-go")
        assert root.is_file()

    def describe_the_services(self) -> None:
        """Each service; after the last comes Home."""
        hands, services = self.hands, self.inputs.services
        for service in services:
            support = service["vs_support"]
            hands.type("service-name", service["name"])
            hands.pick("service-type", service["type"].capitalize())
            if not hands.sees("service-format"):
                hands.click("service-optional")
            hands.type("service-format", service["format"])
            hands.type("service-weeks", str(service["weeks"] or ""))
            hands.type("service-cohort", service["cohort"])
            hands.type("service-support-provider", support["provider"])
            hands.pick("service-support-funded", "Yes" if support["funded"] else "No")
            hands.type("service-support-funding", support["budget_line"])
            hands.click("step-go" if service is services[-1] else "service-more")
        hands.until("place-home")

    # The work

    def start_the_assessment(self) -> None:
        """Standards, and the one button there."""
        hands = self.hands
        hands.click("place-standards")
        hands.click("start-assessment")
        assert hands.sees("judge-0")

    def collect_the_evidence(self) -> None:
        """Every file with its dates, what it is for and how strong it is there; and notes of what is elsewhere."""
        hands, papers = self.hands, self.inputs.papers()
        files = [paper for paper in papers if paper.path]
        hands.click("place-evidence")
        hands.choose(*(paper.path for paper in files if paper.path))
        hands.click("add-first")
        for paper in files:
            self._describe(paper)
            hands.click("new-keep")
        for paper in papers:
            if paper.path is None:
                hands.click("note-kept")
                self._describe(paper)
                hands.type("new-kept", "Blue folder in the office")
                hands.click("new-keep")

    def answer_everything(self) -> None:
        """Judge, write and plan, one indicator after another."""
        hands = self.hands
        hands.click("place-standards")
        for answer in self.inputs.answers:
            self._answer(answer)
            for action in answer["actions"] if answer["id"][0] in PLANNED else ():
                hands.click("add-action-here")
                hands.type("add-action-what", action["what"])
                hands.type("add-action-owner", action["owner"])
                hands.enter("add-action-due", day(action["due"]))
            if answer is not self.inputs.answers[-1]:
                hands.click("next-indicator")

    def _describe(self, paper: Paper) -> None:
        hands = self.hands
        hands.type("new-title", paper.title)
        hands.type("new-dated", day(paper.dated))
        hands.type("new-review", day(paper.review_by))
        for indicator, strength in paper.uses:
            hands.enter("use-search", indicator)
            if strength not in {0, Strength.DOCUMENT}:  # this is how each begins
                hands.pick(f"use-strength-{indicator}", Strength(strength).words)

    def _answer(self, answer: dict[str, Any]) -> None:
        hands, said = self.hands, answer["judgement"]
        if said == "not applicable":
            hands.click("judge-N")
            hands.paste("narrative", answer["narrative"])
            hands.enter("confirm-name", answer["confirmed_by"])
        elif said != "unanswered":
            hands.click(f"judge-{said}")
        if said != "not applicable" and answer["narrative"]:
            write = hands.write if answer["id"] == "1.1" else hands.paste
            write("narrative", answer["narrative"])

    def link_one_more(self) -> None:
        """Evidence that is here already, for one more indicator."""
        hands = self.hands
        hands.click("link-evidence")
        hands.enter("link-find", "lone working")
        self.stage.window.activateWindow()  # without a screen nobody gives the focus back to the window
        assert "Lone working note" in hands.button_words()

    def finish_an_action(self) -> str:
        """The first action of the list is done; gives its words."""
        hands = self.hands
        hands.click("place-due")
        what = hands.click_row("actions", 0)
        hands.click("action-done")
        hands.click("due-tab-done")
        assert hands.rows("actions") == [what]
        return what

    def add_someone(self) -> None:
        """A person with two roles, and one course."""
        hands = self.hands
        hands.click("place-people")
        hands.click("add-person")
        hands.type("new-person-name", self.inputs.assessor)
        hands.type("new-person-started", "3 March 2020")
        hands.click("new-role-MGR")
        hands.click("new-role-DSL")
        hands.click("new-person-add")
        hands.click("record-training")
        hands.enter("training-completed", "14 October 2026")
        assert hands.rows("people")[0].startswith(self.inputs.assessor)

    # What it comes to

    def results_on_home(self) -> dict[str, dict[str, Any]]:
        """What Home shows of each standard: the result in words, and how many are answered of how many."""
        hands, found = self.hands, {}
        hands.click("place-home")
        for number in range(1, 8):
            said = hands.see(QAbstractButton, f"standard-{number}").accessibleName().split(", ")
            figures = [
                int(word) for word in said[-1].split() if word.isdecimal()
            ]  # '9 of 10 answered', 'All 8 answered'
            found[str(number)] = {"result": said[-2], "answered": figures[0], "applicable": figures[-1]}
        return found

    def make_the_pack(self) -> Path:
        """Choose, draw, read every page, sign; gives the folder of what is to be sent."""
        hands, out = self.hands, self.folder / "packs"
        out.mkdir()
        hands.click("place-packs")
        hands.click("pack-make")
        hands.type("pack-made-for", "Northmere Council")
        hands.type("pack-reference", "NM 117")
        hands.choose(out)
        hands.click("pack-folder")
        hands.click("pack-draw")
        hands.until("pages-shown")
        self._read_every_page()
        hands.click("pack-read-tick")
        hands.click("pack-go-sign")
        hands.type("pack-passphrase", SECRET)
        hands.click("pack-sign-now")
        hands.until("verdict-heading")
        assert hands.says("verdict-heading") == "The pack is signed, and it is genuine"
        hands.click("pack-finish")
        return out

    def check_the_pack(self, folder: Path) -> None:
        """In Check a pack, with its ZIP and its root file, as someone who got it by post would."""
        hands = self.hands
        hands.click("place-packs")
        self.stage.steering.check_pack()  # what the menu Tools does
        hands.until("check-choose")
        hands.choose(*sorted(folder.iterdir()))
        hands.click("check-choose")
        hands.until("answer-3")
        assert hands.says("answer-1") == "No, nothing was changed"
        assert hands.says("answer-3") == "Yes, it is your own charity"
        hands.click("check-close")

    def _read_every_page(self) -> None:
        hands = self.hands
        pane = hands.see(PreviewPane, "preview")
        wait(lambda: pane.page_count > 0, "the pages are there")
        for _ in range(4):
            hands.click("preview_smaller")
        while hands.sees("pages-next-unseen"):
            shown = len(pane.seen)
            hands.click("pages-next-unseen")
            wait(partial(_more, pane, shown), "more pages were shown")

    def expected_on_home(self) -> dict[str, dict[str, Any]]:
        """The same, worked out by hand beforehand."""
        wanted = self.inputs.expected["results"]
        return {
            number: {
                "result": Result(one["result"]).words + (" so far" if one["answered"] < one["applicable"] else ""),
                "answered": one["answered"],
                "applicable": one["applicable"],
            }
            for number, one in wanted.items()
        }

    # And back

    def records(self) -> tuple[object, ...]:
        """All that can be seen of the records, as the services give it."""
        desk = self.stage.working.desk
        assessment = desk.assessing.view()
        indicators = [line.id for standard in assessment.standards for line in standard.lines] if assessment else []
        return (
            desk.charity.organisation(),
            desk.charity.services(),
            desk.charity.at_work(),
            assessment,
            [desk.assessing.indicator(each) for each in indicators],
            desk.actions.lines(Show.ALL),
            [desk.library.item(line.id) for line in desk.library.lines()],
            [desk.people.view(line.id) for line in desk.people.lines(include_leavers=True)],
        )

    def undo_until(self, records: tuple[object, ...]) -> int:
        """Press Ctrl+Z until the records are as they were then; gives how often."""
        first = "Undo: start assessment"
        steps = 1
        while not self.words_of_undo().startswith(first):
            self.undo()
            steps += 1
        self.undo()
        assert self.records() == records
        return steps

    def undo_everything(self) -> None:
        """Press Ctrl+Z until there is nothing to undo."""
        while self.stage.working.menus.undo.isEnabled():
            self.undo()
        assert self.stage.working.desk.assessing.view() is None

    def undo(self) -> None:
        """Ctrl+Z, once."""
        before = self.words_of_undo()
        self.hands.keys("Ctrl+Z")
        assert self.stage.working.menus.redo.text() == before.replace("Undo", "Redo", 1)

    def redo_while(self, *beginnings: str) -> None:
        """Press Ctrl+Y as long as it is about one of these."""
        while self.stage.working.menus.redo.text().startswith(beginnings):
            self.hands.keys("Ctrl+Y")

    def words_of_undo(self) -> str:
        """What the menu says that Ctrl+Z would take back."""
        return self.stage.working.menus.undo.text()
