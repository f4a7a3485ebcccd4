# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What a check says in words, in the window and on the command line."""

from dataclasses import replace

from desktop.models.verdict import EvidenceState, Verdict
from desktop.services.checked_pack import checked_pack
from desktop.services.checking import verdict_in_words
from tests.signing.signed_pack import check, signed


def verdict_with(files: int) -> Verdict:
    """The verdict on a pack whose ZIP holds so many files, all as signed."""
    verdict = check(signed())
    assert verdict.facts is not None
    return replace(verdict, evidence=EvidenceState.AS_SIGNED, facts=replace(verdict.facts, files=files))


def test_a_pack_without_evidence_files_says_so_and_counts_none() -> None:
    none, some = verdict_with(0), verdict_with(3)
    said, counted = checked_pack(none, ()).as_text(), checked_pack(some, ()).as_text()
    assert "No evidence files go with it." in said
    assert "0 files" not in said
    assert "all 3 files in the ZIP" in counted
    assert "The evidence: no files go with this pack." in verdict_in_words(none)
    assert "The evidence: every file as signed." in verdict_in_words(some)


def test_what_an_answer_says_is_not_told_again_under_what_was_checked() -> None:
    spoiled = bytearray(signed())
    spoiled[len(spoiled) // 2] ^= 1
    checked = checked_pack(check(bytes(spoiled)), ())
    assert checked.answers[0].sentence
    assert all(finding not in checked.answers[0].sentence for finding in checked.findings)
