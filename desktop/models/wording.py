# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The sentences that scoring speaks in. Plain English; screens, packs and commands show them as they are."""

from collections.abc import Sequence

from desktop.models.catalogue import number_of
from desktop.models.records import Judgement, Strength
from desktop.models.results import Result

NOT_ANSWERED = "Not answered yet."
TO_CONFIRM = "Carried over from another wording, and not confirmed yet."
NOT_FOR_THESE_SERVICES = "Not applicable, because none of the services declared is of a type that this is for."
CONFIRMED = "Not applicable, with a reason that a second person has confirmed."
NO_JUDGE = "who judged it is not recorded"
NO_CONFIRMER = "no second person has confirmed it"
SAME_PERSON = "it was confirmed by the person who judged it"
PAST_REVIEW = "the evidence is past its review date"
FILES_UNUSABLE = "evidence files are missing or damaged"
NO_RESULT = "No result, because none of these indicators applies."
RESTS_ON = {
    Strength.NONE: "there is no evidence",
    Strength.WORD: "it rests on someone's word alone",
    Strength.DOCUMENT: "it rests on a document alone",
}
WOULD_CARRY = {
    Strength.DOCUMENT: "a current document",
    Strength.IN_USE: "current evidence that shows it in use",
}
NO_GAP = "No critical indicator stands under 2 (otherwise Safety gap)"
NONE_AT_ZERO = "For Met: no indicator stands at 0"
MET_SHARE = "For Met: at least 80% of the applicable indicators stand at 3 or more"
PARTLY_SHARE = "For Partly met: at least half of the applicable indicators stand at 2 or more"
ALL_ANSWERED = "For Met: every applicable indicator is answered"
CRITICAL_AT_LEAST = {
    3: "For Met: every critical indicator stands at 3 or more",
    2: "For Partly met: every critical indicator stands at 2 or more",
}
MOST_NAMED = 3


def joined(parts: Sequence[str]) -> str:
    """'a', 'a and b', 'a, b and c'."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def reason_too_short(words: int, needed: int) -> str:
    """Why a reason does not count."""
    return f"the reason has {words} of the {needed} words it needs"


def not_counted_yet(doubts: Sequence[str]) -> str:
    """Why a stated 'not applicable' is taken as not answered."""
    return f"Not applicable does not count yet: {joined(doubts)}."


def lowered(said: Judgement, supported: Judgement, cause: str, needed: Strength) -> str:
    """What lowered a judgement, and what would carry it."""
    return f"Said {said:d} but counts as {supported:d}, because {cause}; {WOULD_CARRY[needed]} would carry it."


def count_of(there: int, of: int) -> str:
    """'3 of 5', or that there is nothing to count."""
    return f"{there} of {of}" if of else "none to count"


def count_at_zero(zero: int, of: int) -> str:
    """How many stand at 0."""
    return f"{zero} of {of} at 0"


def count_needed(there: int, of: int, needed: int) -> str:
    """'6 of 9, and 8 are needed'."""
    return f"{there} of {of}, and {needed} {'is' if needed == 1 else 'are'} needed"


def stands_critical(rows: Sequence[tuple[str, Judgement | None]]) -> str:
    """'SA 5.5 is critical and stands at 1', for the rows that decide."""
    verb = "is" if len(rows) == 1 else "are"
    return f"{_named(rows)} {verb} critical and {_standing(rows)}"


def stands(rows: Sequence[tuple[str, Judgement | None]]) -> str:
    """'SA 1.4 stands at 0' or 'SA 6.10 is not answered', for the rows that decide."""
    return f"{_named(rows)} {_standing(rows)}"


def too_few(there: int, of: int, level: int, needed: int) -> str:
    """'6 of 9 stand at 3 or more, and 8 are needed'."""
    return f"{there} of {of} {'stands' if there == 1 else 'stand'} at {level} or more, and {needed} must"


def deciding(result: Result, because: str) -> str:
    """The one sentence that says what decided a result."""
    return f"{result.words}, because {because}."


def met(in_place: int, of: int, critical: int, left_out: int) -> str:
    """Why a standard is met, and how many critical indicators were left out as not applicable."""
    head = f"Met, {left_out} critical not applicable," if left_out else "Met,"
    share = f"{in_place} of {of} {'stands' if in_place == 1 else 'stand'} at 3 or more"
    if not critical:
        return f"{head} because {share} and none is left open."
    return f"{head} because every critical indicator stands at 3 or more, and {share}."


def _named(rows: Sequence[tuple[str, Judgement | None]]) -> str:
    numbers = [number_of(indicator_id) for indicator_id, _ in rows]
    if len(numbers) > MOST_NAMED:
        numbers = [*numbers[:MOST_NAMED], f"{len(numbers) - MOST_NAMED} more"]
    return joined(numbers)


def _standing(rows: Sequence[tuple[str, Judgement | None]]) -> str:
    levels = {level for _, level in rows}
    one = len(rows) == 1
    if levels == {None}:
        return ("is" if one else "are") + " not answered"
    known = joined([f"{level:d}" for level in sorted(level for level in levels if level is not None)])
    text = f"{'stands' if one else 'stand'} at {known}"
    return f"{text} or not answered at all" if None in levels else text
