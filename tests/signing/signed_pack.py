# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""One signed pack, with what its attachments say, for tests to check and to spoil."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache

from desktop.models.pack import Attachment, VolumePart
from desktop.models.verdict import Verdict
from desktop.signing.check import check_pack
from desktop.signing.identity import SigningLeaf
from desktop.signing.manifest import ManifestFile, build_attachments, build_manifest, build_seal
from desktop.signing.sign import sign_pack
from tests.signing.identities import NOW, leaf, root
from tests.signing.plain_pack import draw

PACK = "pack-0001"


def records(
    root_pem: bytes,
    *,
    files: Sequence[ManifestFile] = (),
    volumes: Sequence[VolumePart] = (),
    practice: bool = False,
    sealed_manifest: bytes | None = None,
    pack: str = PACK,
) -> tuple[Attachment, ...]:
    """The three attachments of a pack."""
    manifest = build_manifest(pack, files)
    seal = build_seal(
        pack,
        practice=practice,
        volumes=volumes,
        manifest=sealed_manifest or manifest,
        root_pem=root_pem,
        history_number=41,
        history_head="ab" * 32,
        app_version="0.1.0",
        catalogue_version="2023-01/1",
    )
    return build_attachments(manifest, seal, root_pem)


@cache
def unsigned() -> bytes:
    """The plain pack before signing."""
    return draw(records(root().certificate_pem))


@cache
def signed() -> bytes:
    """The plain pack, signed by the charity."""
    return sign_pack(unsigned(), leaf(), signed_at=NOW)


def check(pdf: bytes, *, root_pem: bytes | None = None, now: datetime = NOW) -> Verdict:
    """The verdict of somebody who trusts the charity's root (or another)."""
    return check_pack(pdf, root_pem=root().certificate_pem if root_pem is None else root_pem, evidence=None, now=now)


def resign(pdf: bytes, signer: SigningLeaf | None = None) -> bytes:
    """Sign changed pages with the charity's own leaf or another's."""
    return sign_pack(pdf, signer or leaf(), signed_at=NOW)


def codes(verdict: Verdict) -> tuple[str, ...]:
    """The codes of the reasons."""
    return tuple(one.code for one in verdict.reasons)
