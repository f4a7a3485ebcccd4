# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A signed pack with two ZIP volumes beside it, and ways to spoil a ZIP."""

import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from desktop.signing.evidence_zip import WrittenVolume, ZipSource, write_volume
from desktop.signing.identity import SigningLeaf
from desktop.signing.manifest import ManifestFile
from desktop.signing.sign import sign_pack
from desktop.support.files import Files
from tests.signing.identities import NOW, leaf, root
from tests.signing.plain_pack import draw
from tests.signing.signed_pack import records

FIRST = {"001-policy.pdf": b"%PDF policy " * 900, "002-rota.txt": b"rota " * 5000}
SECOND = {"003-photo.jpg": bytes(range(256)) * 40}


@dataclass(frozen=True, slots=True)
class PackWithVolumes:
    """The signed PDF and where its volumes are."""

    pdf: bytes
    first: Path
    second: Path


def sources(contents: Mapping[str, bytes]) -> list[ZipSource]:
    """The contents as things to zip, in pieces of 1,000 bytes."""
    return [ZipSource(name, len(data), partial(_pieces, data)) for name, data in contents.items()]


def _pieces(data: bytes) -> Iterator[bytes]:
    for at in range(0, len(data), 1000):
        yield data[at : at + 1000]


def written(path: Path, contents: Mapping[str, bytes]) -> WrittenVolume:
    """A volume as the product writes it."""
    return write_volume(Files(), path, sources(contents))


def listed(volume: WrittenVolume, first_number: int) -> list[ManifestFile]:
    """The manifest's lines for a volume."""
    return [
        ManifestFile(number, one.name, volume.part.name, one.size, one.sha256, f"Evidence {number}")
        for number, one in enumerate(volume.files, first_number)
    ]


def make_pack(folder: Path, signer: SigningLeaf | None = None, signed_at: datetime = NOW) -> PackWithVolumes:
    """Write the volumes and sign a pack over them."""
    first, second = written(folder / "Evidence-1.zip", FIRST), written(folder / "Evidence-2.zip", SECOND)
    files = [*listed(first, 1), *listed(second, 3)]
    three = records(root().certificate_pem, files=files, volumes=[first.part, second.part])
    return PackWithVolumes(
        sign_pack(draw(three), signer or leaf(), signed_at=signed_at),
        folder / "Evidence-1.zip",
        folder / "Evidence-2.zip",
    )


def rezip(path: Path, contents: Mapping[str, bytes]) -> None:
    """Write a ZIP as any other program would."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in contents.items():
            archive.writestr(name, data)
