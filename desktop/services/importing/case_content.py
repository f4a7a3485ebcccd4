# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Recognises words about a case where only dates, minutes and people may stand. What it finds is never quoted.

A reference number is enough, and so are initials of someone not in the log with one more sign. Else two signs are
needed: a word for a person in a case, a family word, the name of someone not in the log, something that happens in
cases, a word for talking about it; and three where the words give the reason why a session was missed.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

_SIGNS_NEEDED, _SIGNS_WHERE_MISSED = 2, 3
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
_REFERENCE = re.compile(
    rf"""
      \b(?!{_MONTH}\b)[a-z]{{1,6}}\s?[-/]\s?\d{{2,4}}\s?[-/]\s?\d{{2,}}\b   # letters, a year, a number
    | \b(?!{_MONTH}|(?:covid|room|rm|ext|iso|week|wk)\b)[a-z]{{2,6}}[-/](?!(?:19|20)\d\d\b)\d{{3,}}\b
    | (?<![\d/])\d{{2,4}}/\d{{3,}}\b(?!/)
    | \b(?:case|ref|reference|urn|file|client|crime|incident|referral)\s*(?:no|nos|number|id|ref)?\.?\s*[:#]?\s*
      [a-z]{{0,5}}[-/]?\d{{2,}}
    | \b(?:nhs|ni|urn)\s*(?:no|number)\b
    | (?<![\d/.:-])\d{{6,}}(?![\d/.:-])
    """,
    re.VERBOSE,
)
_SIGNS = {
    "someone": r"""
    cases?|clients?|victims?|survivors?|vics?|perps?|perpetrators?|participants?|service users?|s/?us?|offenders?
    suspects?|defendants?|complainants?|achos(?:ion)?|cleient(?:iaid)?|dioddefw\w+|goroesw\w+|cyflawn\w+""",
    "family": r"""
    kids?|child(?:ren)?|bab(?:y|ies)|toddlers?|sons?|daughters?|mum|mam|mother|dad|father|wife|husband|girlfriend
    boyfriend|partners?|ex(?:-| )?(?:partner|wife|husband)?|siblings?|step(?:son|daughter|dad|mum|father|mother)
    famil(?:y|ies)|plant|plentyn|gwraig|gŵr|teulu""",
    "happening": r"""
    disclos\w+|assault\w*|arrest\w*|police|bail|courts?|convict\w*|prison|custody|injunction|non-?mol\w*|dvpo|marac
    restraining order|strang\w*|bruis\w*|injur\w*|hit|hits|hitting|punch\w*|threat\w*|violen\w+|abus\w+|stalk\w*
    harass\w*|rape\w*|refuge|social (?:worker|services)|child protection|cp plan|safeguarding (?:referral|concern)
    school|suicid\w*|self-?harm\w*|overdose\w*|drink\w*|drugs?|alcohol|pregnan\w*|breach\w*|released
    moved (?:back|out|in)|risk (?:level|rating)|high risk|relapse\w*|heddlu|llys|ymosod\w*|trais|ysgol""",
    "talk": r"""
    talked|spoke|discuss\w*|regarding|about|concerns?|worried|worry|upset|struggling|trafod\w*|ynghylch""",
}
_ABOUT_SOMEONE = {"someone", "family", "name"}
_ONLY_WORK = {"someone", "talk"}  # "case discussion" and "discussed clients" tell nothing of a case
_WORDS = {
    sign: re.compile(
        rf"(?<![^\W_])(?:{'|'.join(line.strip() for line in words.splitlines() if line.strip())})(?![^\W_])"
    )
    for sign, words in _SIGNS.items()
}
_AWAY = re.compile(
    r"\b(?:sick|ill|unwell|leave|holiday|half term|off|absent|cover\w*|appointment|training|course|snow|traffic|late|"
    r"car|train|cancel\w*|moved to|rearrang\w*|re-?sched\w*|clash\w*|gwyliau|sâl)\b"
)
_PAIR = re.compile(r"\b(?:[A-Z]\.?\s?[A-Z]\.?|[A-Z]{2})(?=\s*(?:/|&|\+|,|and\b|$|[^\w\s]|\s))")
_LETTERED = re.compile(
    r"\b(?:client|family|case|victim|survivor|perp|mrs?|ms|miss|participant|child)\.? ([A-Z])\b(?!\w)", re.IGNORECASE
)
_CAPITALISED = re.compile(r"(?<=[^\s.!?:;] )([A-Z][a-zà-ÿ]{2,})\b")
_PLACE = re.compile(r"\b(?:at|in|to|from|on|the|via|near|yn|i)(?: [A-Z][\w'’]+)+")
_SHORT_FORMS = frozenset(
    "AL AM PM LM PS GS OK IT HR TV UK NA TC DV DA VS CO MS SV SM PL TL CP ED EW BH AP TA PA GP WC ID QA RE RA".split()
)
_ORDINARY = frozenset(
    "teams zoom skype whatsapp google webex online monday tuesday wednesday thursday friday saturday sunday january "
    "february march april may june july august september october november december easter christmas bank holiday covid "
    "llun mawrth mercher iau gwener office hall centre center house room street road church university college council "
    "trust wales england english welsh".split()
)


@dataclass(frozen=True, slots=True)
class OurNames:
    """The names that say nothing, because people of the log have them: their words, and their initials."""

    words: frozenset[str] = frozenset()
    initials: frozenset[str] = frozenset()


def our_names(names: Iterable[str]) -> OurNames:
    """The names of people of the log, ready to be looked up."""
    parts = [re.findall(r"[^\W\d_]+", name) for name in set(names)]
    words = frozenset(word.casefold() for part in parts for word in part)
    return OurNames(words, frozenset("".join(word[0] for word in part)[:2].upper() for part in parts))


def about_a_case(text: str, ours: OurNames | None = None, *, missed: bool = False) -> bool:
    """Whether words seem to be about a case. ``missed``: the words stand beside a missed session."""
    if _holds_reference(text):
        return True
    ours, signs = ours or OurNames(), _signs(text)
    if not signs:
        return False
    if _holds_initials(text, ours):
        return True
    if _names_someone(text, ours):
        signs.add("name")
    needed = _SIGNS_WHERE_MISSED if missed or _AWAY.search(_folded(text)) else _SIGNS_NEEDED
    return len(signs) >= needed and bool(signs & _ABOUT_SOMEONE) and signs != _ONLY_WORK


def names_a_case(text: str) -> bool:
    """Whether a case stands where a name or a kind should: its number, or a word for it beside initials."""
    return _holds_reference(text) or (bool(_signs(text)) and _holds_initials(text, OurNames()))


def _holds_reference(text: str) -> bool:
    return _REFERENCE.search(_folded(text)) is not None


def _signs(text: str) -> set[str]:
    plain = _folded(text)
    return {sign for sign, words in _WORDS.items() if words.search(plain)}


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().replace("’", "'").split())


def _holds_initials(text: str, ours: OurNames) -> bool:
    """Initials that nobody of the log has, or 'client B'."""
    found = {re.sub(r"[^A-Z]", "", pair) for pair in _PAIR.findall(text)}
    return bool(found - ours.initials - _SHORT_FORMS) or _LETTERED.search(text) is not None


def _names_someone(text: str, ours: OurNames) -> bool:
    """A name that nobody of the log has and that is no place: 'at', 'in' or 'to' does not stand before it."""
    names = {name.casefold() for name in _CAPITALISED.findall(_PLACE.sub("", text))}
    return bool(names - ours.words - _ORDINARY)
