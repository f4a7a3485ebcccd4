# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What can be wrong with an evidence file, before and after it is stored."""

from desktop.models.errors import AppError

_STILL_ONLINE = {362, 389, 395, 396}  # Windows: the cloud file provider is not running, failed, or refused


class EvidenceError(AppError):
    """Base of what can be wrong with an evidence file."""

    code = "evidence"
    happened = "The evidence file cannot be used."
    safe = "Nothing was added."
    to_do = "Choose another file."


class EmptyEvidenceError(EvidenceError):
    """The file has no content."""

    code = "evidence_empty"
    happened = "The file is empty."
    safe = "Nothing was added."
    to_do = "Open it to see what is in it, save it again, then add it."


class EvidenceVanishedError(EvidenceError):
    """The file is not there."""

    code = "evidence_vanished"
    happened = "The file {name} is not there, or went away while it was being copied."
    safe = "Nothing was added."
    to_do = "Look where the file is now (was a stick pulled out?), then add it again."


class EvidenceOnlineError(EvidenceError):
    """The file is a placeholder of a sync tool."""

    code = "evidence_online"
    happened = "The file {name} is still in OneDrive, not on this computer."
    safe = "Nothing was added."
    to_do = "Go online, open the file once so that it is downloaded, then add it again."


class EvidenceUnreadableError(EvidenceError):
    """The file cannot be read."""

    code = "evidence_unreadable"
    happened = "The file {name} cannot be read: {reason}."
    safe = "Nothing was added."
    to_do = "Close it in other programs, or copy it to another folder, then add it again."


class EvidenceChangedError(EvidenceError):
    """The file was being written while it was copied."""

    code = "evidence_changed"
    happened = "The file {name} changed while it was being copied."
    safe = "Nothing was added."
    to_do = "Save and close it in the other program, then add it again."


class MissingEvidenceError(EvidenceError):
    """A stored file is gone."""

    code = "evidence_missing"
    happened = "The stored file of this evidence is missing."
    safe = "Its title, dates and links are still there; backups made before may hold the file."
    to_do = "Add the same file again, or restore a backup."


class DamagedEvidenceError(EvidenceError):
    """A stored file is not what was stored."""

    code = "evidence_damaged"
    happened = "The stored file of this evidence is damaged or was altered."
    safe = "It is not shown and goes into no pack; backups made before may hold the file."
    to_do = "Add the same file again, or restore a backup."


def unreadable(error: OSError, name: str) -> EvidenceError:
    """What an ``OSError`` while reading a source file means."""
    if getattr(error, "winerror", None) in _STILL_ONLINE:
        return EvidenceOnlineError(name=name)
    if isinstance(error, FileNotFoundError):
        return EvidenceVanishedError(name=name)
    return EvidenceUnreadableError(name=name, reason=(error.strerror or "the disk reports a fault").lower())
