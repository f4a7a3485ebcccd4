# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Which role of the catalogue a text means: offered, never taken by itself where it may be another."""

import re

from desktop.models.catalogue import Catalogue, Role
from desktop.services.importing.cell_words import plain

_MEANS: tuple[tuple[str, str], ...] = (
    (r"co-?\s?facilitat|trainee.*facilitat|assistant facilitat", "COF"),
    (r"(?<!co-)(?<!co)(?<!co )facilitat|hwylus", "FAC"),
    (r"one[ -]to[ -]one|\b1\s?[:-]\s?1\b|\b121\b|individual (?:work|practitioner)", "ONE"),
    (r"case ?manage|intensive", "CMG"),
    (r"helpline|early response|duty worker|first response|llinell gymorth", "HLP"),
    (r"victim|survivor|partner support|women'?s support|\bisw\b|\bidva\b|integrated support|\bisva\b", "VSW"),
    (r"(?:clinical|practice) (?:supervisor|lead supervisor)|supervisor|goruchwyl", "SUP"),
    (r"service manager|\bmanager\b|head of (?:service|operations)|chief exec|\bceo\b|director|rheolwr", "MGR"),
    (r"train(?:er|ing lead)|practice (?:lead|development)|learning lead|hyffordd", "TRN"),
)
_APART = re.compile(r"\s*[/;+&|\n]\s*|,\s+")
_READ = tuple((re.compile(pattern), code) for pattern, code in _MEANS)
_MORE = 2  # letters that make a word worth comparing


def role_parts(text: str) -> tuple[str, ...]:
    """The roles that one text names: 'Service Manager / DSL' names two."""
    return tuple(dict.fromkeys(part.strip() for part in _APART.split(text) if part.strip()))


def likely_roles(text: str, catalogue: Catalogue) -> tuple[Role, ...]:
    """The roles that a text may mean, the likeliest first: one when it is clear, none when nothing is near."""
    low = plain(text)
    words = set(re.findall(r"\w+", low))
    named = [role for role in catalogue.roles if plain(role.name) == low or role.code.casefold() in words]
    if named:
        return tuple(named)
    codes = [code for pattern, code in _READ if pattern.search(low)]
    found = [role for code in dict.fromkeys(codes) for role in catalogue.roles if role.code == code]
    return tuple(found) or tuple(role for role in catalogue.roles if not role.practice and _shares(low, role))


def _shares(low: str, role: Role) -> bool:
    words = {word for word in re.findall(r"[^\W\d_]+", low) if len(word) > _MORE}
    return bool(words & {word for word in re.findall(r"[^\W\d_]+", plain(role.name)) if len(word) > _MORE} - _IDLE)


_IDLE = frozenset("and or for with worker lead the of".split())
