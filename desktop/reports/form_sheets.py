# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The assessment as a spreadsheet for a meeting: one sheet a standard."""

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from desktop.models.pack import ActionPart, IndicatorPart
from desktop.models.prints import FormIndicator, FormKind, FormPrint, FormStandard
from desktop.models.results import RowState
from desktop.reports.assessment_form import about_form, by_whom, evidence_words
from desktop.reports.marks import state_of_action
from desktop.reports.paper import Step, no_step
from desktop.reports.sheets import add_sheet, as_bytes, new_book, put_table
from desktop.reports.wording import sentence

_BLANK = {
    "SA": 8,
    "Indicator": 42,
    "Critical": 9,
    "Why it matters": 32,
    "Usual evidence": 32,
    "Judgement, 0 to 4 or N": 14,
    "What we do": 46,
    "What shows it": 34,
    "Who judged it": 18,
}
_FILLED = {
    "SA": 8,
    "Indicator": 42,
    "Critical": 9,
    "Judgement": 20,
    "Counts as": 20,
    "Why it counts as it does": 30,
    "What we say": 52,
    "How strong": 18,
    "Evidence": 36,
    "Actions": 40,
    "Agreed in the meeting": 36,
}
_JUDGEMENT = "F"  # its column in the blank form
_SCALE = (
    "0 Not in place. 1 Being developed. 2 Partly in place. 3 In place. 4 In place and shown to work. N Does not apply."
)


def form_book(form: FormPrint, step: Step = no_step) -> bytes:
    """The form as a spreadsheet. Pure."""
    book = new_book(form.head, form.title)
    for done, part in enumerate(form.standards):
        step(done, len(form.standards), f"Standard {part.number}")
        sheet = add_sheet(book, form.head, f"Standard {part.number}", _words(form, part))
        if form.kind is FormKind.BLANK:
            top = put_table(sheet, list(_BLANK), [_question(one) for one in part.indicators], list(_BLANK.values()))
            _offer_judgements(sheet, top + 1, top + len(part.indicators))
        else:
            put_table(sheet, list(_FILLED), [_answer(one) for one in part.indicators], list(_FILLED.values()))
    step(len(form.standards), len(form.standards), "Saving the sheets")
    return as_bytes(book)


def _words(form: FormPrint, part: FormStandard) -> str:
    lines = [part.title, form.title, about_form(form)]
    if part.result is not None:
        lines.append(sentence(part.result.deciding))
    if form.kind is FormKind.BLANK:
        lines.append(_SCALE)
    return "\n".join(lines)


def _question(one: FormIndicator) -> list[str]:
    part = one.part
    usual = "\n".join(sentence(item) for item in one.usual_evidence)
    return [part.number, part.text, "Critical" if part.critical else "", sentence(one.why_it_matters), usual, *[""] * 4]


def _answer(one: FormIndicator) -> list[str]:
    part = one.part
    return [
        part.number,
        part.text,
        "Critical" if part.critical else "",
        _said(part),
        f"{int(part.supported)} {part.supported.words}" if part.supported is not None else "",
        part.why,
        part.narrative,
        "" if part.state is RowState.NOT_APPLICABLE else part.strength.words,
        evidence_words(one),
        "\n".join(_action(action) for action in one.actions),
        "",
    ]


def _said(part: IndicatorPart) -> str:
    if part.state is RowState.NOT_APPLICABLE:
        return "N Does not apply"
    return f"{int(part.said)} {part.said.words}" if part.said is not None else "Not answered"


def _action(action: ActionPart) -> str:
    return f"{sentence(action.what)} {by_whom(action)}. {state_of_action(action).word}."


def _offer_judgements(sheet: Worksheet, first: int, last: int) -> None:
    """A list to choose from in the cells for the judgement."""
    if last < first:
        return
    offered = DataValidation(type="list", formula1='"0,1,2,3,4,N"', allow_blank=True)
    offered.errorTitle, offered.error = "Judgement", "Choose 0, 1, 2, 3, 4 or N."
    offered.promptTitle, offered.prompt = "Judgement", _SCALE
    offered.add(f"{_JUDGEMENT}{first}:{_JUDGEMENT}{last}")
    sheet.add_data_validation(offered)
