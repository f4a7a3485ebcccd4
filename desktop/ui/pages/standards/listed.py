# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The list of this place as it is printed: every indicator with judgement, support, evidence and open actions."""

from desktop.models.prints import ListPrint
from desktop.services.assessing import Assessing
from desktop.services.assessment_views import AssessmentView

_COLUMNS = (("Indicator", 1.0), ("About", 3.2), ("How it stands", 2.4), ("Evidence", 1.0), ("Open actions", 1.0))


def listed(view: AssessmentView, assessing: Assessing) -> ListPrint:
    """One row an indicator, in order."""
    rows = []
    for standard in view.standards:
        for line in standard.lines:
            shown = assessing.indicator(line.id)
            name = f"{line.short_name} (critical)" if line.critical else line.short_name
            still_open = sum(action.is_open for action in shown.actions)
            rows.append((line.number, name, line.state_words, str(len(shown.evidence)), str(still_open)))
    results = "; ".join(f"{each.number}, {each.so_far}" for each in view.standards)
    return ListPrint("Standards", f"By standard: {results}.", _COLUMNS, tuple(rows), as_at=None)
