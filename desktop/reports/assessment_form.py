# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The assessment as a form for a meeting: blank, to fill in with a pen, or filled, as it stands."""

from collections.abc import Sequence

from desktop.models.money import pounds
from desktop.models.pack import ActionPart, EvidenceRef
from desktop.models.prints import FormIndicator, FormKind, FormPrint, FormStandard
from desktop.models.records import ActionState, FileState, Judgement
from desktop.models.results import RowState
from desktop.reports.blocks import Block, Side, Stack
from desktop.reports.flow import Flow
from desktop.reports.indicator import bar_of, judgement_cell, says_cell
from desktop.reports.marks import FILES, LAPSED, state_of, state_of_action
from desktop.reports.page import ON_ITS_SIDE, UPRIGHT
from desktop.reports.paper import Step, finished, no_step
from desktop.reports.pen import Pen
from desktop.reports.pen_and_paper import Whole, WritingLines, tick_boxes
from desktop.reports.pictures import Badge
from desktop.reports.styles import BODY, NUMBER, SMALL, SMALL_BOLD, SMALL_QUIET, body, page_title, quiet, standard_title
from desktop.reports.table import Column, Row, Table
from desktop.reports.text import Bookmark, Span, Style, Text, Words, bold
from desktop.reports.wording import day, listed, number_word, own_number, sentence, short_day

_HOW_TO_FILL = (
    "Tick one box for each sentence. ",
    bold("N"),
    " means that it does not apply; write down why. Leave open what nobody in the room can say. ",
    "Write what you do, and what shows it: a paper that you have, or where it is kept.",
)
_CHOICES: tuple[Words, ...] = (
    *((bold(f"{int(step)} "), step.words) for step in Judgement),
    (bold("N "), "Does not apply"),
)
_ALL = 7  # standards
_NOT_FOR_YOU = "None of your services needs this one. You may leave it."


def draw_form(form: FormPrint, step: Step = no_step) -> bytes:
    """The form as a tagged PDF. Pure."""
    pen = Pen(UPRIGHT if form.kind is FormKind.BLANK else ON_ITS_SIDE)
    flow, total = Flow(pen), len(form.standards) + 1
    flow.place(_front(form), pen.document.add("Sect"))
    for done, standard in enumerate(form.standards):
        step(done, total, f"Standard {standard.number}")
        if done:
            flow.new_page()
        sect = pen.document.add("Sect")
        for blocks in _standard(form, standard):
            step(done, total, f"Standard {standard.number}")
            flow.place(blocks, sect)
    step(total - 1, total, "Page numbers and tags")
    pdf = finished(pen, form.head, form.title)
    step(total, total, "Drawn")
    return pdf


def about_form(form: FormPrint) -> str:
    """Which standards, and how old what it says is."""
    many = len(form.standards)
    which = f"Standard{'s' if many > 1 else ''} {listed([str(standard.number) for standard in form.standards])}"
    if many == _ALL:
        which = f"All {number_word(many)} standards"
    if form.kind is FormKind.BLANK:
        return f"{which}."
    if form.assessed is None:
        return f"{which}. No assessment has been started yet."
    return f"{which}, as at {day(form.head.printed)}. Assessment dated {day(form.assessed)}."


def _front(form: FormPrint) -> list[Block]:
    blocks: list[Block] = [page_title(form.title, "form"), quiet(about_form(form))]
    if form.kind is FormKind.BLANK:
        blocks.append(body(_HOW_TO_FILL, after=2))
        day_line, who_line = WritingLines("Date", 1), WritingLines("Who was there", 1)
        blocks.append(Side((day_line, who_line), shares=(0.28, 0.72), after=20))
    return blocks


def _standard(form: FormPrint, part: FormStandard) -> list[list[Block]]:
    """The blocks of one standard, in groups that are each drawn in one go."""
    words = (Span(f"Standard {part.number}: ", role="soft"), part.title)
    name = f"Standard {part.number}: {part.short_name}"
    title = standard_title(words, f"standard-{part.number}", name)
    blocks: list[Block] = [title]
    if form.titles_note:
        blocks.append(Text(f"Title: {form.titles_note}", SMALL_QUIET, after=8, keep_with_next=True))
    if not part.indicators:
        return [[*blocks, body("This standard has no indicator in this version.")]]
    if form.kind is FormKind.BLANK:
        first, *rest = [_question(one) for one in part.indicators]
        return [[*blocks, first], *([one] for one in rest)]
    return [[*blocks, *_result(part), _answers(part.indicators)]]


def _question(one: FormIndicator) -> Block:
    part = one.part
    name = f"{own_number(part.number)} {part.short_name}"
    entry = Bookmark(1, f"{part.number} {part.short_name}", f"indicator-{part.id}")
    title: list[str | Span] = [name, *([Span("  Critical", role="gap")] if part.critical else [])]
    blocks: list[Block] = [
        Text(title, Style(11, 15, "bold"), "H2", after=2, entry=entry),
        Text(part.text, BODY, after=4),
        Text((bold("Why: "), sentence(one.why_it_matters)), SMALL_QUIET, after=2),
        Text((bold("Usual evidence: "), sentence("; ".join(one.usual_evidence))), SMALL_QUIET),
    ]
    if part.state is RowState.NOT_APPLICABLE:
        blocks.append(Text(_NOT_FOR_YOU, Style(8.5, 11, "semibold"), before=3))
    blocks += [tick_boxes(_CHOICES, before=9, after=4), WritingLines("What we do, and what shows it", 4)]
    return Whole(blocks, after=20)


def _result(part: FormStandard) -> list[Block]:
    if part.result is None:
        return []
    deciding = Text((bold(sentence(part.result.deciding)),), Style(10, 16))
    badge = Badge(state_of(part.result), 10, right=True)
    return [Side((deciding, badge), shares=(0.7, 0.3), before=2, after=8, keep_with_next=True)]


def _answers(indicators: Sequence[FormIndicator]) -> Table:
    columns = (
        Column("SA", 12),
        Column("Indicator and what we say", 88),
        Column("Judgement", 33),
        Column("Evidence", 46),
        Column("Actions", 46),
        Column("Agreed in the meeting", 40),
    )
    return Table(columns, [_answer(one) for one in indicators], padding=4.5)


def _answer(one: FormIndicator) -> Row:
    part = one.part
    mark = Bookmark(1, f"{part.number} {part.short_name}", f"indicator-{part.id}")
    cells = (
        Text(own_number(part.number), NUMBER, entry=mark),
        says_cell(part),
        judgement_cell(part),
        _evidence(one),
        _actions(one.actions),
        Text("", SMALL),
    )
    return Row(cells, bar_of(part))


def _evidence(one: FormIndicator) -> Stack:
    part = one.part
    if part.state is RowState.NOT_APPLICABLE:
        return Stack([Text("None needed", SMALL_QUIET)])
    blocks: list[Block] = [Text(part.strength.words, SMALL_BOLD)]
    for reference in sorted(part.evidence, key=lambda ref: ref.number):
        blocks.append(Text(reference.title, SMALL, before=2))
        blocks += [Badge(LAPSED.named(words), 8, boxed=False) for words in evidence_notes(reference)]
    return Stack(blocks)


def evidence_notes(reference: EvidenceRef) -> list[str]:
    """What is wrong with an item: its file, its review date."""
    notes = [FILES[reference.state].word] if reference.state in FILES else []
    return [*notes, *(["Past review"] if reference.lapsed else [])]


def _actions(actions: Sequence[ActionPart]) -> Stack:
    if not actions:
        return Stack([Text("None", SMALL_QUIET)])
    blocks: list[Block] = []
    for action in actions:
        blocks.append(Text(sentence(action.what), SMALL, before=3))
        blocks.append(Text(by_whom(action), SMALL_QUIET))
        if action.late or action.state is not ActionState.OPEN:
            blocks.append(Badge(state_of_action(action), 8, boxed=False))
    return Stack(blocks)


def by_whom(action: ActionPart) -> str:
    """'Service manager, 18 Dec 2026', and the cost where there is one."""
    parts = [action.owner.strip() or "No one yet", short_day(action.due) if action.due else "no date"]
    return ", ".join(parts if action.cost is None else [*parts, pounds(action.cost)])


def evidence_words(one: FormIndicator) -> str:
    """The titles of the evidence with what is wrong with each, one on a line."""
    lines = []
    for reference in sorted(one.part.evidence, key=lambda ref: ref.number):
        notes = [*evidence_notes(reference), *(["kept elsewhere"] if reference.state is FileState.HELD else [])]
        lines.append(f"{reference.title} ({', '.join(note.lower() for note in notes)})" if notes else reference.title)
    return "\n".join(lines)
