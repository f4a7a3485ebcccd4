# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What the standards cover (product rule 1), said plainly of one service. A note is advice: nothing is refused."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop.models.records import Service, ServiceType
from desktop.models.scope_text import LEAST_AGE, about_child_to_parent, clauses, plain, says, stated, youngest

LEAST_WEEKS = 22
COVERED_NATIONS = frozenset({"england", "wales", "cymru", "lloegr"})
WIDER_NATIONS = frozenset({"uk", "united kingdom", "great britain", "britain", "gb"})


@dataclass(frozen=True, slots=True)
class ScopeNote:
    """One thing to know about a service. ``out_of_scope`` False: in scope, but worth a look."""

    code: str
    sentence: str
    out_of_scope: bool = False


_SYSTEM = r"(?:marac|matac|safe (?:&|and) together)"
_SYSTEM_NAMED = re.compile(rf"\b{_SYSTEM}\b")
_SYSTEM_WORK = re.compile(
    rf"\b(?:co-?ordinat\w*|chair\w*|runs?|running|hosts?|hosting|administ\w*|organis\w*|manag\w*|implement\w*)"
    rf"(?: (?:of|the|our|a|local|weekly|monthly|and|for)){{0,3}} {_SYSTEM}\b"
    r"|\b(?:marac|matac) (?:co-?ordinat\w*|chair\w*|administrat\w*|secretariat|development)\b"
    r"|\bsafe (?:&|and) together (?:implementation|coaching|consultancy|roll-?out|training for)\b"
)
_SYSTEM_ALONE = re.compile(
    rf"(?:(?:a|the|our|local|weekly|monthly|regular) )*{_SYSTEM}"
    r"(?: (?:meetings?|process|panel|conferences?|model|work))*"
)
_BESIDE = re.compile(
    r"\b(?:after|alongside|beside|beyond|following|for|from|known to|referred|referrals?|to|via|with)\b"
)
_PRISONS = (
    r"(?:hmpps|hm prisons?(?: service)?(?: and probation(?: service)?)?|(?:national )?probation(?: service)?"
    r"|(?:prison|probation) (?:service|staff|officers))"
)
_PRISONS_DELIVER = re.compile(
    rf"\b(?:deliver(?:ed|y)|run|led|facilitated|provided|staffed) (?:wholly |jointly |only )?by (?:the )?{_PRISONS}\b"
    r"|\bhmpps (?:delivery|programme|delivered)\b|\bprobation[- ](?:delivered|led|run)\b"
)
_PRISONS_PAY = re.compile(
    r"\b(?:hmpps|hm prison|prison and probation|(?:national |the )probation service|probation service)\b"
)
_OTHER_NATION = re.compile(
    r"\b(?:scotland|scottish|northern ireland|isle of man|jersey|guernsey|republic of ireland)\b"
)
_GENERAL = re.compile(
    r"\b(?:anger management|general (?:counselling|offending|violence)|(?:any|all) (?:crimes?|offen[cd]\w*)"
    r"|any kinds? of violence|bullying"
    r"|football violence|knife crime|gang violence|stranger violence|violence reduction)\b"
)
_NOT_SPECIFIC = re.compile(
    r"\bnot (?:\w+ )?(?:specific|limited|confined|restricted) to (?:domestic|partner)\b"
    r"|\bnot (?:only|just) (?:for |about )?(?:domestic|partner)\b"
)
_DOMESTIC = re.compile(
    r"\b(?:domestic|partners?|coerci\w*|relationships?|intimate|honour|family|families|wife|wives|husbands?"
    r"|girlfriends?|boyfriends?|spouses?|parents?)\b"
)


def check_scope(service: Service, nation: str = "") -> tuple[ScopeNote, ...]:
    """What the scope rules say of a service: out of scope first. ``nation`` '' means not stated."""
    found = [
        *_ages(service),
        *_prisons(service),
        *_systems(service),
        *_specific(service),
        *_nation(service, nation),
        *_length(service),
        *_support(service),
    ]
    return tuple(sorted(found, key=lambda note: not note.out_of_scope))


def in_scope(service: Service, nation: str = "") -> bool:
    """Whether nothing in the service's description puts it out of scope."""
    return not any(note.out_of_scope for note in check_scope(service, nation))


def _told(service: Service) -> tuple[str, ...]:
    return service.name, service.format, *service.elements, service.cohort


def _ages(service: Service) -> Iterator[ScopeNote]:
    ages = [age for text in _told(service) if (age := youngest(text)) is not None]
    of_parents = any(about_child_to_parent(text) for text in _told(service))
    if ages and 0 < min(ages) < LEAST_AGE:
        if of_parents:
            yield ScopeNote(
                "under_16_child_to_parent",
                "Abuse of parents by children under 16 is out of scope: the standards start at age 16.",
                out_of_scope=True,
            )
        else:
            yield ScopeNote(
                "under_16",
                "The standards cover people aged 16 or over: work with anyone younger is out of scope.",
                out_of_scope=True,
            )
    elif (ages and min(ages) == 0) or (of_parents and not ages):
        yield ScopeNote("age_not_stated", "Say from what age this service takes people: the standards start at age 16.")


def _prisons(service: Service) -> Iterator[ScopeNote]:
    if any(says(_PRISONS_DELIVER, text) for text in _told(service)):
        yield ScopeNote(
            "prison_and_probation",
            "Delivery by HM Prison and Probation Service is out of scope of these standards.",
            out_of_scope=True,
        )
    elif says(_PRISONS_PAY, service.commissioner) or says(_PRISONS_PAY, service.name):
        yield ScopeNote(
            "prison_and_probation_check",
            "HM Prison and Probation Service is named: in scope only where it does not deliver the work itself.",
        )


def _systems(service: Service) -> Iterator[ScopeNote]:
    named = [
        clause[match.end() :]
        for clause in clauses(service.name)
        for match in stated(_SYSTEM_NAMED, clause)
        if not _BESIDE.search(clause[: match.start()])
    ]
    if any(_is_system_work(text) for text in _told(service)) or "" in named:
        yield ScopeNote(
            "systems_change",
            "Work to change how agencies work together, such as Safe & Together, MARAC or MATAC, is out of scope.",
            out_of_scope=True,
        )
    elif named:
        yield ScopeNote(
            "systems_change_check",
            "The name speaks of MARAC, MATAC or Safe & Together: only direct work with people is in scope.",
        )


def _is_system_work(text: str) -> bool:
    return says(_SYSTEM_WORK, text) or any(_SYSTEM_ALONE.fullmatch(clause) for clause in clauses(text))


def _specific(service: Service) -> Iterator[ScopeNote]:
    told = _told(service)
    said_so = any(_NOT_SPECIFIC.search(plain(text)) for text in told)
    general = any(says(_GENERAL, text) for text in told)
    domestic = any(_DOMESTIC.search(plain(text)) for text in told)
    if said_so or (general and not domestic):
        yield ScopeNote(
            "not_domestic_abuse",
            "A response that is not specific to domestic abuse is out of scope of these standards.",
            out_of_scope=True,
        )
    elif general:
        yield ScopeNote(
            "general_work_named",
            "General work such as anger management is named: on its own it is no answer to domestic abuse (SA 3.4).",
        )


def _nation(service: Service, nation: str) -> Iterator[ScopeNote]:
    where = plain(nation)
    if where in WIDER_NATIONS:
        yield ScopeNote("nation_check", "These standards cover England and Wales only: say which work is done there.")
    elif where and not COVERED_NATIONS.issuperset(re.split(r" ?(?:,|/|&|\band\b) ?", where)):
        yield ScopeNote(
            "nation", f"These standards cover England and Wales: work in {nation.strip()} is out of scope.", True
        )
    elif says(_OTHER_NATION, service.commissioner) or says(_OTHER_NATION, service.name):
        yield ScopeNote("nation_check", "These standards cover England and Wales only: say which work is done there.")


def _length(service: Service) -> Iterator[ScopeNote]:
    if service.type is not ServiceType.BEHAVIOUR_CHANGE:
        return
    if service.weeks is None:
        yield ScopeNote(
            "weeks_unknown", "The length is not stated: behaviour change work is expected to last 22 weeks."
        )
    elif service.weeks < LEAST_WEEKS:
        weeks = "1 week" if service.weeks == 1 else f"{service.weeks} weeks"
        yield ScopeNote("short_programme", f"It lasts {weeks}: behaviour change work is expected to last at least 22.")


def _support(service: Service) -> Iterator[ScopeNote]:
    support = service.support
    if plain(support.provider) in {"", "none", "n/a", "na", "no one", "nobody", "no", "not known", "tbc", "-"}:
        yield ScopeNote("no_victim_support", "It is not stated who supports victim-survivors beside this service.")
    elif support.funded is False:
        yield ScopeNote("support_not_funded", "The support for victim-survivors beside this service is not funded.")
    elif support.funded is None:
        yield ScopeNote("support_funding_unknown", "It is not stated how the support for victim-survivors is funded.")
