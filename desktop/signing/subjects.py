# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The names in our certificates: made from what people type, kept within the lengths that X.520 allows."""

import re
import unicodedata

from cryptography import x509
from cryptography.x509.oid import NameOID

LIMIT = 64  # X.520 means characters; some programs count bytes of UTF-8, so we do
PRACTICE = "Practice"
_CUT = "…"
_UNNAMED = "Unnamed charity"
_SIGNATORY = re.compile(r"(Authorised signatory [1-9][0-9]*)$")


def clean_name(typed: str) -> str:
    """One line of visible characters: no controls, no direction marks, no zero-width characters."""
    composed = unicodedata.normalize("NFC", typed)
    visible = "".join(" " if one.isspace() else one for one in composed if one.isspace() or _is_visible(one))
    return " ".join(visible.split()) or _UNNAMED


def _is_visible(character: str) -> bool:
    return not unicodedata.category(character).startswith("C")


def shorten(name: str, limit: int = LIMIT) -> str:
    """The name cut to the limit in UTF-8 bytes, between words where that loses little, with an ellipsis."""
    if len(name.encode()) <= limit:
        return name
    room = name.encode()[: limit - len(_CUT.encode())].decode(errors="ignore")
    at_word = room.rfind(" ")
    kept = room[:at_word] if at_word >= len(room) * 2 // 3 else room
    return kept.rstrip(" ,.;:-") + _CUT


def root_subject(charity: str, *, practice: bool) -> x509.Name:
    """The subject of a charity's root."""
    return _subject(charity, " Sevenfold root", practice=practice)


def leaf_subject(charity: str, number: int, *, practice: bool) -> x509.Name:
    """The subject of a signing certificate: a role and a number, never a person."""
    return _subject(charity, f", Authorised signatory {number}", practice=practice)


def _subject(charity: str, ending: str, *, practice: bool) -> x509.Name:
    name = clean_name(charity)
    start = f"{PRACTICE}: " if practice else ""
    common = start + shorten(name, LIMIT - len(start) - len(ending)) + ending
    parts = [x509.NameAttribute(NameOID.ORGANIZATION_NAME, shorten(name))]
    if practice:
        parts.append(x509.NameAttribute(NameOID.ORGANIZATIONAL_UNIT_NAME, PRACTICE))
    parts.append(x509.NameAttribute(NameOID.COMMON_NAME, common))
    return x509.Name(parts)


def charity_of(name: x509.Name) -> str:
    """The charity as the certificate says it."""
    return _first(name, NameOID.ORGANIZATION_NAME)


def signatory_of(name: x509.Name) -> str:
    """'Authorised signatory n' as the certificate says it, or the whole common name."""
    common = _first(name, NameOID.COMMON_NAME)
    found = _SIGNATORY.search(common)
    return found[1] if found else common


def is_practice(name: x509.Name) -> bool:
    """Whether the name belongs to a practice charity."""
    return _first(name, NameOID.ORGANIZATIONAL_UNIT_NAME) == PRACTICE


def _first(name: x509.Name, oid: x509.ObjectIdentifier) -> str:
    values = name.get_attributes_for_oid(oid)
    return str(values[0].value) if values else ""
