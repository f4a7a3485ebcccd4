# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Certificates of attendance for a training day: one page a person."""

from desktop.models.prints import CertificatePerson, CertificatePrint
from desktop.reports.blocks import Block, Box, Side, Stack
from desktop.reports.flow import Flow
from desktop.reports.page import TOP
from desktop.reports.paper import Step, finished, no_step
from desktop.reports.pen import Pen
from desktop.reports.pen_and_paper import WritingLines
from desktop.reports.styles import QUIET, quiet
from desktop.reports.text import Bookmark, Style, Text
from desktop.reports.wording import clipped, day

TITLE = "Certificate of attendance"
NOTE = "This says that the person attended. It does not say what they know or may do."
_DROP = 60  # points of air above the title


def draw_certificates(certificates: CertificatePrint, step: Step = no_step) -> bytes:
    """The certificates as a tagged PDF. Pure."""
    pen, total = Pen(), len(certificates.people)
    flow = Flow(pen)
    for done, person in enumerate(certificates.people):
        step(done, total, "Drawing certificates")
        flow.new_page()
        flow.start_at(TOP - _DROP)
        flow.place(_page(certificates, person, f"certificate-{done}"), pen.document.add("Sect"))
    pdf = finished(pen, certificates.head, TITLE)
    step(total, total, "Drawn")
    return pdf


def _page(certificates: CertificatePrint, person: CertificatePerson, anchor: str) -> list[Block]:
    attended = "attended a part of" if person.part else "attended"
    charity = certificates.head.charity
    facts = [("Day", day(certificates.held_on)), ("Time", person.hours), ("Trainer", certificates.trainer)]
    blocks: list[Block] = [
        Text(TITLE, Style(26, 32, "bold"), "H1", after=34, entry=Bookmark(0, clipped(person.name, 60), anchor)),
        Text(person.name, Style(22, 28, "bold"), after=6),
        Text(attended, Style(12, 16, role="soft"), after=6),
        Text(certificates.course, Style(17, 22, "semibold"), after=26),
        Side([_fact(name, words or "Not recorded") for name, words in facts], after=30),
    ]
    if charity:
        blocks += [Text("Given by", QUIET, after=2), Text(charity, Style(13, 17, "semibold"), after=26)]
    signing = Side((WritingLines("Signed for the charity", 1), WritingLines("Date", 1)), shares=(0.66, 0.34), after=24)
    return [*blocks, signing, quiet(NOTE)]


def _fact(name: str, words: str) -> Box:
    return Box(Stack([Text(name, QUIET), Text(words, Style(11, 15, "semibold"))]), tint="sunken", edge="edge")
