# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Synced and shared folders are refused for live records; ordinary folders are not."""

import os
from pathlib import Path
from types import SimpleNamespace

import pytest

from desktop.storage import location
from desktop.storage.location import LiveFolderRefusedError, check_live_folder, cloud_reason, default_folder

HOME = "/".join(("", "home", "mair"))
MAC = "/".join(("", "Users", "mair"))
WINDOWS = "C:\\Users\\mair"
ONEDRIVE = {"OneDrive": f"{WINDOWS}\\Cloud One", "OneDriveCommercial": "D:\\Work Cloud"}


@pytest.mark.parametrize(
    "path",
    [
        f"{WINDOWS}\\OneDrive\\Sevenfold",
        f"{WINDOWS}\\OneDrive - Hafan Charity\\Documents\\Sevenfold",
        f"{WINDOWS}\\Cloud One\\Sevenfold",
        "d:\\work cloud\\records",
        "D:/Work Cloud/records",
        f"{WINDOWS}\\Dropbox\\Sevenfold",
        f"{WINDOWS}\\Dropbox (Hafan)\\Sevenfold",
        "G:\\My Drive\\Sevenfold",
        f"{WINDOWS}\\Google Drive\\Sevenfold",
        f"{WINDOWS}\\iCloudDrive\\Sevenfold",
        f"{WINDOWS}\\Box\\Sevenfold",
        f"{HOME}/MEGA/sevenfold",
        f"{HOME}/Nextcloud/sevenfold",
        f"{HOME}/pCloudDrive/sevenfold",
        f"{MAC}/Library/CloudStorage/OneDrive-Personal/sevenfold",
        f"{MAC}/Library/Mobile Documents/com~apple~CloudDocs/sevenfold",
        "\\\\server\\share\\Sevenfold",
        "//server/share/sevenfold",
        "\\\\?\\UNC\\server\\share\\Sevenfold",
        f"\\\\?\\{WINDOWS}\\OneDrive\\Sevenfold",
    ],
)
def test_a_synced_or_shared_folder_has_a_reason(path: str) -> None:
    assert cloud_reason(path, ONEDRIVE)


@pytest.mark.parametrize(
    "path",
    [
        f"{WINDOWS}\\AppData\\Local\\Sevenfold",
        f"{WINDOWS}\\Documents\\Sevenfold",
        f"{WINDOWS}\\Desktop\\Records",
        f"{WINDOWS}\\Cloud One more\\Sevenfold",
        f"{WINDOWS}\\My OneDrive notes\\Sevenfold",
        f"{WINDOWS}\\Documents\\Box\\Sevenfold",
        f"{WINDOWS}\\Boxes\\Sevenfold",
        f"{WINDOWS}\\Documents\\Sync\\Sevenfold",
        "C:\\Sevenfold",
        "C:\\ProgramData\\Sevenfold",
        "D:\\Records",
        "D:\\Work Cloudy\\records",
        f"\\\\?\\{WINDOWS}\\Sevenfold",
        f"{HOME}/.local/share/Sevenfold",
        f"{HOME}/records/dropboxes",
        f"{HOME}/Mega project/sevenfold",
        f"{MAC}/Library/Application Support/Sevenfold",
        "/srv/box/sevenfold",
        "/tmp/sevenfold",
        "/",
    ],
)
def test_an_ordinary_folder_has_none(path: str) -> None:
    assert cloud_reason(path, ONEDRIVE) == ""


def test_no_empty_variable_makes_everything_a_cloud() -> None:
    assert cloud_reason("C:\\Sevenfold", {"OneDrive": "", "OneDriveCommercial": "\\"}) == ""


def test_a_refused_folder_says_why_and_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(LiveFolderRefusedError, match=r"OneDrive.*Choose a folder on this computer"):
        check_live_folder(tmp_path / "records", {"OneDrive": str(tmp_path)})
    check_live_folder(tmp_path / "records", {})


def test_a_link_into_a_cloud_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "Dropbox").mkdir()
    (tmp_path / "plain").symlink_to(tmp_path / "Dropbox")
    with pytest.raises(LiveFolderRefusedError, match="dropbox"):
        check_live_folder(tmp_path / "plain" / "records", {})


def test_what_the_system_says_counts(tmp_path: Path) -> None:
    with pytest.raises(LiveFolderRefusedError, match="on a network"):
        check_live_folder(tmp_path, {}, lambda _path: "on a network")


@pytest.mark.parametrize(("attributes", "refused"), [(0x400000, True), (0x1000, True), (0x40000, True), (0x10, False)])
def test_online_only_folders_are_known_by_their_attributes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, attributes: int, refused: bool
) -> None:
    real = Path.stat
    folder = tmp_path / "cloud"
    folder.mkdir()

    def stat(self: Path, **how: bool) -> os.stat_result | SimpleNamespace:
        if self == folder:
            return SimpleNamespace(st_file_attributes=attributes, st_mode=real(self).st_mode)
        return real(self, **how)

    monkeypatch.setattr(Path, "stat", stat)
    assert bool(location.system_reason(folder / "new" / "sevenfold")) is refused


MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
nas:/team /mnt/team nfs4 rw 0 0
//nas/x /mnt/with\\040space cifs rw 0 0
/dev/sdb1 /mnt/team/stick vfat rw 0 0
tmpfs /tmp tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "refused"),
    [
        ("/mnt/team/records", True),
        ("/mnt/with space/records", True),
        ("/mnt/team/stick/records", False),
        ("/mnt/teamwork", False),
        ("/tmp/x", False),
        ("/", False),
    ],
)
def test_network_mounts_are_known(path: str, refused: bool) -> None:
    assert bool(location.mount_reason(Path(path), MOUNTS)) is refused


def test_the_suggested_folder_is_ours_and_allowed() -> None:
    assert default_folder().name == "Sevenfold"
    check_live_folder(default_folder(), {})
