# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What can be wrong with a workbook folder."""

from desktop.models.errors import AppError
from desktop.storage.sqlcipher import DamagedDatabaseError


class FolderNotEmptyError(AppError):
    """A new workbook needs a folder of its own."""

    code = "folder_not_empty"
    happened = "There is already something in the folder {folder}."
    safe = "Nothing was changed."
    to_do = "Choose an empty folder or a new one."


class NoWorkbookHereError(AppError):
    """The folder holds no workbook."""

    code = "no_workbook_here"
    happened = "There is no Sevenfold workbook in the folder {folder}."
    safe = "Nothing was changed."
    to_do = "Choose the folder that holds your workbook, or set up a new one."


class DamagedWorkbookError(DamagedDatabaseError):
    """The database is damaged or gone; there may be a backup."""

    code = "damaged_workbook"
    happened = "The records in this workbook are damaged or missing."
    safe = "The folder was left exactly as it is. {backup_words}"
    to_do = "Restore the backup into a new folder, and keep the damaged folder until you have checked the new one."


class MixedWorkbookError(AppError):
    """Parts of different workbooks lie in one folder."""

    code = "mixed_workbook"
    happened = "The key file and the records in this folder belong to different workbooks."
    safe = "Nothing was changed."
    to_do = "Put back the files that belong together, or restore a backup into a new folder."
