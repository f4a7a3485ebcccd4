# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Which backups to keep: all of 48 hours, then one a day, a week and a month.

Ages are counted from the newest backup of an era, never from the clock. An era ends where the dates, in the order
of making, go back or jump ahead: a wrong clock starts an era of its own and thins nothing made before it.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

ALL_WITHIN = timedelta(hours=48)
DAILY, WEEKLY, MONTHLY = 14, 8, 12
ERA_GAP = timedelta(days=90)


def keep(dates: Sequence[datetime]) -> list[bool]:
    """Of backups in the order they were made, which to keep. The newest is always among them."""
    kept: list[bool] = []
    start = 0
    for at in range(1, len(dates) + 1):
        if at == len(dates) or not timedelta(0) <= dates[at] - dates[at - 1] <= ERA_GAP:
            kept += _keep_of_era(dates[start:at])
            start = at
    return kept


def _keep_of_era(dates: Sequence[datetime]) -> list[bool]:
    newest = dates[-1]
    kept = [newest - made <= ALL_WITHIN for made in dates]
    for period, most in ((_day, DAILY), (_week, WEEKLY), (_month, MONTHLY)):
        last_of = {period(made): at for at, made in enumerate(dates) if period(newest) - period(made) < most}
        for at in last_of.values():
            kept[at] = True
    return kept


def _day(made: datetime) -> int:
    return made.toordinal()


def _week(made: datetime) -> int:
    return (made.toordinal() - 1) // 7  # ordinal 1 was a Monday


def _month(made: datetime) -> int:
    return made.year * 12 + made.month
