# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Reading what people write about a service: a term counts only where it is said of the service, and not denied."""

import re
from collections.abc import Iterator

_CLAUSE = re.compile(r"[.;:()\n]+|,? but ")
_DENIED_BEFORE = re.compile(
    r"\b(?:not(?! only| just)|non|no|never|nobody|none|without|exclud\w*|except\w*|outside|cannot|unsuitable|apart from"
    r"|other than|rather than|instead of|separate from|\w+n't)\b"
)
_DENIED_AFTER = re.compile(
    r"(?:'?s)?(?: (?:people|children|year olds|cases|work))? ?"
    r"(?:(?:are|is|will be|can be|go|goes|cannot be|must be|should be)\b)? ?"
    r"(?:not|never|excluded|referred|signposted|passed|sent|declined|elsewhere|out of scope|outside|cannot|go)\b"
)
_SOMEONES_CHILDREN = re.compile(
    r"\b(?:with|of|whose|have|has|having|had)(?: (?:a|any|young|their|own|dependent|step))* "
    r"(?:child|children|son|sons|daughter|daughters|baby|babies|kids|stepchildren)\b"
)
_CHILD_TO_PARENT = re.compile(
    r"\b(?:child(?:ren)?|adolescent|teenage\w*|young person|young people)(?:-| )(?:to|on)(?:-| )parents?\b"
    r"|\bparents? (?:abuse|violence)\b"
    r"|\b(?:abuse|violence|harm) (?:of|to|against|towards) (?:a |their |the )?(?:parent|mother|father|mum|dad)s?\b"
    r"|\bcapva\b|\bcpv\b|\bapva\b"
)
_GROWN_UP = re.compile(r"\badult child(?:ren)?(?:-| )(?:to|on)(?:-| )parents?(?: (?:abuse|violence))?\b")
_NUMBER_WORDS = {"ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15"} | {
    "sixteen": "16",
    "seventeen": "17",
    "eighteen": "18",
}
_NOT_AGE = r"(?!\d| ?(?:weeks?|months?|sessions?|hours?|minutes?|people|men|women|members|participants|places|staff)\b)"
_UP_TO = re.compile(rf"\b(?:under|below|younger than|up to (?:the )?age (?:of )?) ?(\d{{1,2}}){_NOT_AGE}")
_YOUNGEST = re.compile(
    r"\b(?:aged?|ages|ages of|age of)(?: from| between)? (\d{1,2})(?!\d)"
    r"|\b(\d{1,2}) ?(?:-|to|and|or) ?\d{1,2} ?(?:years? olds?|yrs?\b)"
    r"|\b(\d{1,2}) years? olds?\b"
    rf"|(?<![\d.])\b(1\d)\+{_NOT_AGE}"
    rf"|\b(1\d) (?:or|and|years and) (?:over|above|older|under|younger)\b{_NOT_AGE}"
)
LEAST_AGE = 16


def plain(text: str) -> str:
    """Lower case, straight quotes and dashes, single spaces, number words as figures."""
    text = text.casefold().replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
    text = re.sub("[\N{NON-BREAKING HYPHEN}\N{FIGURE DASH}\N{EN DASH}\N{EM DASH}]", "-", text)
    text = re.sub(r"\s+", " ", text)
    for word, figure in _NUMBER_WORDS.items():
        text = re.sub(rf"\b{word}\b", figure, text)
    return re.sub(r"\b(under|year|years)-(?=\d|old)", r"\1 ", re.sub(r"(?<=\d)-(?=years?\b)", " ", text)).strip()


def clauses(text: str) -> tuple[str, ...]:
    """The clauses of a text, plain."""
    return tuple(part.strip() for part in _CLAUSE.split(plain(text)) if part.strip())


def says(pattern: re.Pattern[str], text: str) -> bool:
    """Whether a text says the pattern somewhere without denying it."""
    return any(True for clause in clauses(text) for _ in stated(pattern, clause))


def stated(pattern: re.Pattern[str], clause: str) -> Iterator[re.Match[str]]:
    """The matches in one clause that are not denied, before or after."""
    for match in pattern.finditer(clause):
        before, after = clause[: match.start()], clause[match.end() :]
        if not _DENIED_BEFORE.search(before) and not _DENIED_AFTER.match(after):
            yield match


def about_child_to_parent(text: str) -> bool:
    """Whether a text speaks of abuse of parents by their children, other than adult children."""
    return _CHILD_TO_PARENT.search(_GROWN_UP.sub(" ", _without_brackets(text))) is not None


def youngest(text: str) -> int | None:
    """The lowest age that a text takes people from, 0 where not clear, None where it names none.

    Ages of the children that people have do not count.
    """
    return min((age for clause in clauses(text) for age in _ages(clause)), default=None)


def _ages(clause: str) -> Iterator[int]:
    children = about_child_to_parent(clause)
    named = [
        (pattern, int(next(group for group in match.groups() if group)))
        for pattern in (_YOUNGEST, _UP_TO)
        for match in stated(pattern, clause)
        if children or not _SOMEONES_CHILDREN.search(clause[: match.start()])
    ]
    yield from (age for pattern, age in named if pattern is _YOUNGEST)
    clear = any(pattern is _YOUNGEST for pattern, _ in named) or re.search(r"\b1[67]\b", clause)
    for limit in (age for pattern, age in named if pattern is _UP_TO):
        if limit <= LEAST_AGE:
            yield limit - 1
        elif not clear:
            yield 0


def _without_brackets(text: str) -> str:
    return re.sub(r" +", " ", plain(re.sub(r"\([^)]*\)", " ", text)))
