# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Keys: labels, wrapping, the passphrase rule, and settings that are refused."""

import pytest

from desktop.storage import keys
from desktop.storage.keys import (
    CEILING,
    FLOOR,
    KdfParameters,
    KeySettingsRefusedError,
    PassphraseTooEasyError,
    UnwrapError,
    WorkbookKeys,
)
from desktop.support.words import new_passphrase


def test_no_two_working_keys_are_equal_and_none_is_the_data_key() -> None:
    data_key = keys.new_key()
    drawn = WorkbookKeys.from_data_key(data_key)
    values = [getattr(drawn, name) for name in drawn.__dataclass_fields__]
    assert len({*values, data_key}) == len(values) + 1
    assert {len(value) for value in values} == {32}


def test_working_keys_stay_the_same_for_good() -> None:
    drawn = WorkbookKeys.from_data_key(bytes(range(32)))
    assert drawn.db.hex() == "17e368136ed064420b051e827fef932906c7a1f178d19c12f9f968093acd8f67"
    assert drawn.evidence_name.hex() == "3583cdcc8a27b6b3a123e5dedfec284da551e8e29c1db18b21e14cfd0f71282e"


def test_keys_do_not_show_in_a_printed_record() -> None:
    data_key = keys.new_key()
    assert WorkbookKeys.from_data_key(data_key).db.hex() not in repr(WorkbookKeys.from_data_key(data_key))
    assert repr(WorkbookKeys.from_data_key(data_key)) == "WorkbookKeys()"


def test_composed_and_decomposed_accents_are_one_passphrase() -> None:
    salt = bytes(16)
    assert keys.passphrase_key("caf\u00e9 au lait 1", salt, FLOOR) == keys.passphrase_key(
        "cafe\u0301 au lait 1", salt, FLOOR
    )
    assert keys.passphrase_key("cafe au lait 1", salt, FLOOR) != keys.passphrase_key("caf\u00e9 au lait 1", salt, FLOOR)


@pytest.mark.parametrize(
    "text", ["", "elevenchars", "           x", "aaaaaaaaaaaaaaaa", "abababababab", "1111 1111 1112"]
)
def test_an_easy_passphrase_is_refused(text: str) -> None:
    with pytest.raises(PassphraseTooEasyError, match="at least 12 characters"):
        keys.check_new_passphrase(text)


@pytest.mark.parametrize("text", ["twelve chars", "mae'n bwrw glaw", new_passphrase(), new_passphrase(4)])
def test_a_good_passphrase_is_taken(text: str) -> None:
    keys.check_new_passphrase(text)


@pytest.mark.parametrize(
    "settings",
    [
        KdfParameters(FLOOR.memory_kib - 1, 3, 4),
        KdfParameters(65536, 1, 4),
        KdfParameters(65536, 3, 0),
        KdfParameters(0, 0, 0),
        KdfParameters(-1, 3, 4),
        KdfParameters(CEILING.memory_kib + 1, 3, 4),
        KdfParameters(65536, CEILING.passes + 1, 4),
        KdfParameters(65536, 3, CEILING.lanes + 1),
    ],
)
def test_settings_outside_floor_and_ceiling_are_refused_before_any_work(settings: KdfParameters) -> None:
    with pytest.raises(KeySettingsRefusedError):
        keys.passphrase_key("purple lantern orchard", bytes(16), settings)


@pytest.mark.parametrize("settings", [FLOOR, KdfParameters(), CEILING])
def test_settings_at_the_limits_are_allowed(settings: KdfParameters) -> None:
    settings.check()


def test_a_wrapped_key_opens_only_with_its_key_and_surroundings() -> None:
    key, secret = keys.new_key(), keys.new_key()
    wrapped = keys.wrap(key, secret, b"here")
    assert keys.unwrap(key, wrapped, b"here") == secret
    for other_key, other, place in ((keys.new_key(), wrapped, b"here"), (key, wrapped, b"there"), (key, b"", b"here")):
        with pytest.raises(UnwrapError):
            keys.unwrap(other_key, other, place)


def test_every_bit_of_a_wrapped_key_counts() -> None:
    key = keys.new_key()
    wrapped = keys.wrap(key, keys.new_key(), b"here")
    for bit in range(len(wrapped) * 8):
        altered = bytearray(wrapped)
        altered[bit // 8] ^= 1 << bit % 8
        with pytest.raises(UnwrapError):
            keys.unwrap(key, bytes(altered), b"here")
