# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""DBS certificate numbers and copies are never kept: what looks like one is stopped, with the reason."""

import re

from desktop.models.errors import AppError

_NUMBER = re.compile(r"(?<!\d)\d(?:[ -]?\d){11}(?!\d)")  # twelve digits, however they are grouped
_DAY_AND_HOUR = re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d")
_CHECK = re.compile(r"\b(?:dbs|crb|disclosure)\b|gdg")
_COPY = re.compile(r"cert(?:ificate|s|\b)|tystysgrif")
_LIST = re.compile(r"register|list|log|record|policy|procedure|summary|tracker|cofrestr|polisi")


class CertificateNumberError(AppError):
    """Twelve digits in a row, as a certificate has."""

    code = "certificate_number"
    happened = "This holds twelve digits in a row, like the number of a DBS certificate."
    safe = "Nothing was changed."
    to_do = "Leave the number out: the level, the day, who saw it and what was decided are enough."


class CertificateCopyError(AppError):
    """A file that is named like a DBS certificate."""

    code = "certificate_copy"
    happened = "{name} is named like a copy of a DBS certificate. Copies are not kept."
    safe = "Nothing was added."
    to_do = "Record under People who saw it and what was decided. If it is something else, give the file another name."


def check_no_number(*texts: str) -> None:
    """Refuse a text with a number like that of a certificate. A day with its hour, as a scanner writes it, is none."""
    if any(has_number(text) for text in texts):
        raise CertificateNumberError


def has_number(text: str) -> bool:
    """Whether a text has a number like that of a certificate."""
    found = (re.sub(r"\D", "", each) for each in _NUMBER.findall(text))
    return any(not _DAY_AND_HOUR.fullmatch(digits) for digits in found)


def check_no_copy(file_name: str) -> None:
    """Refuse a file that is named like one person's certificate, or by its number; a register or a policy is none."""
    if has_number(file_name):
        raise CertificateCopyError(name=file_name)
    low = re.sub(r"[_.-]+", " ", file_name.casefold())
    if _CHECK.search(low) and _COPY.search(low) and not _LIST.search(low):
        raise CertificateCopyError(name=file_name)
