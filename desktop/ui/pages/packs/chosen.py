# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a person chose for a pack so far: kept as a draft, so that locking in between loses nothing of it."""

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from desktop.services.pack_drawing import PackWish


@dataclass(slots=True)
class Chosen:
    """What a person chose so far."""

    assessment_id: str = ""
    made_for: str = ""
    reference: str = ""
    as_at: date | None = None
    as_at_typed: str = ""  # while it is no date
    left_out: set[str] = field(default_factory=set)
    figures: bool = True
    folder: Path | None = None

    def wish(self) -> PackWish:
        """As the service wants it."""
        return PackWish(
            self.assessment_id,
            made_for=self.made_for.strip(),
            reference=self.reference.strip(),
            as_at=self.as_at,
            left_out=frozenset(self.left_out),
            figures=self.figures,
        )

    def as_text(self) -> str:
        """As a draft."""
        return json.dumps(
            {
                "assessment_id": self.assessment_id,
                "made_for": self.made_for,
                "reference": self.reference,
                "as_at": self.as_at.isoformat() if self.as_at else "",
                "as_at_typed": self.as_at_typed,
                "left_out": sorted(self.left_out),
                "figures": self.figures,
                "folder": str(self.folder or ""),
            }
        )

    @classmethod
    def of_text(cls, text: str) -> "Chosen":
        """From a draft."""
        kept = json.loads(text)
        return cls(
            kept["assessment_id"],
            kept["made_for"],
            kept["reference"],
            date.fromisoformat(kept["as_at"]) if kept["as_at"] else None,
            kept.get("as_at_typed", ""),
            set(kept["left_out"]),
            kept["figures"],
            Path(kept["folder"]) if kept["folder"] else None,
        )
