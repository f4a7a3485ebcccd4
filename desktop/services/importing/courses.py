# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Which course of the catalogue a heading means: offered, never taken by itself."""

import re
from collections.abc import Iterable
from functools import lru_cache

from desktop.models.catalogue import Catalogue, Course
from desktop.services.importing.cell_words import plain

_ENOUGH = 0.5  # of the words of the heading and of the course that are the same
_CLEAR = 0.15  # ahead of the next one, to be the only one offered
_IDLE = frozenset(
    "and the of for in to a with use used here set by role course courses training awareness level basic core "
    "refresher yrly yr yrs yearly annual annually years year every months monthly days day half full online e "
    "learning elearning l1 l2 l3 1 2 3 4 5 6 12 24 36 work works working intro introduction foundation skills "
    "up how people".split()
)
_MEANS: tuple[tuple[str, str], ...] = (
    (r"\bda\b|\bdva\b|\bdv\b", "domestic abuse"),
    (r"domestic violence", "domestic abuse"),
    (r"\bgdpr\b|\bdpa\b|data security|information governance", "data protection"),
    (r"\bedi\b|\bede?i\b|diversity|inclusion|equalities", "equality"),
    (r"\bdash\b|\bsara\b|\bric\b|risk (?:tools?|assessment|management)", "risk assessment tools"),
    (r"\bisw\b|\bidva\b", "victim survivor support"),
    (r"\blgbtq?i?a?\+?", "lgbt relationships"),
    (r"\bcpva?\b|\bapva?\b", "child parent abuse"),
    (r"\b1\s?[:-]\s?1\b|\bone[ -]to[ -]one\b|\b121\b", "singly"),
    (r"\bgroup ?work\b|\bfacilitation\b|\bfacilitator\b", "group facilitation perpetrators"),
    (r"safeguarding (?:of )?children|child protection|children'?s safeguarding|diogelu plant", "child safeguarding"),
    (r"safeguarding (?:of )?adults|adult protection|adults at risk|\bsova\b|diogelu oedolion", "adult safeguarding"),
    (r"info(?:rmation)? sharing|confidentiality|rhannu gwybodaeth", "information sharing confidentiality"),
    (r"first aid(?:er)?|cymorth cyntaf|\bfaw\b|\befaw\b", "first aid"),
    (r"lone work(?:ing|er)|personal safety|gweithio ar eich pen", "lone personal safety"),
    (r"drugs?|alcohol|substance misuse", "substance"),
)


def likely_courses(heading: str, catalogue: Catalogue) -> tuple[Course, ...]:
    """The courses that a heading may mean, the likeliest first: one when it is clear, none when nothing is near."""
    wanted = _words(heading)
    scored = sorted(
        ((_likeness(wanted, _words(course.name)), course) for course in catalogue.courses),
        key=lambda each: -each[0],
    )
    near = [(score, course) for score, course in scored if score >= _ENOUGH]
    return tuple(course for score, course in near if score > near[0][0] - _CLEAR)


@lru_cache(maxsize=1024)  # each heading meets every course of the catalogue
def _words(text: str) -> frozenset[str]:
    low = plain(text)
    for pattern, meaning in _MEANS:
        low = re.sub(pattern, f" {meaning} ", low)
    return frozenset(_stems(re.findall(r"[^\W\d_]+", low)))


def _stems(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        if word not in _IDLE and len(word) > 1:
            yield "child" if word == "children" else word.removesuffix("s") if len(word) > 3 else word


def _likeness(heading: frozenset[str], course: frozenset[str]) -> float:
    """The share of the heading's words that the course has, and a little for the share of the course's."""
    if not heading or not course:
        return 0.0
    shared = len(heading & course)
    return 0.7 * shared / len(heading) + 0.3 * shared / len(course)
