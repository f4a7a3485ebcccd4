# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The records inside a pack: written in one form, and read only in that form."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.models.pack import VolumePart
from desktop.signing.manifest import (
    ManifestFile,
    RecordError,
    build_manifest,
    build_seal,
    read_manifest,
    read_seal,
)
from tests.signing.identities import root
from tests.signing.signed_pack import records

_SHA = "0f" * 32
_TEXT = st.text(max_size=30)
_FILES = st.lists(
    st.builds(
        ManifestFile,
        number=st.integers(0, 9999),
        name=_TEXT,
        volume=_TEXT,
        size=st.integers(0, 10**12),
        sha256=st.just(_SHA),
        title=_TEXT,
    ),
    max_size=8,
    unique_by=lambda one: (one.volume.casefold(), one.name.casefold()),
)


@settings(deadline=None)
@given(_TEXT, _FILES)
def test_a_manifest_reads_back_in_order_of_number(pack: str, files: list[ManifestFile]) -> None:
    data = build_manifest(pack, files)
    assert data == build_manifest(pack, list(reversed(files)))
    assert read_manifest(data) == (pack, tuple(sorted(files, key=lambda one: (one.number, one.name))))


@settings(deadline=None)
@given(_TEXT, st.booleans(), st.integers(0, 10**9), _TEXT)
def test_a_seal_reads_back(pack: str, practice: bool, number: int, head: str) -> None:
    volumes = [VolumePart("b.zip", 5, _SHA), VolumePart("a.zip", 6, _SHA)]
    seal = read_seal(
        build_seal(
            pack,
            practice=practice,
            volumes=volumes,
            manifest=b"{}",
            root_pem=root().certificate_pem,
            history_number=number,
            history_head=head,
            app_version="1",
            catalogue_version="2",
        )
    )
    assert (seal.pack, seal.practice, seal.history_number, seal.history_head) == (pack, practice, number, head)
    assert seal.volumes == tuple(reversed(volumes))
    assert seal.root_fingerprint == root().fingerprint


def _spoil(change: Callable[[dict[str, Any]], object]) -> Callable[[bytes], bytes]:
    def spoil(data: bytes) -> bytes:
        record = json.loads(data)
        change(record)
        return (json.dumps(record, ensure_ascii=False, sort_keys=True, indent=2) + "\n").encode()

    return spoil


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: data + b"\n",
        lambda data: data.replace(b"  ", b" "),
        lambda data: data[:-5],
        lambda _data: b"[]\n",
        lambda _data: b"\xff",
        lambda _data: b"[" * 100_000,
        lambda data: data.replace(b'"pack"', b'"pack": "x",\n  "pack"'),
        _spoil(lambda record: record.update(extra=1)),
        _spoil(lambda record: record.pop("pack")),
        _spoil(lambda record: record.update(format="sevenfold-seal/2")),
        _spoil(lambda record: record.update(practice=0)),
        _spoil(lambda record: record.update(pack=None)),
        _spoil(lambda record: record.update(volumes={})),
        _spoil(lambda record: record.update(volumes=[{"name": "a", "size": 1}])),
        _spoil(lambda record: record.update(root_fingerprint="AB" * 32)),
        _spoil(lambda record: record["history"].update(number=-1)),
        _spoil(lambda record: record["history"].update(number=True)),
    ],
)
def test_a_seal_in_any_other_form_is_refused(spoil: Callable[[bytes], bytes]) -> None:
    with pytest.raises(RecordError):
        read_seal(spoil(records(root().certificate_pem)[1].data))


def test_a_manifest_that_names_a_file_twice_or_out_of_order_is_refused() -> None:
    one = ManifestFile(1, "001-a.pdf", "v.zip", 3, _SHA, "A")
    two = ManifestFile(2, "001-A.pdf", "v.zip", 3, _SHA, "A")
    with pytest.raises(RecordError):
        read_manifest(build_manifest("p", [one, two]))
    swapped = _spoil(lambda record: record["files"].reverse())
    with pytest.raises(RecordError):
        read_manifest(swapped(build_manifest("p", [one, ManifestFile(2, "002-b.pdf", "v.zip", 3, _SHA, "B")])))
