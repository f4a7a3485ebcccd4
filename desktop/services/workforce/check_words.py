# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What is recorded of a check, in words."""

from desktop.models.dates import long_date
from desktop.models.workforce.checks import CheckKind, RecruitmentCheck


def dbs_words(check: RecruitmentCheck) -> str:
    """All that is recorded of a DBS check; '' for any other."""
    if check.kind is not CheckKind.DBS:
        return ""
    decided = [check.decision or "", f"on {long_date(check.decided_on)}" if check.decided_on else ""]
    decided += [f"by {check.decided_by}"] if check.decided_by else []
    said = (
        check.level or "",
        f"issued {long_date(check.issued)}" if check.issued else "",
        {True: "on the update service", False: "not on the update service", None: ""}[check.update_service],
        " ".join(filter(None, decided)) if check.decision else "",
        f"recheck due {long_date(check.recheck_due)} (our policy)" if check.recheck_due else "",
    )
    return ", ".join(filter(None, said))
