# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The words that people write into a training matrix, English and Welsh, and what each of them says."""

import re
import unicodedata
from enum import StrEnum


class Says(StrEnum):
    """What a word in a cell says about the dates behind it, or about the course when there is no date."""

    DONE = "done"
    BOOKED = "booked"
    EXPIRES = "expires"
    NOT_DONE = "not done"
    NOT_NEEDED = "not needed"
    UNSURE = "unsure"


_WORDS: tuple[tuple[Says, str], ...] = (
    (
        Says.NOT_NEEDED,
        (
            r"n\s?/\s?a|n\.\s?a\.?|n\\a|not applicable|not (?:needed|required|relevant)|no need|exempt|none required|"
            r"dim angen|ddim (?:yn berthnasol|angen)|amherthnasol"
        ),
    ),
    (
        Says.NOT_DONE,
        (
            r"not (?:done|yet|attended|completed?|started|passed|booked)|outstanding|to ?do|to be (?:done|completed)|"
            r"cancelled|canceled|postponed|dna|d\.n\.a\.?|"
            r"(?:did not|didn't|didnt|could not|couldn't) attend|missed|failed|"
            r"fail|absent|overdue|incomplete|withdrew|withdrawn|needs? (?:doing|booking|to)|needed|required|"
            r"heb (?:ei )?(?:wneud|gwblhau)|canslwyd|gohiriwyd|[✗✘❌☒]"
        ),
    ),
    (
        Says.EXPIRES,
        (
            r"exp(?:ir(?:es?|ed|y|ing)|s|d)?(?: date| on| in)?|valid (?:until|til|till|to)|until|till|"
            r"renew(?:al)?(?: due| by)?|"
            r"(?:refresher |next |update )?due(?: by| on)?|lapse[sd]?|runs out|dod i ben|daw i ben|yn dod i ben|"
            r"daeth i ben|yn ddilys (?:tan|hyd)|hyd at|adnewyddu"
        ),
    ),
    (
        Says.BOOKED,
        (
            r"(?:re-?)?book(?:ed|ing)?(?: for| on| in)?|bkd|planned|scheduled|sched|arranged|enrolled|registered|"
            r"to attend|attending|going on|waiting(?: list)?|waitlist(?:ed)?|in progress|started|"
            r"wedi(?:'i| ei)? (?:archebu|drefnu|fwcio|bwcio|trefnu)|archebwyd|trefnwyd|bwciwyd|bwcio|ar y gweill"
        ),
    ),
    (
        Says.DONE,
        (
            r"yes|y|done|complete[d]?|attended|passed?|achieved|tick(?:ed)?|trained|renewed|refreshed|"
            r"wedi(?:'i| ei)? (?:gwblhau|wneud)|cwblhawyd|cwblhau|gwnaed|mynychwyd|do|oes|ydy|ie|[✓✔☑✅√🗸]"
        ),
    ),
)
_EDGES = r"(?<![^\W_])(?:{})(?![^\W_])"
_FINDERS = tuple((says, re.compile(_EDGES.format(words))) for says, words in _WORDS)
_ALONE: dict[str, Says] = {
    "no": Says.NOT_DONE,
    "n": Says.NOT_DONE,
    "na": Says.NOT_NEEDED,
    "nil": Says.NOT_NEEDED,
    "none": Says.NOT_NEEDED,
    "dim": Says.NOT_NEEDED,
    "ü": Says.DONE,  # the tick of Wingdings, when its font is lost
    "x": Says.UNSURE,
    "p": Says.UNSURE,
    "1": Says.UNSURE,
    "0": Says.UNSURE,
}
_DASHES = re.compile(r"[-‐‑‒–—―_.\s]+|/")


def plain(text: str) -> str:
    """Lower case, one kind of quote, single spaces, nothing invisible."""
    shaped = unicodedata.normalize("NFKC", text).casefold().replace("’", "'").replace("‘", "'")
    seen = "".join(sign for sign in shaped if unicodedata.category(sign) not in {"Cf", "Cc"} or sign.isspace())
    return " ".join(seen.replace("\ufe0f", "").split())


def alone(text: str) -> Says | None:
    """What a cell of only that plain text says, for the texts that say something only by themselves."""
    if _DASHES.fullmatch(text):
        return Says.NOT_NEEDED
    return _ALONE.get(text)


def not_needed(text: str) -> bool:
    """Whether plain text says only that something is not needed: 'n/a', 'not required', '-'."""
    return alone(text) is Says.NOT_NEEDED or {says for _, _, says in words_in(text)} == {Says.NOT_NEEDED}


def words_in(text: str) -> tuple[tuple[int, int, Says], ...]:
    """Where plain text says something, in the order of the text: start, end and what. No two overlap."""
    found: list[tuple[int, int, Says]] = []
    for says, finder in _FINDERS:
        for match in finder.finditer(text):
            start, end = match.span()
            if all(end <= taken[0] or start >= taken[1] for taken in found):
                found.append((start, end, says))
    return tuple(sorted(found))
