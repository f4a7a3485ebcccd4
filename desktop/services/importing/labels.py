# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Tells labels apart: the name of a person, the name of a course, the word over a group of rows, a total, a remark."""

import re
from functools import lru_cache

from desktop.services.importing.cell_words import plain

_COURSE_WORDS = frozenset(
    "training course courses awareness level safeguarding aid safety health protection skills practice group "
    "support work working abuse risk induction first data gdpr equality diversity inclusion edi domestic "
    "coercive control child children adult adults mental fire manual handling information sharing "
    "confidentiality lone supervision recruitment prevent dash marac sara tools assessment facilitation core "
    "foundation refresher intersectional lgbt lgbt+ lgbtq+ lgbtq trauma informed motivational interviewing "
    "case management victim survivor survivors cyber security substance misuse alcohol drugs stalking "
    "harassment honour based boundaries professional women harm harmful perpetrator perpetrators behaviour "
    "change model leadership manager managers trainer train legal hygiene moving display screen dse conflict "
    "resolution de-escalation counselling suicide prevention self-harm ptsd autism neurodiversity disability "
    "language communication writing recording record keeping whistleblowing complaints policy policies "
    "procedures passport certificate diploma nvq module workshop webinar e-learning elearning online "
    "hyfforddiant diogelu cwrs cymorth cyntaf iechyd diogelwch cydraddoldeb amrywiaeth plant oedolion trais "
    "domestig ymwybyddiaeth gweithio risg tân gwybodaeth cyfrinachedd atal".split()
)
_GROUP_WORDS = frozenset(
    "staff volunteers volunteer students student trustees trustee board sessional bank agency leavers left "
    "former team teams employees employed managers management facilitators practitioners practice workers "
    "helpline admin office placements casual past current new starters isw isws central delivery service "
    "services support others other core gwirfoddolwyr myfyrwyr ymddiriedolwyr tîm and & of the / wedi gadael "
    "ymadawyr freelance associates paid unpaid seconded".split()
)
_NEVER_NAMES = frozenset(
    "staff volunteers volunteer students student trustees trustee team teams employees agency leavers "
    "placements services service helpline office admin facilitators practitioners workers gwirfoddolwyr "
    "myfyrwyr ymddiriedolwyr for of to by in the with per due required needed mandatory optional date dates "
    "provider cost length".split()
)
_LEAVERS = re.compile(r"\b(?:leavers?|left|former|past|ex-?staff|wedi gadael|ymadawyr)\b")
_TOTAL = re.compile(
    r"^(?:(?:sub|grand)?-?\s?totals?\b|cyfanswm|%|per ?cent|percentage|count\b|sum\b|average|mean\b|overall|compliance|"
    r"number (?:of|with|in|trained)|no\. (?:of|with|in)|how many|target|coverage|in date|out of date|up to date|"
    r"completed$|cyfrif|canran|nifer)"
)
_REMARK = re.compile(
    r"^(?:(?:key|legend|nb|n\.b\.|(?:last )?updated|allwedd)\b|[✓✔☑✅]|"
    r"(?:notes?|red|amber|green|yellow|blue|grey|x|nodyn|nodiadau|coch|gwyrdd|melyn)\s?[:=])"
)
_PARTICLES = frozenset("de da di du la le van von der den ap ab ferch bin binti al el o y mac st san".split())
_NAME_WORD = re.compile(r"[^\W\d_]+(?:['’`´-][^\W\d_]+)*[.]?|[^\W\d_]\.(?:[^\W\d_]\.)*")
_LONG_LABEL = 60
_KEPT = 2000  # labels of the sheets in hand, not of all that were ever read


@lru_cache(maxsize=_KEPT)
def name_likeness(text: str) -> float:
    """1 for what is written as a person's name, 0.4 for one word or initials that may be one, 0 for the rest."""
    bare = re.sub(r"\([^)]*\)|\"[^\"]*\"", " ", text).replace(",", " , ")
    words = [word for word in bare.split() if word != ","]
    if not 1 <= len(words) <= 5 or len(text) > _LONG_LABEL or any(sign.isdigit() for sign in bare):
        return 0.0
    if not all(_NAME_WORD.fullmatch(word) for word in words):
        return 0.0
    low = [plain(word).strip(".") for word in words]
    if any(word in _COURSE_WORDS or word in _NEVER_NAMES for word in low) or all(word in _GROUP_WORDS for word in low):
        return 0.0
    if len(words) == 1:
        return 0.4 if words[0][0].isupper() else 0.1
    capitals = sum(word[0].isupper() or plain(word) in _PARTICLES for word in words)
    return 1.0 if capitals == len(words) else 0.6


@lru_cache(maxsize=_KEPT)
def course_likeness(text: str) -> float:
    """1 for what speaks of a course, 0.5 for what could be one, 0 for what reads as a name."""
    low = plain(text)
    words = re.findall(r"[^\W\d_]+(?:[-+][^\W\d_]*)*", low)
    if any(word in _COURSE_WORDS for word in words):
        return 1.0
    if re.search(r"[\d&/+]|\(", low):
        return 0.8
    return 0.0 if name_likeness(text) >= 1 else 0.5


@lru_cache(maxsize=_KEPT)
def is_total(text: str) -> bool:
    """Whether a row so named counts the rows above it."""
    return bool(_TOTAL.match(plain(text)))


@lru_cache(maxsize=_KEPT)
def is_remark(text: str) -> bool:
    """Whether it is a sentence or a key to the colours, not a label."""
    low = plain(text)
    return (
        bool(_REMARK.match(low))
        or len(text) > _LONG_LABEL
        or (len(low.split()) > 4 and bool(re.search(r"[.:=!?;]", low)))
    )


@lru_cache(maxsize=_KEPT)
def says_left(text: str) -> bool:
    """Whether a group, a role or a note says that a person has left."""
    return bool(_LEAVERS.search(plain(text)))
