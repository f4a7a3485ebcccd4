# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The packs made so far: one fact of the workbook each, written with the operation that signed it.

Such a fact is encrypted with the rest, is not undone (signing cannot be), and no erasure touches it.
"""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from desktop.storage.database import Database

_FACT = "pack/"


@dataclass(frozen=True, slots=True)
class PackLine:
    """A pack made before. ``number`` is its operation in the history; ``sha256`` is of the PDF.

    ``is_there`` says whether the PDF is still where it was written; ``read_by`` said that they read every page.
    """

    number: int
    pack_id: str
    signed_at: datetime
    sha256: str
    pages: int
    made_for: str
    reference: str
    read_by: str
    folder: Path

    @property
    def is_there(self) -> bool:
        """Whether a pack is still in the folder."""
        return (self.folder / "pack.pdf").is_file()


def keep_pack(db: Database, line: PackLine) -> None:
    """Keep what was made. Needs the open operation whose number the line has."""
    facts = {
        "number": line.number,
        "signed_at": line.signed_at.isoformat(),
        "sha256": line.sha256,
        "pages": line.pages,
        "made_for": line.made_for,
        "reference": line.reference,
        "read_by": line.read_by,
        "folder": str(line.folder.absolute()),
    }
    db.meta.set(
        f"{_FACT}{line.pack_id}/{line.number}", json.dumps(facts)
    )  # a signed-off round gives the same pack again


def packs_made(db: Database) -> tuple[PackLine, ...]:
    """The packs made so far, newest first."""
    found = [_line(name, value) for name, value in db.meta.all().items() if name.startswith(_FACT)]
    return tuple(sorted(found, key=lambda line: -line.number))


def _line(name: str, value: str) -> PackLine:
    facts = json.loads(value)
    return PackLine(
        number=facts["number"],
        pack_id=name.removeprefix(_FACT).partition("/")[0],
        signed_at=datetime.fromisoformat(facts["signed_at"]),
        sha256=facts["sha256"],
        pages=facts["pages"],
        made_for=facts["made_for"],
        reference=facts["reference"],
        read_by=facts["read_by"],
        folder=Path(facts["folder"]),
    )
