# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""How things stand, drawn: the marks of the look page on a unit square, and the states that use them."""

from dataclasses import dataclass

from desktop.models.pack import ActionPart
from desktop.models.records import ActionState, FileState
from desktop.models.results import Result, StandardResult
from desktop.reports.canvas import PackCanvas


@dataclass(frozen=True, slots=True)
class State:
    """Colour role, mark and word: always shown together."""

    role: str
    mark: str
    word: str

    def named(self, word: str) -> "State":
        """The same state under other words."""
        return State(self.role, self.mark, word)


MET = State("met", "tick", "Met")
PARTLY = State("partly", "half", "Partly met")
NOT_YET = State("notyet", "ring", "Not yet met")
GAP = State("gap", "warn", "Safety gap")
NO_RESULT = State("none", "dots", "No result")
OPEN = State("none", "dots", "Not answered")
NOT_APPLICABLE = State("na", "dash", "Not applicable")
LATE = State("gap", "cross", "Late")
LAPSED = State("gap", "cross", "Lapsed")
HOLDS = State("met", "tick", "Holds")
FAILS = State("notyet", "ring", "Does not hold")

STATUS = {
    ActionState.OPEN: State("none", "ring", "To do"),
    ActionState.UNDER_WAY: State("none", "half", "Under way"),
    ActionState.WAITING: State("none", "clock", "Waiting"),
    ActionState.DONE: State("met", "tick", "Done"),
}
FILES = {  # a file that is stored or kept elsewhere has no mark: nothing is wrong with it
    FileState.MISSING: State("gap", "gapbox", "File missing"),
    FileState.DAMAGED: State("gap", "gapbox", "File damaged"),
    FileState.REFUSED: State("gap", "gapbox", "Could not be used"),
}
HELD_WORDS = "Held, not supplied"

RESULTS = {
    Result.SAFETY_GAP: GAP,
    Result.NOT_YET_MET: NOT_YET,
    Result.PARTLY_MET: PARTLY,
    Result.MET: MET,
    Result.NO_RESULT: NO_RESULT,
}
STEPS = (Result.SAFETY_GAP, Result.NOT_YET_MET, Result.PARTLY_MET, Result.MET)  # worst first


def state_of(result: StandardResult) -> State:
    """The state of a standard; a Met that leans on critical rows set aside says so."""
    state = RESULTS[result.result]
    if result.result is Result.MET and result.critical_not_applicable:
        return state.named(f"Met, {result.critical_not_applicable} critical not applicable")
    return state


def state_of_action(action: ActionPart) -> State:
    """How far it is; late before all."""
    told = STATUS[action.state]
    if not action.late:
        return told
    return LATE if action.state is ActionState.OPEN else LATE.named(f"Late, {told.word.lower()}")


def draw_mark(canvas: PackCanvas, state: State, left: float, bottom: float, side: float, *, role: str = "") -> None:
    """Draw the mark of a state in a square."""
    canvas.saveState()
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.stroke(role or state.role, side * 0.12)
    canvas.fill(role or state.role)
    canvas.translate(left, bottom)
    _SHAPES[state.mark](canvas, side)
    canvas.restoreState()


def _path(canvas: PackCanvas, side: float, *points: tuple[float, float], closed: bool = False) -> None:
    """A line through points given on the unit square, y downwards."""
    path = canvas.beginPath()
    for at, (x, y) in enumerate(points):
        (path.lineTo if at else path.moveTo)(x * side, (1 - y) * side)
    if closed:
        path.close()
    canvas.drawPath(path, 1, int(closed))


def _dot(canvas: PackCanvas, side: float, y: float, role: str) -> None:
    canvas.fill(role)
    canvas.circle(side / 2, (1 - y) * side, side * 0.075, 0, 1)


def _tick(canvas: PackCanvas, side: float) -> None:
    canvas.circle(side / 2, side / 2, side / 2, 0, 1)
    canvas.stroke("surface", side * 0.12)
    _path(canvas, side, (0.27, 0.52), (0.44, 0.69), (0.74, 0.34))


def _half(canvas: PackCanvas, side: float) -> None:
    edge = side * 0.06
    canvas.circle(side / 2, side / 2, side / 2 - edge, 1, 0)
    canvas.wedge(edge, edge, side - edge, side - edge, 90, 180, 0, 1)


def _ring(canvas: PackCanvas, side: float) -> None:
    canvas.setLineWidth(side * 0.15)
    canvas.circle(side / 2, side / 2, side * 0.43, 1, 0)


def _warn(canvas: PackCanvas, side: float) -> None:
    _path(canvas, side, (0.5, 0.1), (0.95, 0.9), (0.05, 0.9), closed=True)
    canvas.stroke("surface", side * 0.12)
    _path(canvas, side, (0.5, 0.42), (0.5, 0.62))
    _dot(canvas, side, 0.79, "surface")


def _dots(canvas: PackCanvas, side: float) -> None:
    edge = side * 0.06
    canvas.setLineCap(0)
    canvas.setLineWidth(side * 0.1)
    canvas.setDash([side * 0.2, side * 0.16])
    canvas.roundRect(edge, edge, side - 2 * edge, side - 2 * edge, side * 0.2)


def _dash(canvas: PackCanvas, side: float) -> None:
    _path(canvas, side, (0.2, 0.5), (0.8, 0.5))


def _cross(canvas: PackCanvas, side: float) -> None:
    canvas.roundRect(0, 0, side, side, side * 0.18, 0, 1)
    canvas.stroke("surface", side * 0.12)
    _path(canvas, side, (0.3, 0.3), (0.7, 0.7))
    _path(canvas, side, (0.7, 0.3), (0.3, 0.7))


def _gapbox(canvas: PackCanvas, side: float) -> None:
    edge = side * 0.06
    canvas.roundRect(edge, edge, side - 2 * edge, side - 2 * edge, side * 0.18)
    _path(canvas, side, (0.5, 0.27), (0.5, 0.54))
    _dot(canvas, side, 0.74, "gap")


def _clock(canvas: PackCanvas, side: float) -> None:
    canvas.circle(side / 2, side / 2, side * 0.43, 1, 0)
    _path(canvas, side, (0.5, 0.26), (0.5, 0.52), (0.68, 0.62))


def _cal(canvas: PackCanvas, side: float) -> None:
    canvas.roundRect(side * 0.06, side * 0.04, side * 0.88, side * 0.8, side * 0.12)
    _path(canvas, side, (0.06, 0.42), (0.94, 0.42))
    for at in (0.3, 0.7):
        _path(canvas, side, (at, 0.04), (at, 0.24))


_SHAPES = {
    "tick": _tick,
    "half": _half,
    "ring": _ring,
    "warn": _warn,
    "dots": _dots,
    "dash": _dash,
    "cross": _cross,
    "gapbox": _gapbox,
    "clock": _clock,
    "cal": _cal,
}
