# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The history of one record in words, newest first, and the wordings it had."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from desktop.models.changes import Op
from desktop.models.dates import long_date
from desktop.models.records import ActionState, FileState, Judgement, Strength, WorkStatus
from desktop.storage.database import Database
from desktop.storage.story import Event, Touched
from desktop.storage.workbook import Workbook

Row = Mapping[str, object]
_ON_ANSWERS = ("evidence_link", "service_answer", "second_reading")
_ERASED = "What stood here was erased with someone's records."


@dataclass(frozen=True, slots=True)
class StoryLine:
    """One operation in words. ``wording`` is the text that it left, where it changed the text; else None."""

    number: int
    at: datetime
    undone: bool
    sentences: tuple[str, ...]
    wording: str | None

    @property
    def when(self) -> str:
        """'22 November 2026, 10:42'."""
        local = self.at.astimezone()
        return f"{long_date(local)}, {local:%H:%M}"


class Story:
    """Reads what became of answers, evidence and actions; it writes nothing."""

    def __init__(self, workbook: Workbook) -> None:
        self._db = workbook.db

    def of_answer(self, answer_id: str) -> tuple[StoryLine, ...]:
        """What became of an answer, its evidence, its second reading; nothing before it was first saved."""
        return _lines(self._db, self._db.story("answer", answer_id, "answer_id", _ON_ANSWERS), "narrative")

    def of_evidence(self, item_id: str) -> tuple[StoryLine, ...]:
        """What became of a piece of evidence, and of what it is used for."""
        return _lines(self._db, self._db.story("evidence_item", item_id, "evidence_id", ("evidence_link",)), "")

    def of_action(self, action_id: str) -> tuple[StoryLine, ...]:
        """What became of an action."""
        return _lines(self._db, self._db.story("action", action_id), "what")


def _lines(db: Database, events: tuple[Event, ...], text: str) -> tuple[StoryLine, ...]:
    return tuple(reversed([line for event in events if (line := _line(db, event, text))]))


def _line(db: Database, event: Event, text: str) -> StoryLine | None:
    """None where an operation changed nothing that is told."""
    sentences = tuple(said for row in event.rows for said in _said(db, row))
    if not sentences:
        return None
    undone = event.op == Op.UNDO.value
    return StoryLine(event.number, datetime.fromisoformat(event.at), undone, sentences, _wording(event, text))


def _wording(event: Event, text: str) -> str | None:
    for row in event.rows:
        if text and row.after is not None and text in row.after:
            before = row.before.get(text) if row.before else ""
            if before != row.after[text]:
                return str(row.after[text])
    return None


def _said(db: Database, row: Touched) -> Iterator[str]:
    if row.blanked:
        yield _ERASED
    elif row.table == "evidence_link":
        yield from _link(db, row)
    elif row.table == "service_answer":
        yield _of_service(db, row)
    elif row.table == "second_reading":
        yield from _reading(row)
    else:
        yield from _fields(row)


def _fields(row: Touched) -> Iterator[str]:
    """What changed of the record itself, field by field."""
    if row.after is None:
        yield "It was taken away."
        return
    if row.before is None and row.table != "answer":
        yield "It was added."
    if row.before is not None and row.before.get("removed") != row.after.get("removed"):
        yield "It was removed." if row.after.get("removed") else "It came back."
    before: Row = row.before or {}
    for field, tell in _TELL[row.table].items():
        old, new = before.get(field, _AT_FIRST.get(field)), row.after.get(field)
        if old != new and not {old, new} <= _NOTHING and not (row.before is None and field in _OF_NEW):
            yield tell(old, new, row.after)


def _judged(_old: object, new: object, now: Row) -> str:
    if new is None:
        return "Its judgement was taken back."
    by = f" by {now['judged_by']}" if now.get("judged_by") else ""
    return f"Judged {_level(new)}{by}."


def _level(value: object) -> str:
    found = Judgement(int(str(value)))
    return f"{found:d}, {found.words}"


def _plain(what: str) -> Callable[[object, object, Row], str]:
    return lambda old, new, _now: (
        f"{what}: {_value(new)}." if not old else f"{what}: {_value(new)}; it was {_value(old)}."
    )


def _value(value: object) -> str:
    if value in {None, ""}:
        return "none"
    text = str(value)
    try:
        return long_date(date.fromisoformat(text))
    except ValueError:
        return text


def _pounds(old: object, new: object, _now: Row) -> str:
    return f"Cost: {_money(new)}." if old is None else f"Cost: {_money(new)}; it was {_money(old)}."


def _money(pence: object) -> str:
    return "none" if pence is None else f"£{int(str(pence)) / 100:,.2f}"


_OF_NEW = {"file_state", "state"}
_AT_FIRST = {"not_applicable": 0, "to_confirm": 0, "kinds": "[]"}
_NOTHING = {None, ""}
_TELL: dict[str, dict[str, Callable[[object, object, Row], str]]] = {
    "answer": {
        "judgement": _judged,
        "not_applicable": lambda _old, new, now: (
            f"Marked as not applicable by {now.get('judged_by') or 'someone'}." if new else "It applies again."
        ),
        "confirmed_by": lambda _old, new, _now: (
            f"{new} confirmed that it does not apply." if new else "The confirmation was taken away."
        ),
        "narrative": lambda _old, new, _now: "The words were changed." if new else "The words were taken away.",
        "work": lambda _old, new, _now: f"{WorkStatus(str(new or '')).words}.",
        "kinds": lambda _old, _new, _now: "The kinds of evidence that are there were ticked anew.",
        "to_confirm": lambda old, _new, _now: (
            "Confirmed for the new wording." if old else "Carried over from another wording; to be confirmed."
        ),
    },
    "evidence_item": {
        "title": _plain("Title"),
        "sha256": lambda old, _new, _now: "The file was replaced." if old else "A file was added.",
        "dated": _plain("Dated"),
        "review_by": _plain("Review by"),
        "kept_where": _plain("Kept"),
        "file_state": lambda _old, new, _now: f"The file is {FileState(str(new)).value}.",
    },
    "action": {
        "what": lambda old, new, _now: f"What to do: {new}" if not old else f"What to do was: {old}",
        "owner": _plain("Owner"),
        "due": _plain("Due"),
        "state": lambda _old, new, _now: f"Status: {ActionState(str(new)).words}.",
        "cost": _pounds,
        "closing_shown_by": _plain("Shown by"),
    },
}


def _link(db: Database, row: Touched) -> Iterator[str]:
    now = row.after or row.before or {}
    item = db.evidence.find(str(now.get("evidence_id")))
    title = item.title if item else "a piece of evidence that was removed"
    answer = db.answers.find(str(now.get("answer_id")))
    where = f" (SA {answer.indicator_id})" if answer else ""
    if row.after is None:
        yield f"No longer rests on {title}{where}."
    elif row.before is None:
        yield f"Rests on {title}{where}: {_strength(row.after)}."
    elif row.before.get("strength") != row.after.get("strength"):
        yield f"{title}{where}: {_strength(row.after)}; it was {_strength(row.before)}."


def _strength(row: Row) -> str:
    return Strength(int(str(row["strength"]))).words.lower()


def _of_service(db: Database, row: Touched) -> str:
    now = row.after or row.before or {}
    service = db.services.find(str(now.get("service_id")))
    name = service.name if service else "a service that was removed"
    if row.after is None or row.after.get("judgement") is None:
        return f"For {name} it is as for all."
    return f"For {name}: {_level(row.after['judgement'])}."


def _reading(row: Touched) -> Iterator[str]:
    if row.after is None:
        yield "The second reading was taken back."
        return
    before: Row = row.before or {}
    said = ("judgement", "not_applicable", "comment", "reader")
    if any(before.get(field) != row.after.get(field) for field in said):
        level = row.after.get("judgement")
        told = "not applicable" if level is None else _level(level)
        yield f"Read a second time by {row.after['reader']}: {told}."
    if row.after.get("settled") and before.get("settled") != row.after.get("settled"):
        yield f"Settled: {row.after['settled']}"
