# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Who is ticked for a training day, and how the day ended for each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from desktop.models.workforce.training import TrainingResult
from desktop.services.workforce.day_facts import Attendee
from desktop.services.workforce.day_lines import Candidate

RESULTS = {
    TrainingResult.COMPLETED: "Completed",
    TrainingResult.PART: "Part attended",
    TrainingResult.NOT_PASSED: "Not passed",
}
ELSE = "Not in the list of that day"


@dataclass(frozen=True, slots=True)
class Ticked:
    """Someone who can be ticked. ``offered`` is None for one who did not work here on the day."""

    person_id: str
    name: str
    offered: Candidate | None


class Attendance:
    """Ticks stay when another course or day is chosen; who is ticked but does not work here then, stands first."""

    def __init__(self) -> None:
        self._offered: Mapping[str, Candidate] = {}
        self._names: dict[str, str] = {}
        self._results: dict[str, TrainingResult] = {}

    def offer(self, candidates: Sequence[Candidate]) -> None:
        """Who can be ticked, in this order."""
        self._offered = {one.person_id: one for one in candidates}

    def begin(self, attended: Iterable[tuple[str, str, TrainingResult]]) -> None:
        """Who is ticked at first: id, name, and how it ended."""
        self._results = {}
        for person_id, name, result in attended:
            self._names[person_id] = name
            self._results[person_id] = result

    def people(self) -> tuple[Ticked, ...]:
        """All who are shown."""
        missing = [one for one in self._results if one not in self._offered]
        first = tuple(Ticked(one, self._names.get(one, ELSE), None) for one in missing)
        return (*first, *(Ticked(one.person_id, one.name, one) for one in self._offered.values()))

    def result(self, person_id: str) -> TrainingResult | None:
        """How it ended for someone; None when they are not ticked."""
        return self._results.get(person_id)

    def toggle(self, person_id: str) -> None:
        """Tick, or take the tick away."""
        if self._results.pop(person_id, None) is None:
            self._results[person_id] = TrainingResult.COMPLETED

    def tick(self, person_id: str, name: str) -> None:
        """Tick someone; who is ticked already stays as they are."""
        self._names[person_id] = name
        self._results.setdefault(person_id, TrainingResult.COMPLETED)

    def end(self, person_id: str, result: TrainingResult) -> None:
        """How it ended for someone, who is ticked with it."""
        self._results[person_id] = result

    def attendees(self) -> tuple[Attendee, ...]:
        """Those who are ticked, as they are recorded."""
        return tuple(Attendee(person_id, result) for person_id, result in self._results.items())

    def told(self) -> str:
        """How many are ticked, and how it ended for them where it was not completed by all."""
        count = len(self._results)
        if not count:
            return "Nobody is ticked yet"
        others = [
            f"{list(self._results.values()).count(one)} {words.lower()}"
            for one, words in RESULTS.items()
            if one is not TrainingResult.COMPLETED and one in self._results.values()
        ]
        return ", ".join((f"{count} ticked", *others))

    @property
    def codes(self) -> tuple[str, ...]:
        """Who is ticked, for a draft."""
        return tuple(f"{person_id}={result.name}" for person_id, result in self._results.items())

    def show_codes(self, codes: Sequence[str], known: Mapping[str, str]) -> None:
        """Tick as a draft has it. Who is gone since then (not among the ``known`` names) is left out."""
        parts = [code.rpartition("=") for code in codes]
        self.begin(
            (person_id, known[person_id], TrainingResult[name])
            for person_id, _sign, name in parts
            if person_id in known
        )
