# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The decisions that need nobody: what is the same as in the workbook, what was decided before, what is clearly new."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.models.catalogue import Catalogue
from desktop.models.workforce.people import Person
from desktop.models.workforce.remembered import KnownWords, OtherName
from desktop.services.importing.attendees import AttendancePreview
from desktop.services.importing.cell_words import plain
from desktop.services.importing.courses import likely_courses
from desktop.services.importing.decisions import Choice, Decisions, Meaning, Who
from desktop.services.importing.names import Likeness, likeness, match
from desktop.services.importing.preview import PersonLine, Preview
from desktop.services.importing.roles import likely_roles, role_parts
from desktop.services.importing.sessions import SessionKind, SupervisionPreview

_SUPERVISION = {
    SessionKind.LINE: "SV1",
    SessionKind.PRACTICE: "SV3",
    SessionKind.GROUP: "SV4",
    SessionKind.OBSERVATION: "SV6",
    SessionKind.DISCUSSION: "SV8",
    SessionKind.APPRAISAL: "SV9",
}


@dataclass(frozen=True, slots=True)
class Known:
    """What the workbook knows that an import is held against."""

    catalogue: Catalogue
    people: Sequence[Person] = ()
    other_names: Sequence[OtherName] = ()
    words: Sequence[KnownWords] = ()

    def names(self) -> Mapping[str, str]:
        """By name, also in its other forms, the id of the person."""
        found = {other.name: other.person_id for other in self.other_names}
        return found | {person.name: person.id for person in self.people}

    def said(self, kind: str, text: str) -> str | None:
        """What a word was said to mean before; '' for left out, None when it was never said."""
        wanted = words_id(kind, text)
        return next((word.means for word in self.words if word.id == wanted), None)


def words_id(kind: str, text: str) -> str:
    """Under which id the meaning of a word is remembered."""
    return f"{kind} {plain(text)}"


def propose(preview: Preview, known: Known) -> Decisions:
    """The decisions that need no person; what could be taken in more than one way is left undecided."""
    roles = dict.fromkeys(part for person in preview.people for part in role_parts(person.role))
    kinds = dict.fromkeys(each.kind for each in preview.sessions) if isinstance(preview, SupervisionPreview) else {}
    return Decisions(
        who=_everyone(preview, known),
        courses={name: _course(name, known) for name in course_names(preview)},
        roles={text: _role(text, known) for text in roles},
        kinds={kind.value: _kind(kind, known) for kind in kinds},
    )


def course_names(preview: Preview) -> tuple[str, ...]:
    """The courses that a preview of training or attendance speaks of, each once."""
    if isinstance(preview, SupervisionPreview):
        return ()
    return tuple(dict.fromkeys(line.course for line in preview.cells if line.course))


def _everyone(preview: Preview, known: Known) -> tuple[Who, ...]:
    names = known.names()
    found = [_who(person, names) for person in preview.people]
    if isinstance(preview, AttendancePreview):
        found = [who if each.own else Who(Choice.LEFT_OUT) for who, each in zip(found, preview.attendees, strict=True)]
    for pair in preview.same_people:
        found[pair.second] = _joined(preview, found, pair.first, pair.second)
    return tuple(found)


def _who(person: PersonLine, names: Mapping[str, str]) -> Who:
    text = f"{person.name} ({person.also_known_as})" if person.also_known_as else person.name
    found = match(text, names)
    if found.same:
        return Who(Choice.KNOWN, names[found.same])
    near = tuple(dict.fromkeys(names[name] for name in found.near))
    return Who(Choice.UNDECIDED, near=near) if near else Who(Choice.NEW)


def _joined(preview: Preview, found: Sequence[Who], first: int, second: int) -> Who:
    """The second of two lines that may be one person, unless the workbook tells them apart or together."""
    one, other = found[first], found[second]
    if Choice.LEFT_OUT in {one.choice, other.choice} or other.choice is Choice.KNOWN:
        return other
    if likeness(preview.people[first].name, preview.people[second].name) is Likeness.SAME:
        return Who(Choice.SAME_AS, line=one.line if one.choice is Choice.SAME_AS else first)
    return replace(other, choice=Choice.UNDECIDED, near_lines=(*other.near_lines, first))


def _course(name: str, known: Known) -> Meaning:
    ids = {course.id for course in known.catalogue.courses}
    return _meaning(known.said("course", name), ids, (course.id for course in likely_courses(name, known.catalogue)))


def _role(text: str, known: Known) -> Meaning:
    ids = {role.code for role in known.catalogue.roles}
    return _meaning(known.said("role", text), ids, (role.code for role in likely_roles(text, known.catalogue)))


def _kind(kind: SessionKind, known: Known) -> Meaning:
    ids = {each.id for each in known.catalogue.supervision}
    likely = [_SUPERVISION[kind]] if kind in _SUPERVISION else []
    return _meaning(known.said("supervision", kind.value), ids, likely)


def _meaning(said: str | None, ids: set[str], likely: Iterable[str]) -> Meaning:
    offered = tuple(one for one in likely if one in ids)
    if said == "":
        return Meaning(Choice.LEFT_OUT, likely=offered)
    if said in ids:
        return Meaning(Choice.KNOWN, str(said), offered)
    if len(offered) == 1:
        return Meaning(Choice.KNOWN, offered[0], offered)
    return Meaning(Choice.UNDECIDED, likely=offered)
