# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a commissioner's own tools say of our signature: pdfsig, openssl and qpdf."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.signing.forgery import byte_range, gap
from tests.signing.identities import root
from tests.signing.signed_pack import signed


def _run(*command: str | Path) -> str:
    done = subprocess.run([str(one) for one in command], capture_output=True, text=True, check=True, timeout=60)
    return done.stdout + done.stderr


def _needs(*tools: str) -> pytest.MarkDecorator:
    absent = [tool for tool in tools if shutil.which(tool) is None]
    return pytest.mark.skipif(bool(absent), reason=f"not on this computer: {absent}")


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    path = tmp_path / "pack.pdf"
    path.write_bytes(signed())
    (tmp_path / "root.pem").write_bytes(root().certificate_pem)
    return path


@_needs("pdfsig", "certutil")
def test_pdfsig_calls_it_valid_whole_and_trusted(pack: Path) -> None:
    store = f"sql:{pack.parent}"
    _run("certutil", "-N", "-d", store, "--empty-password")
    _run("certutil", "-A", "-d", store, "-n", "root", "-t", "CT,CT,CT", "-i", pack.parent / "root.pem")
    said = _run("pdfsig", "-nssdir", store, pack)
    assert "Signature is Valid" in said
    assert "Total document signed" in said
    assert "Certificate is Trusted" in said
    assert "ETSI.CAdES.detached" in said


@_needs("openssl")
def test_openssl_verifies_the_signature_with_the_root_alone(pack: Path) -> None:
    data = pack.read_bytes()
    start, end, _ = byte_range(data)
    signature, content = pack.with_name("signature.der"), pack.with_name("content")
    signature.write_bytes(gap(data))
    content.write_bytes(data[:start] + data[end:])
    verify = ("openssl", "cms", "-verify", "-binary", "-inform", "DER", "-purpose", "any", "-out", "/dev/null")
    files = ("-in", signature, "-content", content, "-CAfile", pack.parent / "root.pem")
    # The moment is given because the test's certificates live by the test's clock.
    said = _run(*verify, *files, "-attime", "1795343400")
    assert "successful" in said.lower()


@_needs("qpdf")
def test_qpdf_finds_nothing_to_complain_of(pack: Path) -> None:
    assert "No syntax or stream encoding errors found" in _run("qpdf", "--check", pack)
