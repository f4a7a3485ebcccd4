# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Why a file or a page is not shown. The child sends a code, and the window says the sentence."""

from desktop.models.errors import AppError


class NotShownError(AppError):
    """A file that cannot be shown inside the window."""

    code = "preview_damaged"
    happened = "This file cannot be read. It may be damaged, or not be what its name says."
    safe = "Nothing was changed."
    to_do = "Save a copy to try it in its own program."

    @classmethod
    def sentence(cls) -> str:
        """What the reader of the screen is told: what happened, and what to do."""
        return f"{cls.happened} {cls.to_do}"


class OtherKindError(NotShownError):
    """A kind of file that only its own program can show."""

    code = "preview_other_kind"
    happened = "This kind of file cannot be shown here."
    to_do = "Save a copy to open it in its own program."


class EmptyFileError(NotShownError):
    """A file of no bytes."""

    code = "preview_empty"
    happened = "This file is empty. There is nothing to show."
    to_do = "Ask for the file again, and put it in the place of this one."


class TooLargeError(NotShownError):
    """A file of more bytes than the child may hold."""

    code = "preview_too_large"
    happened = "This file is too large to be shown here."
    to_do = "Save a copy to open it in its own program."


class PictureTooLargeError(NotShownError):
    """A picture whose header names more than 50 megapixels."""

    code = "preview_picture_too_large"
    happened = "This picture is too large to be shown here."
    to_do = "Save a copy to open it in its own program."


class PasswordError(NotShownError):
    """A PDF that asks for a password."""

    code = "preview_password"
    happened = "This PDF has a password, so it cannot be shown here."
    to_do = "Save a copy to open it in its own program."


class NotEnoughMemoryError(NotShownError):
    """A document that needs more memory than a preview may use."""

    code = "preview_memory"
    happened = "This needs more memory than a preview may use."
    to_do = "Save a copy to open it in its own program."


class StoppedError(NotShownError):
    """The child stopped, or said something that it may not say."""

    code = "preview_stopped"
    happened = "Something in this file stopped the preview. The rest of Sevenfold is not affected."
    to_do = "Save a copy to open it in its own program."


class TooSlowError(NotShownError):
    """The child did not answer in time."""

    code = "preview_slow"
    happened = "This file takes too long to show, so the preview was stopped."
    to_do = "Save a copy to open it in its own program."


class CannotStartError(NotShownError):
    """The child could not be started."""

    code = "preview_cannot_start"
    happened = "The preview could not be started."
    to_do = "Close Sevenfold and open it again. If that does not help, save a copy of the file."


KINDS = (
    NotShownError,
    OtherKindError,
    EmptyFileError,
    TooLargeError,
    PictureTooLargeError,
    PasswordError,
    NotEnoughMemoryError,
    StoppedError,
    TooSlowError,
    CannotStartError,
)
BY_CODE: dict[str, type[NotShownError]] = {kind.code: kind for kind in KINDS}
