# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Recognises words about a case where only dates, minutes and people may stand. What it finds is never quoted.

A reference number is enough. Else two different signs are needed: initials or a name of someone not in the log, a word
for a person in a case, a family word, something that happens in cases, a word for talking about it.
"""

import re
import unicodedata
from collections.abc import Collection

ENOUGH = 2
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
_SIGNS = (
    # a person in a case
    r"""cases?|clients?|victims?|survivors?|vics?|perps?|perpetrators?|participants?|service users?|s/?us?|offenders?
    suspects?|defendants?|complainants?|achos(?:ion)?|cleient(?:iaid)?|dioddefw\w+|goroesw\w+|cyflawn\w+""",
    # a family
    r"""kids?|child(?:ren)?|bab(?:y|ies)|toddlers?|sons?|daughters?|mum|mam|mother|dad|father|wife|husband|girlfriend
    boyfriend|partners?|ex(?:-| )?(?:partner|wife|husband)?|siblings?|step(?:son|daughter|dad|mum|father|mother)
    famil(?:y|ies)|plant|plentyn|gwraig|gŵr|teulu""",
    # what happens in cases
    r"""disclos\w+|assault\w*|arrest\w*|police|bail|courts?|convict\w*|prison|custody|injunction|non-?mol\w*|dvpo|marac
    restraining order|strang\w*|bruis\w*|injur\w*|hit|hits|hitting|punch\w*|threat\w*|violen\w+|abus\w+|stalk\w*
    harass\w*|rape\w*|refuge|social (?:worker|services)|child protection|cp plan|safeguarding (?:referral|concern)
    school|suicid\w*|self-?harm\w*|overdose\w*|drink\w*|drugs?|alcohol|pregnan\w*|breach\w*|released
    moved (?:back|out|in)|risk (?:level|rating)|high risk|relapse\w*|heddlu|llys|ymosod\w*|trais|ysgol""",
    # talking about it
    r"""talked|spoke|discuss\w*|regarding|about|concerns?|worried|worry|upset|struggling|trafod\w*|ynghylch""",
)
_WORDS = tuple(
    re.compile(rf"(?<![^\W_])(?:{'|'.join(line.strip() for line in words.splitlines())})(?![^\W_])") for words in _SIGNS
)
_AWAY = re.compile(
    r"\b(?:sick|ill|unwell|leave|holiday|half term|off|absent|cover\w*|appointment|training|course|snow|traffic|late|"
    r"car|train|cancel\w*|moved to|rearrang\w*|re-?sched\w*|clash\w*|gwyliau|sâl)\b"
)
_PAIR = re.compile(r"\b(?:[A-Z]\.?\s?[A-Z]\.?|[A-Z]{2})(?=\s*(?:/|&|\+|,|and\b|$|[^\w\s]|\s))")
_LETTERED = re.compile(
    r"\b(?:client|family|case|victim|survivor|perp|mrs?|ms|miss|participant|child)\.? ([A-Z])\b(?!\w)", re.IGNORECASE
)
_CAPITALISED = re.compile(r"(?<=[^\s.!?:;] )([A-Z][a-zà-ÿ]{2,})\b")
_SHORT_FORMS = frozenset(
    "AL AM PM LM PS GS OK IT HR TV UK NA TC DV DA VS CO MS SV SM PL TL CP ED EW BH AP TA PA GP WC ID QA RE RA".split()
)
_ORDINARY = frozenset(
    "teams zoom skype whatsapp google webex online monday tuesday wednesday thursday friday saturday sunday january "
    "february march april may june july august september october november december easter christmas bank holiday covid "
    "llun mawrth mercher iau gwener office hall centre center house room street road church university college council "
    "trust wales england english welsh".split()
)


def about_a_case(text: str, known_names: Collection[str] = ()) -> bool:
    """Whether words seem to be about a case. ``known_names`` are people of the log, whose names say nothing."""
    return len(text.strip()) > 2 and _weight(text, known_names) >= ENOUGH


def _weight(text: str, known_names: Collection[str]) -> int:
    plain = " ".join(unicodedata.normalize("NFKC", text).casefold().replace("’", "'").split())
    if _REFERENCE.search(plain):
        return ENOUGH
    signs = sum(words.search(plain) is not None for words in _WORDS)
    if _names_someone(text, known_names):
        return signs + 1
    return signs - (1 if _AWAY.search(plain) else 0)


def _names_someone(text: str, known_names: Collection[str]) -> bool:
    """Initials, 'client B', or a name that nobody of the log has."""
    words = {word for name in known_names for word in re.findall(r"[^\W\d_]+", name.casefold())}
    letters = {"".join(part[0] for part in re.findall(r"[^\W\d_]+", name))[:2].upper() for name in known_names}
    found = {re.sub(r"[^A-Z]", "", pair) for pair in _PAIR.findall(text)}
    if found - letters - _SHORT_FORMS or _LETTERED.search(text):
        return True
    names = {name.casefold() for name in _CAPITALISED.findall(text)}
    return bool(names - words - _ORDINARY)
