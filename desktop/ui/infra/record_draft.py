# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What was changed in the fields of a record and could not be saved: it stands there again when the record is shown."""

import json
from collections.abc import Callable, Collection, Iterable

from PySide6.QtCore import QObject, QTimer, SignalInstance
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from desktop.ui.infra.form_draft import DRAFT_MS, Drafts, keep_texts
from desktop.ui.widgets.field import Field

KEPT = "What you typed is kept here until it is right."
_TICKED = "yes"
_Control = QLineEdit | QComboBox | QCheckBox


class RecordDraft(QObject):
    """Watches the fields of a form in which a record is changed. Only what differs from the record is kept."""

    def __init__(self, form: QWidget, drafts: Drafts) -> None:
        super().__init__(form)
        self._form, self._drafts = form, drafts
        self._name = ""
        self._record: object = None
        self._at_first: dict[str, str] = {}
        self._kept: dict[str, str] = {}
        self._tried: dict[str, str] | None = None
        self._timer = QTimer(self, singleShot=True, interval=DRAFT_MS)
        self._timer.timeout.connect(self.keep)
        self._known: set[str] = set()
        self._listen()

    @property
    def changed(self) -> dict[str, str]:
        """What stands in the fields and is not saved, by their object names."""
        texts = {name: _read(control) for name, control in self._controls().items()}
        return {name: text for name, text in texts.items() if text != self._at_first.get(name, text)}

    def waits(self, name: str) -> bool:
        """Whether something is kept under a name."""
        return bool(self._drafts.draft(name))

    def show(self, name: str, record: object, fill: Callable[[], object]) -> None:
        """Have ``fill`` show a record; what was changed in it and is not saved stays, or stands there again."""
        same = name == self._name
        if same and record == self._record:
            return
        if same:
            typed, told = self.changed, self._problems()
        else:
            self.keep()
            typed, told = json.loads(self._drafts.draft(name) or "{}"), {}
            self._kept = typed
        controls = self._controls()
        lines = {each: line for each in typed if isinstance(line := controls.get(each), QLineEdit)}
        at = {each: line.cursorPosition() for each, line in lines.items()}
        fill()
        self._listen()
        controls = self._controls()
        if self._drafts.read_only:
            self._close(controls.values())
        self._name, self._record, self._tried = name, record, None
        self._at_first = {each: _read(control) for each, control in controls.items()}
        for each in typed.keys() & controls.keys():
            _fill(controls[each], typed[each])
        for each, line in lines.items():
            line.setCursorPosition(at[each])
        self._tell({each: told.get(each, "") if same else KEPT for each in self.changed})

    def save(self, save: Callable[[], object]) -> None:
        """Have ``save`` save what is right, and tell what is wrong under its field: that is kept as it was typed.

        What was wrong is not tried again as it stands: as the window closes, a field is left when no record is open.
        """
        if self.changed == self._tried:
            return
        self._tell({})
        try:
            if self.changed:
                save()
        finally:
            self.keep()
        self._tell({name: f"{problem} {KEPT}" for name, problem in self._problems().items()})
        self._tried = self.changed

    def settle(self, waiting: Collection[str] = ()) -> None:
        """All was saved but the fields with a problem, and those that wait: the rest is shown anew the next time."""
        wrong = {*self._problems(), *waiting}
        for name, text in self.changed.items():
            if name not in wrong:
                self._at_first[name] = text
        self._record = None

    def keep(self) -> None:
        """Keep what is not saved; when all is saved, nothing."""
        self._timer.stop()
        if self._name and (changed := self.changed) != self._kept:
            keep_texts(self._drafts, self._name, changed)
            self._kept = changed

    def drop(self) -> None:
        """The record is gone, or what was typed was given up."""
        self._timer.stop()
        if self._name:
            self._drafts.drop_draft(self._name)
            self._name, self._kept = "", {}

    def _listen(self) -> None:
        """Hear every control, those that were made when a record was shown too."""
        for name, control in self._controls().items():
            if name not in self._known:
                self._known.add(name)
                _heard(control).connect(self._touch)

    @staticmethod
    def _close(controls: Iterable[_Control]) -> None:
        """Nothing can be typed that could be neither saved nor kept."""
        for control in controls:
            if isinstance(control, QLineEdit):
                control.setReadOnly(True)
            else:
                control.setEnabled(False)

    def _touch(self, *_told: object) -> None:
        if self._name and not self._timer.isActive():
            self._timer.start()

    def _problems(self) -> dict[str, str]:
        fields = self._form.findChildren(Field)
        return {field.control.objectName(): field.problem for field in fields if field.problem}

    def _tell(self, problems: dict[str, str]) -> None:
        for field in self._form.findChildren(Field):
            if problem := problems.get(field.control.objectName()):
                field.show_problem(problem, focus=False)
            else:
                field.clear_problem()

    def _controls(self) -> dict[str, _Control]:
        form = self._form
        found: list[_Control] = [*form.findChildren(QLineEdit), *form.findChildren(QComboBox)]
        found += form.findChildren(QCheckBox)
        return {control.objectName(): control for control in found}


def _heard(control: _Control) -> SignalInstance:
    if isinstance(control, QComboBox):
        return control.currentIndexChanged
    return control.toggled if isinstance(control, QCheckBox) else control.textChanged


def _read(control: _Control) -> str:
    if isinstance(control, QComboBox):
        return str(control.currentData() or "")
    if isinstance(control, QCheckBox):
        return _TICKED if control.isChecked() else ""
    return control.text()


def _fill(control: _Control, text: str) -> None:
    if isinstance(control, QComboBox):
        control.setCurrentIndex(max(0, control.findData(text)))
    elif isinstance(control, QCheckBox):
        control.setChecked(text == _TICKED)
    else:
        control.setText(text)
