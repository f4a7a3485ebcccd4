# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The signers this device knows, because someone compared their fingerprint. They count in the window alone.

They are kept outside every workbook, so that a pack can be checked with none open. The file is not secret.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from desktop.models.errors import AppError
from desktop.support.disk_errors import plain_disk_errors
from desktop.support.files import Files
from desktop.support.json_file import read_json

FILE = "known-signers.json"
HOWS = ("by telephone", "face to face", "on a printed sheet they gave us")


class KnownSignersError(AppError):
    """The file of known signers cannot be read."""

    code = "known_signers"
    happened = "The list of known signers on this computer cannot be read: {why}."
    safe = "Your records and all packs are unchanged. Packs can still be checked, but no signer is known."
    to_do = "Compare the fingerprints by telephone again, and remember each signer anew."


@dataclass(frozen=True, slots=True)
class KnownRoot:
    """A charity whose fingerprint was compared: its name in the certificate, when and how it was done."""

    fingerprint: str
    name: str
    compared: date
    how: str


class KnownRoots:
    """The known signers of this device. ``home`` is Sevenfold's own folder."""

    def __init__(self, home: Path, files: Files) -> None:
        self._path = home / FILE
        self._files = files

    def all(self) -> tuple[KnownRoot, ...]:
        """Every known signer, by name; raises ``KnownSignersError``."""
        if not self._path.exists():
            return ()
        try:
            found = read_json(self._path)
            if not isinstance(found, list):
                raise KnownSignersError(why="it holds something else")
            return tuple(_root(entry) for entry in found)
        except (AppError, KeyError, TypeError, ValueError) as error:
            why = error.facts.get("why", "it holds something else") if isinstance(error, AppError) else "it was altered"
            raise KnownSignersError(why=why) from error

    def remember(self, root: KnownRoot) -> None:
        """Know a signer from now on. A list that cannot be read is begun anew."""
        others = [each for each in self._readable() if each.fingerprint != root.fingerprint]
        self._save([*others, root])

    def forget(self, fingerprint: str) -> None:
        """Know a signer no longer."""
        self._save([each for each in self._readable() if each.fingerprint != fingerprint])

    def _readable(self) -> tuple[KnownRoot, ...]:
        try:
            return self.all()
        except KnownSignersError:
            return ()

    def _save(self, roots: Sequence[KnownRoot]) -> None:
        ordered = sorted(roots, key=lambda root: (root.name.casefold(), root.fingerprint))
        facts = [asdict(root) | {"compared": root.compared.isoformat()} for root in ordered]
        with plain_disk_errors("The list of known signers"):
            self._files.make_folder(self._path.parent)
            self._files.write(self._path, json.dumps(facts, indent=1).encode() + b"\n")


def _root(entry: dict[str, str]) -> KnownRoot:
    found = KnownRoot(
        str(entry["fingerprint"]), str(entry["name"]), date.fromisoformat(entry["compared"]), str(entry["how"])
    )
    if len(bytes.fromhex(found.fingerprint)) != 32:
        raise ValueError(found.fingerprint)
    return found
