# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Errors that a person can act on. Each kind says what happened, what is safe and what to do."""

from typing import ClassVar


class AppError(Exception):
    """Base of every error meant for a person.

    A kind sets ``code`` (stable, for tests and translations) and three sentences. ``{names}`` in the
    sentences are filled from the keyword arguments, which stay available as ``facts``.
    """

    code: ClassVar[str] = ""
    happened: ClassVar[str] = ""
    safe: ClassVar[str] = ""
    to_do: ClassVar[str] = ""

    def __init__(self, **facts: object) -> None:
        self.facts = facts
        super().__init__(" ".join(self.sentences))

    @property
    def sentences(self) -> tuple[str, str, str]:
        """What happened, what is safe, what to do, with the facts filled in."""
        happened, safe, to_do = (part.format(**self.facts) for part in (self.happened, self.safe, self.to_do))
        return happened, safe, to_do

    @property
    def brief(self) -> str:
        """What happened and what to do: under a field one sees for oneself that nothing was lost."""
        happened, _safe, to_do = self.sentences
        return f"{happened} {to_do}"


class InputError(AppError):
    """A file or value given by a person cannot be used as it stands."""

    code = "input"
    happened = "{what}"
    safe = "Nothing was changed."
    to_do = "{to_do}"


class CancelledError(Exception):
    """The person cancelled a long job. Silent: nothing went wrong."""
