# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The rules for the ZIP volumes that go with a pack."""

from collections.abc import Sequence
from pathlib import Path

from desktop.models.verdict import EvidenceState, Reason
from desktop.signing.manifest import ManifestFile, Seal


def check_evidence(
    given: Sequence[Path] | None, seal: Seal, files: Sequence[ManifestFile]
) -> tuple[EvidenceState, tuple[Reason, ...]]:
    """Compare the volumes a person has with what was signed."""
    if given is None:
        return EvidenceState.NOT_CHECKED, ()
    raise NotImplementedError
