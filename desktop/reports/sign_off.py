# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The sign-off page, with the signature field in its box. It stands alone, so that it can be printed alone."""

from dataclasses import dataclass

from desktop.models.pack import PackSnapshot
from desktop.models.results import RowState
from desktop.reports.blocks import Block, Solid, Stack
from desktop.reports.cover import judged_on_another_day
from desktop.reports.digits import digit_rows
from desktop.reports.pen import Pen
from desktop.reports.structure import FieldSpot, Node
from desktop.reports.styles import CELL, CELL_BOLD, LEAD, SMALL_QUIET, body, heading, page_title
from desktop.reports.table import Column, Row, Table
from desktop.reports.text import Style, Text, shorten
from desktop.reports.wording import clipped, day

ANCHOR = "sign-off"
FIELD = "Signature1"
_HEIGHT = 86.0


def sign_off_blocks(snapshot: PackSnapshot) -> list[Block]:
    """What is signed, by whom, and the box."""
    signer = snapshot.signer
    judged = f", judged as at {day(snapshot.as_at)}" if judged_on_another_day(snapshot) else ""
    return [
        page_title("Sign-off", ANCHOR),
        Text(
            f"{clipped(signer.charity, 300)} puts its name to this self-assessment, made on {day(snapshot.assessed)}, "
            f"and to the pack drawn from it on {day(snapshot.taken_at.date())}{judged}.",
            LEAD,
            after=12,
        ),
        SignatureBox(signer.charity, signer.signatory, after=12),
        _facts(snapshot),
        *_trustees(snapshot),
        *_readers(snapshot),
        *_lapse(snapshot),
    ]


def _facts(snapshot: PackSnapshot) -> Table:
    facts = (
        ("Made for", snapshot.made_for),
        ("Reference", snapshot.reference),
        ("Pack", snapshot.pack_id),
        ("Judged as at", day(snapshot.as_at)),
        ("Standards", f"Version {snapshot.catalogue_version} of our indicators"),
        ("Made with", f"Sevenfold {snapshot.app_version}"),
    )
    rows = [Row((Text(label, CELL_BOLD), Text(words, CELL))) for label, words in facts if words]
    rows.append(Row((Text("History of the workbook", CELL_BOLD), _history(snapshot))))
    return Table((Column("This pack", 42), Column("As recorded", 128)), rows, padding=4, after=4)


def _history(snapshot: PackSnapshot) -> Stack:
    """The last entry, whose hash fixes all before it."""
    if not snapshot.history_head:
        return Stack([Text("No entry yet", CELL)])
    words = f"Entry {snapshot.history_number}. Its hash fixes every entry before it:"
    return Stack([Text(words, CELL, after=2), digit_rows(snapshot.history_head, 8, 9)])


def _readers(snapshot: PackSnapshot) -> list[Block]:
    rows = [row for part in snapshot.standards for row in part.indicators]
    twice = sum(row.two_readers for row in rows)
    said = (
        f"The charity states that two people judged {twice} of the {len(rows)} indicators"
        if twice
        else ("The charity states no second reader for any indicator")
    )
    words = (
        f"{said}. A second reader, and whoever confirmed that an indicator does not apply, is stated by the charity: "
        "there is one signature on this pack, and it does not prove who else took part."
    )
    alone = [row.number for row in rows if row.critical and row.state is RowState.ANSWERED and not row.two_readers]
    critical = f"Critical indicators judged by one person alone: {', '.join(alone)}." if alone else ""
    return [heading("Second readers are stated"), body(words), *([body(critical)] if critical else [])]


def _trustees(snapshot: PackSnapshot) -> list[Block]:
    """Whether the charity signed the assessment off, as it states."""
    signed = snapshot.signed_off
    if signed is None:
        words = (
            "The charity records no sign-off of this self-assessment: the answers were still open when it was drawn."
        )
    else:
        minute = f", minute {clipped(signed.minute, 80)}" if signed.minute else ""
        words = (
            f"The charity states that it was signed off on {day(signed.on)} by: {clipped(signed.role, 120)}{minute}. "
            "The pack shows the answers, the evidence and the figures as they stood then."
        )
    return [heading("Sign-off by the charity"), body(words)]


def _lapse(snapshot: PackSnapshot) -> list[Block]:
    since = "signed off" if snapshot.signed_off else "made"
    if snapshot.lapsed:
        words = f"This assessment has lapsed. It ended on {day(snapshot.lapses)}, 12 months after it was {since}."
        return [heading("Until when"), Text(words, Style(10, 13.8, "bold", "gap"))]
    words = f"A self-assessment lapses 12 months after it was {since}. This one lapses on {day(snapshot.lapses)}."
    return [heading("Until when"), body(words)]


@dataclass(slots=True)
class SignatureBox(Solid):
    """The box of the electronic signature: words are on the page, the field itself is empty and lies over them."""

    charity: str
    signatory: str

    def _texts(self) -> tuple[Text, ...]:
        return (
            Text("Signed electronically by", SMALL_QUIET),
            Text(shorten(self.signatory, "bold", 14, 400), Style(14, 18, "bold")),
            Text(shorten(f"for {self.charity}", "regular", 10, 800), Style(10, 13.8)),
            Text("Open the signature panel of your PDF reader, or the next page, to check it.", SMALL_QUIET, before=4),
        )

    def wrap(self, room: float) -> float:
        """Height of the box."""
        inner = sum(text.wrap(room - 32) + text.before for text in self._texts())
        return max(_HEIGHT, inner + 24)

    def draw(self, pen: Pen, x: float, top: float, room: float, parent: Node) -> None:
        """Draw the box and its words, and keep the field's place in the tree."""
        height = self.wrap(room)
        with pen.artifact() as canvas:
            canvas.fill("surface")
            canvas.stroke("text", 1)
            canvas.roundRect(x, top - height, room, height, 4, 1, 1)
            canvas.fill("mark")
            canvas.rect(x, top - height + 4, 5, height - 8, 0, 1)
        line = top - 12
        for text in self._texts():
            line -= text.before
            text.draw(pen, x + 20, line, room - 32, parent)
            line -= text.wrap(room - 32)
        words = f"Electronic signature of {self.signatory}, {self.charity}"
        spot = FieldSpot(pen.page, (x, top - height, x + room, top), FIELD, words)
        parent.add("Form").kids.append(spot)
