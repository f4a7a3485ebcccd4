# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Where live records may be: on this computer, outside every synced or shared folder. Backups may go anywhere."""

import ctypes
import os
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import platformdirs

from desktop.models.errors import AppError

APP = "Sevenfold"
_CLOUD_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
_CLOUD_NAMES = re.compile(
    r"""(onedrive(\ -\ .+)? | dropbox(\ \(.+\))? | google\ ?drive | googledrivefs | my\ drive | shared\ drives
    | icloud\ ?drive | mobile\ documents | com~apple~clouddocs | cloudstorage | box\ sync | pcloud\ ?drive
    | mega(sync)?(\ downloads)? | nextcloud | owncloud | seafile | seadrive | synologydrive | synology\ drive
    | tresorit | proton\ drive | yandex\.?disk | sync\.com | sharepoint | creative\ cloud\ files)""",
    re.IGNORECASE | re.VERBOSE,
)
_CLOUD_AT_HOME = {"box", "mega", "sync"}  # ordinary words, so only straight under the user's own folder
_NETWORK_FILE_SYSTEMS = re.compile(r"nfs\d?|cifs|smb\w*|afs|ceph|davfs|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|s3fs)|9p")
_ONLINE_ATTRIBUTES = 0x1000 | 0x40000 | 0x400000  # offline, recall on open, recall on data access
_REMOTE_DRIVE = 4


class LiveFolderRefusedError(AppError):
    """The folder is synced or shared."""

    code = "folder_refused"
    happened = "Records cannot be kept in this folder, because it is {why}: programs there swap files under Sevenfold."
    safe = "Nothing was changed."
    to_do = "Choose a folder on this computer, such as the one Sevenfold suggests; backups may go to a synced folder."


def default_folder() -> Path:
    """Where Sevenfold keeps records unless told otherwise: local application data, never Documents."""
    return platformdirs.user_data_path(APP, appauthor=False)


def check_live_folder(
    folder: Path,
    environment: Mapping[str, str] | None = None,
    system_says: Callable[[Path], str] | None = None,
) -> None:
    """Refuse a cloud or network folder. What the environment and the system say can be given by tests."""
    for path in {folder.absolute(), folder.resolve()}:
        why = cloud_reason(str(path), os.environ if environment is None else environment)
        why = why or (system_reason if system_says is None else system_says)(path)
        if why:
            raise LiveFolderRefusedError(why=why)


def cloud_reason(path: str, environment: Mapping[str, str]) -> str:
    """Why the name of a folder (of any system) makes it unfit, or ''."""
    if path.startswith(("\\\\", "//")) and not path.startswith("\\\\?\\"):
        return "on a network"
    if path.upper().startswith("\\\\?\\UNC\\"):
        return "on a network"
    parts = _parts(path)
    for variable in _CLOUD_VARIABLES:
        root = _parts(environment.get(variable, ""))
        if root and parts[: len(root)] == root:
            return "kept in step by OneDrive"
    for at, part in enumerate(parts):
        straight_at_home = at == 3 if parts[0].endswith(":") else at == 2
        if _CLOUD_NAMES.fullmatch(part) or (part in _CLOUD_AT_HOME and straight_at_home and parts[at - 2] in _HOMES):
            return f"kept in step by a cloud service ({part})"
    return ""


def system_reason(path: Path) -> str:
    """Why the system makes a folder unfit (network drive, online-only), or ''."""
    there = next(folder for folder in (path, *path.parents) if folder.exists())
    if getattr(there.stat(), "st_file_attributes", 0) & _ONLINE_ATTRIBUTES:
        return "kept in step by a cloud service"
    if sys.platform == "win32":
        drive = ctypes.windll.kernel32.GetDriveTypeW(there.anchor)
        return "on a network" if drive == _REMOTE_DRIVE else ""
    if sys.platform == "linux":
        return mount_reason(there, Path("/proc/mounts").read_text(encoding="utf-8", errors="replace"))
    return ""


_HOMES = {"users", "home"}


def _parts(path: str) -> list[str]:
    return [part for part in re.split(r"[\\/]+", path.removeprefix("\\\\?\\").casefold()) if part]


def mount_reason(path: Path, mounts: str) -> str:
    """Why the file system that holds a path makes it unfit; ``mounts`` is the system's list."""
    longest, system = "", ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        point = fields[1].replace("\\040", " ")
        if len(point) >= len(longest) and path.is_relative_to(point):
            longest, system = point, fields[2]
    return "on a network" if _NETWORK_FILE_SYSTEMS.fullmatch(system) else ""
