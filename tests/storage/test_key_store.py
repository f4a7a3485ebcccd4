# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The key file on disk: two copies, alterations, changing passphrases, the signing key, faults at every step."""

import copy
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desktop.models.errors import AppError
from desktop.storage.key_file import DamagedKeyFileError, KeyFile, NewerKeyFileError, TamperedKeyFileError
from desktop.storage.key_store import (
    KeysHalfSavedError,
    KeyStore,
    LastSlotError,
    NoSigningKeyError,
    WhosePassphraseError,
    WrongPassphraseError,
    WrongRecoveryCodeError,
)
from desktop.storage.keys import FLOOR, KeySettingsRefusedError, PassphraseTooEasyError, WorkbookKeys
from desktop.storage.layout import Layout
from desktop.storage.recovery import RecoveryCodeTypoError, new_code
from tests.storage.faulty_files import FastFiles, FaultyFiles, PulledPlugError, walk
from tests.storage.workbooks import NEW, OLD, QUICK, START

SIGNING = b"a private key, whatever its form"


@pytest.fixture
def layout(tmp_path: Path) -> Layout:
    return Layout(tmp_path)


@pytest.fixture
def made(layout: Layout) -> tuple[KeyFile, WorkbookKeys, str]:
    return store(layout).create(OLD, made=START, practice=False, kdf=QUICK)


def store(layout: Layout, files: FaultyFiles | FastFiles | None = None) -> KeyStore:
    return KeyStore(layout, files or FastFiles())


def opens(layout: Layout, passphrase: str) -> bool:
    try:
        store(layout).unlock(passphrase)
    except WrongPassphraseError:
        return False
    return True


def alter(layout: Layout, change: Callable[[dict[str, Any]], None], *, both: bool = True, summed: bool = True) -> None:
    """Change the key file as someone without a key could, the open checksum made right again if wished."""
    fields = json.loads(layout.keys.read_bytes())
    change(fields)
    if summed:
        del fields["sum"]
        plain = json.dumps(fields, sort_keys=True, separators=(",", ":")).encode()
        fields["sum"] = hashlib.sha256(plain).hexdigest()
    for path in (layout.keys, layout.keys_copy) if both else (layout.keys,):
        path.write_bytes(json.dumps(fields).encode())


def test_the_passphrase_and_the_code_open_the_same_keys(
    layout: Layout, made: tuple[KeyFile, WorkbookKeys, str]
) -> None:
    _, working_keys, code = made
    assert store(layout).unlock(OLD)[1] == working_keys
    assert store(layout).unlock_with_code(code.lower())[1] == working_keys


def test_a_wrong_passphrase_says_so_and_changes_nothing(layout: Layout, made: object) -> None:
    before = layout.keys.read_bytes()
    with pytest.raises(WrongPassphraseError, match="recovery sheet"):
        store(layout).unlock(OLD + " ")
    assert layout.keys.read_bytes() == before == layout.keys_copy.read_bytes()


def test_nothing_secret_is_readable_in_the_file(layout: Layout, made: tuple[KeyFile, WorkbookKeys, str]) -> None:
    _, working_keys, code = made
    store(layout).put_signing_key(OLD, SIGNING)
    text = layout.keys.read_bytes()
    for secret in (OLD.encode(), code.encode(), code.replace("-", "").encode(), SIGNING, SIGNING.hex().encode()):
        assert secret not in text
    assert working_keys.db.hex().encode() not in text


def leaves(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(value, dict):
        return [leaf for name in value for leaf in leaves(value[name], (*path, name))]
    if isinstance(value, list):
        return [leaf for at, each in enumerate(value) for leaf in leaves(each, (*path, at))]
    return [path]


def flipped(value: Any) -> Any:
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return value + 1
    if value is None:
        return {"name": "argon2id", "memory_kib": FLOOR.memory_kib, "passes": 2, "lanes": 1}
    if value == "":
        return "00"
    swap = "0" if value[-1] != "0" else "1"
    return value[:-1] + swap


def put(fields: Any, path: tuple[Any, ...], value: Any) -> None:
    for step in path[:-1]:
        fields = fields[step]
    fields[path[-1]] = value


def at(fields: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        fields = fields[step]
    return fields


def test_every_field_altered_in_both_copies_is_noticed(layout: Layout, made: tuple[KeyFile, WorkbookKeys, str]) -> None:
    _, _, code = made
    unlocks: list[Callable[[], object]] = [
        lambda: store(layout).unlock(OLD),
        lambda: store(layout).unlock_with_code(code),
    ]
    whole = json.loads(layout.keys.read_bytes())
    paths = [path for path in leaves(whole) if path != ("sum",)]
    assert len(paths) > 20
    for path in paths:
        alter(layout, lambda fields, p=path: put(fields, p, flipped(at(fields, p))))  # type: ignore[misc]
        for unlock in unlocks:
            with pytest.raises(AppError) as caught:
                unlock()
            assert isinstance(
                caught.value,
                (
                    WrongPassphraseError,
                    WrongRecoveryCodeError,
                    TamperedKeyFileError,
                    NewerKeyFileError,
                    DamagedKeyFileError,
                    KeySettingsRefusedError,
                ),
            ), path
        for place in (layout.keys, layout.keys_copy):
            place.write_bytes(json.dumps(whole).encode())
    assert opens(layout, OLD)


def test_every_field_altered_in_one_copy_leaves_the_other_to_open_and_repair(layout: Layout, made: object) -> None:
    right = layout.keys.read_bytes()
    for path in leaves(json.loads(right)):
        for summed in (False, True):
            alter(layout, lambda fields, p=path: put(fields, p, flipped(at(fields, p))), both=False, summed=summed)  # type: ignore[misc]
            if summed and path == ("sum",):
                continue
            found, _ = store(layout).unlock(OLD)
            store(layout).repair(found)
            assert layout.keys.read_bytes() == right == layout.keys_copy.read_bytes(), path


@pytest.mark.parametrize(
    "change",
    [
        lambda fields: fields["slots"].pop(),
        lambda fields: fields["slots"].append(copy.deepcopy(fields["slots"][0])),
        lambda fields: fields["slots"].reverse(),
        lambda fields: fields.update(extra=1),
        lambda fields: fields["slots"][0].update(extra=1),
        lambda fields: fields["slots"][0]["kdf"].update(memory_kib=8),
        lambda fields: fields["slots"][0]["kdf"].update(memory_kib=64 * 1024 * 1024),
        lambda fields: fields["slots"][0]["kdf"].update(passes=1_000_000),
        lambda fields: fields.update(slots="no"),
        lambda fields: fields.update(slots=[]),
        lambda fields: fields.update(slots=fields["slots"] * 100),
        lambda fields: fields.update(change=-5),
    ],
    ids=range(12),
)
def test_a_file_rebuilt_without_a_key_is_refused(
    layout: Layout, made: object, change: Callable[[dict[str, Any]], None]
) -> None:
    alter(layout, change)
    with pytest.raises((TamperedKeyFileError, DamagedKeyFileError, KeySettingsRefusedError, WrongPassphraseError)):
        store(layout).unlock(OLD)


def test_weak_settings_are_refused_in_plain_words(layout: Layout, made: object) -> None:
    alter(layout, lambda fields: fields["slots"][0]["kdf"].update(memory_kib=1024))
    with pytest.raises(KeySettingsRefusedError, match="too weak"):
        store(layout).unlock(OLD)
    alter(layout, lambda fields: fields["slots"][0]["kdf"].update(memory_kib=2**40))
    with pytest.raises(KeySettingsRefusedError, match="too heavy"):
        store(layout).unlock(OLD)


@pytest.mark.parametrize("damage", ["gone", "empty", "cut", "noise", "folder", "nesting"])
@pytest.mark.parametrize("which", [0, 1])
def test_one_copy_is_enough_and_the_other_is_renewed(layout: Layout, made: object, damage: str, which: int) -> None:
    right = layout.keys.read_bytes()
    spoil((layout.keys, layout.keys_copy)[which], damage)
    found, _ = store(layout).unlock(OLD)
    store(layout).repair(found)
    if damage != "folder":  # something else of that name is left alone
        assert layout.keys.read_bytes() == right == layout.keys_copy.read_bytes()


def spoil(path: Path, damage: str) -> None:
    whole = path.read_bytes()
    path.unlink()
    if damage == "folder":
        path.mkdir()
    elif damage != "gone":
        path.write_bytes({"empty": b"", "cut": whole[:-30], "noise": bytes(500), "nesting": b"[" * 100_000}[damage])


@pytest.mark.parametrize("damage", ["gone", "cut"])
def test_without_any_copy_it_is_said_to_restore_a_backup(layout: Layout, made: object, damage: str) -> None:
    for path in (layout.keys, layout.keys_copy):
        spoil(path, damage)
    with pytest.raises(DamagedKeyFileError, match="Restore the newest backup into a new folder"):
        store(layout).unlock(OLD)


def test_a_changed_passphrase_replaces_the_old_one(layout: Layout, made: tuple[KeyFile, WorkbookKeys, str]) -> None:
    store(layout).put_signing_key(OLD, SIGNING)
    store(layout).change_passphrase(OLD, NEW, QUICK)
    assert not opens(layout, OLD)
    assert store(layout).unlock(NEW)[1] == made[1]
    assert store(layout).signing_key(NEW) == SIGNING
    assert store(layout).unlock_with_code(made[2])[1] == made[1]


def test_an_old_passphrase_does_not_come_back_through_a_stale_copy(layout: Layout, made: object) -> None:
    stale = layout.keys.read_bytes()
    store(layout).change_passphrase(OLD, NEW, QUICK)
    for path in (layout.keys, layout.keys_copy):
        right = path.read_bytes()
        path.write_bytes(stale)
        assert not opens(layout, OLD)
        assert opens(layout, NEW)
        path.write_bytes(right)


def test_changing_needs_the_right_old_and_a_good_new_passphrase(layout: Layout, made: object) -> None:
    before = layout.keys.read_bytes()
    with pytest.raises(WrongPassphraseError):
        store(layout).change_passphrase(NEW, "another good passphrase", QUICK)
    with pytest.raises(PassphraseTooEasyError):
        store(layout).change_passphrase(OLD, "short", QUICK)
    assert layout.keys.read_bytes() == before


@pytest.mark.parametrize("dies", [False, True])
def test_a_fault_anywhere_in_a_change_leaves_the_old_or_the_new_passphrase(
    layout: Layout, made: tuple[KeyFile, WorkbookKeys, str], dies: bool
) -> None:
    whole = layout.keys.read_bytes()
    for files in walk(dies):
        for path in (layout.keys, layout.keys_copy):
            path.write_bytes(whole)
        told: Exception | None = None
        try:
            store(layout, files).change_passphrase(OLD, NEW, QUICK)
        except (AppError, PulledPlugError) as error:
            told = error
        working = [phrase for phrase in (OLD, NEW) if opens(layout, phrase)]
        assert len(working) == 1
        found, working_keys = store(layout).unlock(working[0])
        assert working_keys == made[1]
        if told is None or isinstance(told, KeysHalfSavedError):
            assert working == [NEW], "said to be saved"
        elif isinstance(told, AppError):
            assert working == [OLD], "said not to be saved"
        store(layout).repair(found)
        assert layout.keys.read_bytes() == layout.keys_copy.read_bytes()


def test_the_signing_key_belongs_to_one_passphrase_alone(
    layout: Layout, made: tuple[KeyFile, WorkbookKeys, str]
) -> None:
    store(layout).add_person(OLD, NEW, "Second person", QUICK)
    store(layout).put_signing_key(OLD, SIGNING)
    assert store(layout).signing_key(OLD) == SIGNING
    with pytest.raises(NoSigningKeyError):
        store(layout).signing_key(NEW)
    with pytest.raises(WrongPassphraseError):
        store(layout).signing_key(made[2])


def test_a_signing_key_moved_to_another_slot_does_not_open(layout: Layout, made: object) -> None:
    store(layout).add_person(OLD, NEW, "Second person", QUICK)
    store(layout).put_signing_key(OLD, SIGNING)
    alter(layout, lambda fields: fields["slots"][2].update(signing=fields["slots"][0]["signing"]))
    with pytest.raises(TamperedKeyFileError):
        store(layout).signing_key(NEW)


def test_a_signing_key_can_be_taken_out(layout: Layout, made: object) -> None:
    store(layout).put_signing_key(OLD, SIGNING)
    store(layout).put_signing_key(OLD, b"")
    with pytest.raises(NoSigningKeyError):
        store(layout).signing_key(OLD)


def test_the_recovery_code_sets_a_new_passphrase_and_drops_the_signing_key(
    layout: Layout, made: tuple[KeyFile, WorkbookKeys, str]
) -> None:
    store(layout).put_signing_key(OLD, SIGNING)
    store(layout).reset_passphrase(made[2], NEW, QUICK)
    assert not opens(layout, OLD)
    assert store(layout).unlock(NEW)[1] == made[1]
    with pytest.raises(NoSigningKeyError):
        store(layout).signing_key(NEW)
    assert store(layout).unlock_with_code(made[2])[1] == made[1]


def test_with_several_people_the_code_replaces_the_passphrase_of_the_one_named(
    layout: Layout, made: tuple[KeyFile, WorkbookKeys, str]
) -> None:
    store(layout).add_person(OLD, NEW, "Second person", QUICK)
    store(layout).put_signing_key(NEW, SIGNING)
    store(layout).change_passphrase(OLD, "forgotten at once", QUICK)
    first, second = store(layout).people()
    assert (first.label, second.label) == ("First person", "Second person")
    before = layout.keys.read_bytes()
    for slot_id in ("", "nobody", made[0].slots[1].id):
        with pytest.raises(WhosePassphraseError, match="First person; Second person"):
            store(layout).reset_passphrase(made[2], "found again by code", QUICK, slot_id)
    assert layout.keys.read_bytes() == before
    store(layout).reset_passphrase(made[2], "found again by code", QUICK, first.id)
    assert [slot.id for slot in store(layout).people()] == [first.id, second.id]
    assert opens(layout, "found again by code")
    assert not opens(layout, "forgotten at once")
    assert store(layout).signing_key(NEW) == SIGNING


def test_a_changed_passphrase_keeps_its_slot(layout: Layout, made: tuple[KeyFile, WorkbookKeys, str]) -> None:
    second = store(layout).add_person(OLD, NEW, "Second person", QUICK)
    before = [slot.id for slot in store(layout).unlock(OLD)[0].slots]
    store(layout).change_passphrase(OLD, "another good passphrase", QUICK)
    found, _, who = store(layout).enter("another good passphrase")
    assert [slot.id for slot in found.slots] == before
    assert who == before[0] != second == store(layout).enter(NEW)[2]


def test_a_typed_back_code_is_checked(layout: Layout, made: tuple[KeyFile, WorkbookKeys, str]) -> None:
    store(layout).check_recovery_code(made[2])
    with pytest.raises(RecoveryCodeTypoError):
        store(layout).check_recovery_code(made[2][:-1])
    with pytest.raises(WrongRecoveryCodeError):
        store(layout).check_recovery_code(new_code())


def test_a_new_sheet_ends_the_old_one(layout: Layout, made: tuple[KeyFile, WorkbookKeys, str]) -> None:
    code = store(layout).new_recovery_code(OLD)
    assert store(layout).unlock_with_code(code)[1] == made[1]
    with pytest.raises(WrongRecoveryCodeError):
        store(layout).unlock_with_code(made[2])


def test_people_come_and_go_but_never_the_last(layout: Layout, made: tuple[KeyFile, WorkbookKeys, str]) -> None:
    second = store(layout).add_person(OLD, NEW, "Second person", QUICK)
    assert [slot.label for slot in store(layout).people()] == ["First person", "Second person"]
    assert store(layout).unlock(NEW)[1] == made[1]
    store(layout).remove_person(OLD, second)
    assert not opens(layout, NEW)
    with pytest.raises(LastSlotError):
        store(layout).remove_person(OLD, store(layout).people()[0].id)
    assert opens(layout, OLD)


def test_a_key_file_of_a_newer_version_is_refused_with_what_to_do(layout: Layout, made: object) -> None:
    alter(layout, lambda fields: fields.update(version=2))
    with pytest.raises(NewerKeyFileError, match="newest version"):
        store(layout).unlock(OLD)
