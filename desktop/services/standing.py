# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Where the charity stands now: the newest assessment, read once and scored, until something is saved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from desktop.models.catalogue import Catalogue
from desktop.models.changes import Changes
from desktop.models.records import Answer, Assessment
from desktop.models.results import IndicatorScore, StandardResult
from desktop.models.scoring import score
from desktop.models.workforce.live import LiveFigure, claims_more, figure_sentences, live_figures
from desktop.models.workforce.picture import Workforce
from desktop.services import catalogues
from desktop.services.records import AssessmentRecords, read_again, read_assessment
from desktop.services.workforce_records import kept_records
from desktop.storage.database import Database


@dataclass(frozen=True)
class Standing:
    """One assessment with its catalogue, its records and its results as at a day. What is worked out is kept.

    ``workforce`` is what the figures of Standard 6 are worked out from.
    """

    catalogue: Catalogue
    records: AssessmentRecords
    results: tuple[StandardResult, ...]
    scores: Mapping[str, IndicatorScore]
    as_at: date
    workforce: Workforce

    @cached_property
    def figures(self) -> Mapping[str, str]:
        """The workforce's figures in words, by indicator id."""
        return figure_sentences(self.workforce, self.live.values())

    @cached_property
    def live(self) -> Mapping[str, LiveFigure]:
        """The live figures of Standard 6, by indicator id, with who and why: for the window only."""
        return {figure.indicator_id: figure for figure in live_figures(self.workforce)}

    def answer(self, indicator_id: str) -> Answer:
        """The answer to an indicator; an empty one, with an empty id, before there is any."""
        return self.records.answers.get(indicator_id) or Answer("", self.records.assessment.id, indicator_id)

    def result_of(self, indicator_id: str) -> StandardResult:
        """The result of the standard that an indicator belongs to."""
        number = self.catalogue.indicator(indicator_id).standard
        return next(result for result in self.results if result.standard == number)


def says_more(standing: Standing, indicator_id: str, figure: LiveFigure) -> bool:
    """Whether the judgement of an indicator says more than its figure; what is not applicable claims nothing."""
    answer = standing.answer(indicator_id)
    return not answer.not_applicable and claims_more(figure, answer.judgement)


class Now:
    """The newest assessment as it stands. After a save only what changed is read again."""

    def __init__(self, db: Database) -> None:
        self._db = db
        self._kept: Standing | None = None
        self._changed: set[str] = set()
        db.on_saved(self._note)

    def standing(self, today: date) -> Standing | None:
        """Where the charity stands today, or None before the first assessment."""
        kept, changed = self._kept, self._changed
        if kept and kept.as_at == today and not changed:
            return kept
        if kept and "assessment" not in changed:
            self._kept = _scored(self._db, read_again(self._db, kept.records, changed), today)
        else:
            newest = newest_assessment(self._db)
            self._kept = _scored(self._db, read_assessment(self._db, newest.id), today) if newest else None
        self._changed = set()
        return self._kept

    def _note(self, changes: Changes) -> None:
        self._changed |= changes.tables


def newest_assessment(db: Database) -> Assessment | None:
    """The assessment with the newest date."""
    found: Sequence[Assessment] = db.assessments.list()
    return found[-1] if found else None


def current_catalogue(db: Database) -> Catalogue:
    """The catalogue that the newest assessment answers, or the newest one before there is an assessment."""
    assessment = newest_assessment(db)
    return catalogues.catalogue(db, assessment.catalogue_version) if assessment else catalogues.newest(db)


def workforce_now(db: Database, today: date) -> Workforce:
    """The workforce as it is today, with the charity's own courses and rules; kept until something is saved."""
    return kept_records(db).on(db, current_catalogue(db), today)


def _scored(db: Database, records: AssessmentRecords, today: date) -> Standing:
    catalogue = catalogues.catalogue(db, records.assessment.catalogue_version)
    results = score(catalogue, records.services, records.facts(), today)
    scores = {entry.indicator_id: entry for result in results for entry in result.indicators}
    workforce = kept_records(db).on(db, catalogue, today)
    return Standing(catalogue, records, results, scores, today, workforce)
