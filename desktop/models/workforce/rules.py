# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The catalogue as the charity has it: its own courses, and its own rules for the catalogue's."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from desktop.models.catalogue import Catalogue, Course, SupervisionKind
from desktop.models.workforce.frequency import every_words
from desktop.models.workforce.supervision import SupervisionRule
from desktop.models.workforce.training import CourseRule


def with_rules(catalogue: Catalogue, courses: Iterable[CourseRule], how_often: Iterable[SupervisionRule]) -> Catalogue:
    """The catalogue with the charity's rules in place, its own courses last. Standards and indicators stay."""
    rules = {rule.id: rule for rule in courses}
    intervals = {rule.id: rule for rule in how_often}
    known = tuple(_ruled(course, rules.pop(course.id, None)) for course in catalogue.courses)
    kinds = tuple(_how_often(kind, intervals) for kind in catalogue.supervision)
    return replace(catalogue, courses=(*known, *(_own(rule) for rule in rules.values())), supervision=kinds)


def validity_words(valid_months: int | None) -> str:
    """How long a course is good for, in words."""
    if valid_months is None:
        return "Once is enough"
    years, months = divmod(valid_months, 12)
    if valid_months == 1:
        return "Every month"
    if months or not years:
        return f"Every {valid_months} months"
    return "Every year" if years == 1 else f"Every {years} years"


def _ruled(course: Course, rule: CourseRule | None) -> Course:
    if rule is None:
        return course
    same = course.valid_months == rule.valid_months
    return replace(
        course,
        name=rule.name,
        kind=rule.kind,
        hours=rule.hours,
        roles=rule.roles,
        core_for=rule.core_for,
        mandatory=rule.mandatory,
        valid_months=rule.valid_months,
        validity_note=course.validity_note if same else validity_words(rule.valid_months),
        window_days=rule.window_days,
        grace_days=rule.grace_days,
    )


def _own(rule: CourseRule) -> Course:
    return Course(
        id=rule.id,
        name=rule.name,
        kind=rule.kind,
        length="",
        hours=rule.hours,
        roles=rule.roles,
        roles_note="",
        core_for=rule.core_for,
        mandatory=rule.mandatory,
        valid_months=rule.valid_months,
        validity_note=validity_words(rule.valid_months),
        basis="the charity's own",
        window_days=rule.window_days,
        grace_days=rule.grace_days,
    )


def _how_often(kind: SupervisionKind, intervals: Mapping[str, SupervisionRule]) -> SupervisionKind:
    rule = intervals.get(kind.id)
    if rule is None:
        return kind
    return replace(kind, every_days=rule.every_days, frequency=every_words(rule.every_days), every_note="")
