# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""About the charity and its services: who they are, what is in scope, who supports victim-survivors, the counts."""

from desktop.models.pack import PackSnapshot, ServicePart
from desktop.models.records import Service
from desktop.reports.blocks import Block
from desktop.reports.masking import chain
from desktop.reports.page import DEPTH
from desktop.reports.styles import BODY, CELL, CELL_BOLD, SMALL_QUIET, body, heading, minor_heading, page_title, quiet
from desktop.reports.table import Column, Row, Table
from desktop.reports.text import Text
from desktop.reports.wording import listed, sentence, unique

ANCHOR = "charity"
_MASKING = (
    "Counts of people under 5 are not shown in this table, nor is a count that differs by under 5 from one above it. "
    "Shares are of the nearest count above that is shown."
)


def charity_blocks(snapshot: PackSnapshot) -> list[Block]:
    """The charity, then each service."""
    blocks: list[Block] = [
        page_title("The charity and its services", ANCHOR),
        _pairs(_charity_facts(snapshot), "About us"),
    ]
    if not snapshot.services:
        blocks.append(body("No service is described in this workbook."))
    for part in snapshot.services:
        blocks += _service_blocks(part)
    return blocks


def _charity_facts(snapshot: PackSnapshot) -> list[tuple[str, str]]:
    about = snapshot.organisation
    facts = (
        ("Name", about.name),
        ("Known as", about.short_name),
        ("Charity number", about.charity_number),
        ("Company number", about.company_number),
        ("Address", about.address),
        ("Telephone", about.phone),
        ("Email", about.email),
        ("Nation", about.nation),
    )
    return [(label, words) for label, words in facts if words]


def _pairs(pairs: list[tuple[str, str]], head: str) -> Table:
    columns = (Column(head, 42), Column("What we say", 128))
    rows = [Row((Text(label, CELL_BOLD), Text(words, CELL))) for label, words in pairs]
    return Table(columns, rows, padding=4, whole_below=DEPTH / 2)


def _service_blocks(part: ServicePart) -> list[Block]:
    service = part.service
    blocks: list[Block] = [heading(service.name or "A service without a name")]
    blocks += [Text("Scope: " + sentence(flag), BODY, after=8, keep_with_next=True) for flag in part.flags]
    blocks.append(_pairs(_service_facts(service), "This service"))
    steps = chain(service.figures)
    if any(step.shown != "not recorded" for step in steps):
        year = f", {service.figures.year}" if service.figures.year else ""
        blocks.append(minor_heading(f"People, from referral to completion{year}"))
        columns = (Column("Step", 42), Column("People", 64), Column("Share", 64))
        rows = [Row((Text(s.label, CELL_BOLD), Text(s.shown, CELL), Text(s.share, CELL))) for s in steps]
        blocks += [Table(columns, rows, padding=4, after=4, keep_with_next=True), Text(_MASKING, SMALL_QUIET, after=8)]
    else:
        blocks.append(quiet("No counts of people are recorded for this service."))
    return blocks


def _service_facts(service: Service) -> list[tuple[str, str]]:
    lengths = (
        f"{service.weeks} weeks" if service.weeks is not None else "",
        f"{service.sessions} sessions" if service.sessions is not None else "",
        f"{service.session_minutes} minutes each" if service.session_minutes is not None else "",
    )
    facts = (
        ("Type", sentence(service.type.value)),
        ("Form", sentence(service.format)),
        ("Length", sentence(", ".join(unique(lengths)))),
        ("What it has", sentence(listed(service.elements))),
        ("For whom", sentence(service.cohort)),
        ("Not for", sentence(listed(service.exclusions))),
        ("Support for victim-survivors", _support(service)),
        ("Commissioned by", sentence(service.commissioner)),
    )
    return [(label, words) for label, words in facts if words]


def _support(service: Service) -> str:
    support = service.support
    funded = {True: "Funded", False: "Not funded", None: "Whether it is funded is not recorded"}[support.funded]
    money = f"{funded}: {support.funding}" if support.funding else funded
    if not support.provider:
        return f"No provider is named. {sentence(money)}"
    return " ".join(unique((sentence(support.provider), sentence(support.model), sentence(money))))
