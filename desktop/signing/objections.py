# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Every reason the checker can give: its code, the outcome it leads to, and its sentence."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from desktop.models.verdict import Outcome, Reason

_UNREADABLE = {
    "not_opened": "The file could not be opened. See whether it is there, and whether another program holds it.",
    "empty": "The file is empty.",
    "not_a_pdf": "The file is not a PDF.",
    "too_big": "The file is larger than 100 MB. Packs are smaller, so it was not opened.",
    "cut_short": "The file is cut short: its end is missing. Download or copy it again.",
    "damaged": "The file is damaged, so its pages could not be read. Download or copy it again.",
    "encrypted": "The file is locked with a password. Packs never are.",
    "no_pages": "The file has no pages.",
    "too_complex": "The file is built in a way that no pack is, and was not read to the end.",
}
_ALTERED = {
    "bytes_before": "Something was put in front of the pack after it was signed.",
    "no_signature": "No signature of the kind Sevenfold makes was found. Every pack has one: it was removed or broken.",
    "more_than_one_signature": "There is more than one signature. A pack has exactly one, and nothing comes after it.",
    "range_wrong": "The signature no longer fits the file: another program saved it again, or somebody changed it.",
    "added_after": "Something was added to the pack after it was signed.",
    "end_wrong": "The end of the file was changed after it was signed.",
    "container_wrong": "The place that holds the signature was changed after signing.",
    "signature_damaged": "The signature itself was changed after signing.",
    "content_changed": "The content of the pack was changed after it was signed.",
    "signature_false": "The signature does not fit the certificate beside it.",
    "second_opinion": "A second, independent check of the signature did not agree that it holds.",
    "structure": "The pack is not built as Sevenfold builds packs.",
    "earlier_versions": "The file carries earlier versions of itself. A pack has none.",
    "not_certified": "The signature does not forbid later changes. The signature on a pack always does.",
    "active_content": "The file has hidden or active parts ({what}). A pack has none.",
    "parts_missing": "The pack does not carry its own record of what was signed ({what}).",
    "parts_wrong": "The pack's own record of what was signed does not fit together ({what}).",
    "not_issued_by_root": "The signing certificate was not issued by the root that the pack carries.",
    "root_wrong": "The root certificate that the pack carries is not one that Sevenfold makes.",
    "leaf_wrong": "The signing certificate is not one that Sevenfold makes.",
    "other_charity": "The signing certificate names another charity than the root that the pack carries.",
    "evidence_changed": "Changed since signing: {what}.",
    "evidence_file_missing": "Signed, but no longer in the ZIP: {what}.",
    "evidence_extra": "In the ZIP, but not among the files that were signed: {what}.",
    "evidence_repacked": "{what}: repacked, contents as signed.",
    "evidence_damaged": "{what} was changed since signing and can no longer be opened as a ZIP.",
    "evidence_unsafe": "{what} was not opened: it is built in a way that could harm this computer.",
    "evidence_stranger": "{what} is not one of the ZIP files that go with this pack.",
}
_CANNOT_TELL = {  # the gravest first: the first one found gives the headline
    "withdrawn": (
        "The certificate that signed this pack, or its root, is on the list of withdrawn certificates that was given."
    ),
    "other_root": (
        "The pack was signed under another root than the one given. The name may be the same; the fingerprint is not. "
        "Do not take it as coming from the charity you know."
    ),
    "outside_dates": "The date of signing that the pack claims lies outside the life of the signing certificate.",
    "in_future": "The pack claims to have been signed on a date that has not come yet.",
    "evidence_unreadable": "Could not be read: {what}.",
    "evidence_absent": "Goes with the pack, but was not given: {what}.",
    "no_root": (
        "No root certificate was given, so nobody can say who signed. Compare the fingerprint shown here with the one "
        "the charity gave you by telephone."
    ),
}
NOTES = {
    "practice": "This is a practice pack. Nothing in it is real.",
    "certificate_ended": "The signing certificate has run out since. It was in date on the day the pack claims.",
    "clock": "The time of signing is the claim of the computer that signed. Nobody else has confirmed it.",
}
OUTCOMES = {
    **dict.fromkeys(_UNREADABLE, Outcome.UNREADABLE),
    **dict.fromkeys(_ALTERED, Outcome.ALTERED),
    **dict.fromkeys(_CANNOT_TELL, Outcome.CANNOT_TELL),
}
SENTENCES = {**_UNREADABLE, **_ALTERED, **_CANNOT_TELL}
_GRAVITY = (Outcome.UNREADABLE, Outcome.ALTERED, Outcome.CANNOT_TELL)


def reason(code: str, what: str = "") -> Reason:
    """The reason with this code; ``what`` fills its sentence."""
    return Reason(code, SENTENCES[code].format(what=what))


def gravest_first(reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    """What tells most comes first; ways in which evidence was altered stay in the order in which they were found."""
    doubts = tuple(_CANNOT_TELL)

    def place(one: Reason) -> tuple[int, int]:
        return _GRAVITY.index(OUTCOMES[one.code]), doubts.index(one.code) if one.code in doubts else 0

    return tuple(sorted(reasons, key=place))


def note(code: str) -> Reason:
    """A remark that does not change the outcome."""
    return Reason(code, NOTES[code])


class Objection(Exception):  # noqa: N818 - not an error: the answer of a rule
    """A rule is not met. Ends the checking of the PDF."""

    def __init__(self, code: str, what: str = "") -> None:
        super().__init__(code)
        self.reason = reason(code, what)


@contextmanager
def parsing(code: str, what: str = "") -> Iterator[None]:
    """Whatever a parser raises over hostile bytes becomes this objection. Put nothing but parser calls inside."""
    try:
        yield
    except Objection:
        raise
    except (RecursionError, MemoryError) as error:
        raise Objection("too_complex") from error
    except Exception as error:
        raise Objection(code, what) from error
