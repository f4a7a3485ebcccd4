# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Signing and checking open no connection."""

import socket
from typing import NoReturn

import pytest

from desktop.models.verdict import Outcome
from tests.signing.signed_pack import check, resign, unsigned


def test_signing_and_checking_never_connect(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_address: object) -> NoReturn:
        raise AssertionError("a connection was tried")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert check(resign(unsigned())).outcome is Outcome.GENUINE
