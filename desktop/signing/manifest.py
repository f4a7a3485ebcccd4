# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a signed pack carries inside: manifest.json, seal.json and root.pem, and how each is written and read.

The seal names the manifest, the ZIP volumes and the root by their SHA-256; the manifest names every evidence file.
The one signature over the PDF covers all three, so it covers everything they name.

- manifest.json: ``{"format": "sevenfold-manifest/1", "pack": id, "files": [{"number", "name", "volume", "size",
  "sha256", "title"}]}``, files sorted by number then name; ``name`` is the name inside the ZIP ``volume``.
- seal.json: ``{"format": "sevenfold-seal/1", "pack": id, "practice": bool, "volumes": [{"name", "size", "sha256"}],
  "manifest": {"name", "size", "sha256"}, "root_fingerprint": hex, "history": {"number", "head"}, "app_version",
  "catalogue_version"}``
- root.pem: the root certificate.

Both JSON files have one form only: keys sorted, two spaces of indent, UTF-8, a line feed at the end.
"""

import hashlib
import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from desktop.models.pack import Attachment, VolumePart
from desktop.signing.identity import fingerprint

MANIFEST, SEAL, ROOT = "manifest.json", "seal.json", "root.pem"
NAMES = (MANIFEST, SEAL, ROOT)
_MANIFEST_FORMAT, _SEAL_FORMAT = "sevenfold-manifest/1", "sevenfold-seal/1"
_SHA256 = re.compile(r"[0-9a-f]{64}")


class RecordError(ValueError):
    """A manifest or seal that is not in the one form. For the checker; a person sees the checker's sentence."""


@dataclass(frozen=True, slots=True)
class ManifestFile:
    """One evidence file: its line in the evidence index, its name in the ZIP volume, size and SHA-256."""

    number: int
    name: str
    volume: str
    size: int
    sha256: str
    title: str


@dataclass(frozen=True, slots=True)
class Seal:
    """What the signature stands for, beside the pages."""

    pack: str
    practice: bool
    volumes: tuple[VolumePart, ...]
    manifest: VolumePart
    root_fingerprint: str
    history_number: int
    history_head: str
    app_version: str
    catalogue_version: str


def build_manifest(pack_id: str, files: Sequence[ManifestFile]) -> bytes:
    """manifest.json."""
    ordered = sorted(files, key=lambda one: (one.number, one.name))
    return _canonical({"format": _MANIFEST_FORMAT, "pack": pack_id, "files": [asdict(one) for one in ordered]})


def build_seal(
    pack_id: str,
    *,
    practice: bool,
    volumes: Sequence[VolumePart],
    manifest: bytes,
    root_pem: bytes,
    history_number: int,
    history_head: str,
    app_version: str,
    catalogue_version: str,
) -> bytes:
    """seal.json."""
    listed = {"name": MANIFEST, "size": len(manifest), "sha256": hashlib.sha256(manifest).hexdigest()}
    return _canonical(
        {
            "format": _SEAL_FORMAT,
            "pack": pack_id,
            "practice": practice,
            "volumes": [asdict(one) for one in sorted(volumes, key=lambda one: one.name)],
            "manifest": listed,
            "root_fingerprint": fingerprint(root_pem),
            "history": {"number": history_number, "head": history_head},
            "app_version": app_version,
            "catalogue_version": catalogue_version,
        }
    )


def build_attachments(manifest: bytes, seal: bytes, root_pem: bytes) -> tuple[Attachment, ...]:
    """The three files that the pages must carry under /AF, unchanged and under these names."""
    return (
        Attachment(MANIFEST, manifest, "application/json", "Every evidence file with its size and SHA-256"),
        Attachment(SEAL, seal, "application/json", "What the signature on this pack covers"),
        Attachment(ROOT, root_pem, "application/x-pem-file", "The charity's root certificate"),
    )


def read_manifest(data: bytes) -> tuple[str, tuple[ManifestFile, ...]]:
    """The pack's id and its files, or ``RecordError``."""
    record = _read(data, _MANIFEST_FORMAT, {"format", "pack", "files"})
    files = tuple(_file(one) for one in _list(record["files"]))
    pack = _text(record["pack"])
    names = [(one.volume.casefold(), one.name.casefold()) for one in files]
    if build_manifest(pack, files) != data or len(set(names)) != len(names):
        raise RecordError
    return pack, files


def read_seal(data: bytes) -> Seal:
    """The seal, or ``RecordError``."""
    record = _read(
        data,
        _SEAL_FORMAT,
        {
            "format",
            "pack",
            "practice",
            "volumes",
            "manifest",
            "root_fingerprint",
            "history",
            "app_version",
            "catalogue_version",
        },
    )
    history = _keys(record["history"], {"number", "head"})
    if not isinstance(record["practice"], bool):
        raise RecordError
    return Seal(
        pack=_text(record["pack"]),
        practice=record["practice"],
        volumes=tuple(_part(one) for one in _list(record["volumes"])),
        manifest=_part(record["manifest"]),
        root_fingerprint=_sha256(record["root_fingerprint"]),
        history_number=_count(history["number"]),
        history_head=_text(history["head"]),
        app_version=_text(record["app_version"]),
        catalogue_version=_text(record["catalogue_version"]),
    )


def _canonical(record: dict[str, Any]) -> bytes:
    return (json.dumps(record, ensure_ascii=False, sort_keys=True, indent=2) + "\n").encode()


def _read(data: bytes, form: str, keys: set[str]) -> dict[str, Any]:
    try:
        record = json.loads(data.decode())
    except (ValueError, RecursionError) as error:
        raise RecordError from error
    found = _keys(record, keys)
    if found["format"] != form or _canonical(found) != data:
        raise RecordError
    return found


def _keys(value: object, keys: set[str]) -> dict[str, Any]:
    if not isinstance(value, dict) or set(value) != keys:
        raise RecordError
    return value


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise RecordError
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise RecordError
    return value


def _count(value: object) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise RecordError
    return value


def _sha256(value: object) -> str:
    text = _text(value)
    if not _SHA256.fullmatch(text):
        raise RecordError
    return text


def _part(value: object) -> VolumePart:
    record = _keys(value, {"name", "size", "sha256"})
    return VolumePart(_text(record["name"]), _count(record["size"]), _sha256(record["sha256"]))


def _file(value: object) -> ManifestFile:
    record = _keys(value, {"number", "name", "volume", "size", "sha256", "title"})
    return ManifestFile(
        _count(record["number"]),
        _text(record["name"]),
        _text(record["volume"]),
        _count(record["size"]),
        _sha256(record["sha256"]),
        _text(record["title"]),
    )
