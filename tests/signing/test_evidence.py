# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The ZIP volumes beside a pack: as signed, or what became of them."""

import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.models.verdict import EvidenceState, Outcome, Verdict
from desktop.signing.check import check_pack
from tests.signing.identities import NOW, root
from tests.signing.signed_pack import codes, signed
from tests.signing.volumes import FIRST, SECOND, PackWithVolumes, make_pack, rezip


@pytest.fixture
def pack(tmp_path: Path) -> PackWithVolumes:
    return make_pack(tmp_path)


def _check(pack: PackWithVolumes, *evidence: Path, trusting: bool = True) -> Verdict:
    root_pem = root().certificate_pem if trusting else None
    return check_pack(pack.pdf, root_pem=root_pem, evidence=evidence, now=NOW)


def test_untouched_volumes_are_as_signed_in_any_order(pack: PackWithVolumes) -> None:
    for given in ((pack.first, pack.second), (pack.second, pack.first)):
        verdict = _check(pack, *given)
        assert (verdict.outcome, verdict.evidence) == (Outcome.GENUINE, EvidenceState.AS_SIGNED)


def test_a_renamed_volume_is_still_known_by_its_content(pack: PackWithVolumes) -> None:
    renamed = pack.first.rename(pack.first.with_name("download (1).zip"))
    assert _check(pack, renamed, pack.second).outcome is Outcome.GENUINE


def test_not_asking_for_evidence_says_not_checked(pack: PackWithVolumes) -> None:
    verdict = check_pack(pack.pdf, root_pem=root().certificate_pem, evidence=None, now=NOW)
    assert (verdict.outcome, verdict.evidence) == (Outcome.GENUINE, EvidenceState.NOT_CHECKED)


def test_a_pack_without_volumes_says_so() -> None:
    verdict = check_pack(signed(), root_pem=root().certificate_pem, evidence=[], now=NOW)
    assert (verdict.outcome, verdict.evidence) == (Outcome.GENUINE, EvidenceState.NONE)


def test_a_volume_left_out_leaves_the_answer_open(pack: PackWithVolumes) -> None:
    verdict = _check(pack, pack.first)
    assert (verdict.outcome, verdict.evidence) == (Outcome.CANNOT_TELL, EvidenceState.MISSING)
    assert codes(verdict) == ("evidence_absent",)
    assert "Evidence-2.zip" in verdict.reasons[0].sentence


def test_a_repacked_volume_is_altered_with_contents_as_signed(pack: PackWithVolumes) -> None:
    rezip(pack.first, FIRST)
    verdict = _check(pack, pack.first, pack.second)
    assert (verdict.outcome, verdict.evidence) == (Outcome.ALTERED, EvidenceState.REPACKED)
    assert verdict.reasons[0].sentence == "Evidence-1.zip: repacked, contents as signed."


@pytest.mark.parametrize(
    ("contents", "code", "named"),
    [
        ({**FIRST, "002-rota.txt": b"rota."}, "evidence_changed", "002-rota.txt"),
        ({**FIRST, "002-rota.txt": b"rotA " + FIRST["002-rota.txt"][5:]}, "evidence_changed", "002-rota.txt"),
        ({"001-policy.pdf": FIRST["001-policy.pdf"]}, "evidence_file_missing", "002-rota.txt"),
        ({**FIRST, "004-extra.txt": b"x"}, "evidence_extra", "004-extra.txt"),
        ({**FIRST, "../up.txt": b"x"}, "evidence_unsafe", "Evidence-1.zip"),
        ({**FIRST, "/etc/passwd": b"x"}, "evidence_unsafe", "Evidence-1.zip"),
        ({**FIRST, "a\\b": b"x"}, "evidence_unsafe", "Evidence-1.zip"),
        ({**FIRST, "C:x": b"x"}, "evidence_unsafe", "Evidence-1.zip"),
        ({**FIRST, "002-ROTA.txt": b"x"}, "evidence_unsafe", "Evidence-1.zip"),
        ({f"{number}.txt": b"" for number in range(2001)}, "evidence_unsafe", "Evidence-1.zip"),
        ({**FIRST, "bomb.bin": bytes(120_000_000)}, "evidence_unsafe", "Evidence-1.zip"),
    ],
)
def test_a_changed_volume_is_altered_and_the_file_is_named(
    pack: PackWithVolumes, contents: dict[str, bytes], code: str, named: str
) -> None:
    rezip(pack.first, contents)
    verdict = _check(pack, pack.first, pack.second)
    assert (verdict.outcome, verdict.evidence) == (Outcome.ALTERED, EvidenceState.ALTERED)
    assert codes(verdict) == (code,)
    assert named in verdict.reasons[0].sentence


def test_altered_evidence_wins_over_a_missing_root(pack: PackWithVolumes) -> None:
    rezip(pack.first, {**FIRST, "004-extra.txt": b"x"})
    verdict = _check(pack, pack.first, pack.second, trusting=False)
    assert verdict.outcome is Outcome.ALTERED
    assert codes(verdict) == ("evidence_extra", "no_root")


def test_any_changed_byte_of_a_volume_is_altered(pack: PackWithVolumes) -> None:
    data = pack.second.read_bytes()
    for place in range(0, len(data), 211):
        spoiled = bytearray(data)
        spoiled[place] ^= 0x10
        pack.second.write_bytes(bytes(spoiled))
        verdict = _check(pack, pack.first, pack.second)
        assert verdict.outcome is Outcome.ALTERED, place


def test_a_file_that_is_no_zip_is_altered(pack: PackWithVolumes) -> None:
    pack.first.write_bytes(b"hello")
    assert codes(_check(pack, pack.first, pack.second)) == ("evidence_damaged",)


def test_a_zip_of_another_pack_is_a_stranger(pack: PackWithVolumes) -> None:
    other = pack.first.with_name("other.zip")
    rezip(other, SECOND)
    assert codes(_check(pack, pack.first, pack.second, other)) == ("evidence_stranger",)


def test_the_same_volume_given_twice_is_not_two_volumes(pack: PackWithVolumes) -> None:
    assert _check(pack, pack.first, pack.first).outcome is Outcome.ALTERED


def test_a_volume_that_cannot_be_read_leaves_the_answer_open(pack: PackWithVolumes) -> None:
    verdict = _check(pack, pack.first, pack.second.with_name("nowhere.zip"))
    assert verdict.outcome is Outcome.CANNOT_TELL
    assert codes(verdict) == ("evidence_unreadable", "evidence_absent")


def test_a_lying_size_does_not_inflate_a_bomb(pack: PackWithVolumes) -> None:
    rezip(pack.first, {**FIRST, "002-rota.txt": bytes(50_000_000)})
    true_size, claimed = struct.pack("<L", 50_000_000), struct.pack("<L", len(FIRST["002-rota.txt"]))
    pack.first.write_bytes(pack.first.read_bytes().replace(true_size, claimed))
    assert codes(_check(pack, pack.first, pack.second)) == ("evidence_changed",)


def _link(archive: zipfile.ZipFile) -> None:
    entry = zipfile.ZipInfo("link")
    entry.external_attr = 0o120777 << 16
    archive.writestr(entry, "/etc/passwd")


def _twice(archive: zipfile.ZipFile) -> None:
    with pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("001-policy.pdf", b"other")


@pytest.mark.parametrize("spoil", [_link, _twice])
def test_links_and_doubled_names_are_unsafe(pack: PackWithVolumes, spoil: Callable[[zipfile.ZipFile], None]) -> None:
    with zipfile.ZipFile(pack.first, "a") as archive:
        spoil(archive)
    assert codes(_check(pack, pack.first, pack.second)) == ("evidence_unsafe",)


def test_nasty_names_are_shown_without_control_characters(pack: PackWithVolumes) -> None:
    rezip(pack.first, {**FIRST, "\x1b[2Jevil\u202e.txt": b"x"})
    (reason,) = _check(pack, pack.first, pack.second).reasons
    assert reason.sentence.isprintable()


def test_a_long_list_of_names_ends_in_a_count(pack: PackWithVolumes) -> None:
    rezip(pack.first, {**FIRST, **{f"x{number}.txt": b"" for number in range(50)}})
    (reason,) = _check(pack, pack.first, pack.second).reasons
    assert reason.sentence.endswith("and 42 more.")
