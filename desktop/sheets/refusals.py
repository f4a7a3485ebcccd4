# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Why a spreadsheet is not read. The child sends a code, and the parent raises the error of that code."""

from desktop.models.errors import AppError

_SAVE_AGAIN = "Open it in your spreadsheet program, save it as a new .xlsx file, and choose that."


class SheetRefusedError(AppError):
    """A file that cannot be read as a spreadsheet."""

    code = "sheet_damaged"
    happened = "This file cannot be read. It may be damaged or cut off."
    safe = "Nothing was changed."
    to_do = _SAVE_AGAIN


class CannotOpenError(SheetRefusedError):
    """The system does not give the file."""

    code = "sheet_cannot_open"
    happened = "This file could not be opened."
    to_do = "Check that it is there, that it is a file, and that no other program holds it. Then choose it again."


class EmptySheetError(SheetRefusedError):
    """A file of no bytes."""

    code = "sheet_empty"
    happened = "This file is empty. There is nothing in it to read."
    to_do = "Ask for the file again, and choose the new one."


class FileTooLargeError(SheetRefusedError):
    """A file of more bytes than we take."""

    code = "sheet_file_too_large"
    happened = "This file is too large to be read here. The most is 50 MB."
    to_do = "Copy the sheet with the people into a new workbook without pictures, and choose that."


class UnpacksTooLargeError(SheetRefusedError):
    """A small file that grows beyond all measure."""

    code = "sheet_unpacks_too_large"
    happened = "This file is small, but it is too large when unpacked. It may have been made to stop a computer."
    to_do = "Do not open it. Ask the person who sent it where it comes from."


class TooManyCellsError(SheetRefusedError):
    """More sheets, rows or columns than a list of people can have."""

    code = "sheet_too_many_cells"
    happened = "This is too large to be a list of people: over 50 sheets, 20,000 rows or 200 columns."
    to_do = "Copy the part with the people into a new workbook, and choose that."


class NeedsTooMuchError(SheetRefusedError):
    """Memory ran out in the child."""

    code = "sheet_memory"
    happened = "This file needs more memory than reading a spreadsheet may use."
    to_do = "Copy the sheet with the people into a new workbook, and choose that."


class TooSlowSheetError(SheetRefusedError):
    """The child did not end in time."""

    code = "sheet_slow"
    happened = "This file takes too long to read, so the reading was stopped."
    to_do = "Copy the sheet with the people into a new workbook, and choose that."


class ReadingStoppedError(SheetRefusedError):
    """The child died, or said something that it may not say."""

    code = "sheet_stopped"
    happened = "Something in this file stopped the reading. The rest of Sevenfold is not affected."
    to_do = _SAVE_AGAIN


class CannotStartReadingError(SheetRefusedError):
    """The child could not be started."""

    code = "sheet_cannot_start"
    happened = "The reading of spreadsheets could not be started."
    to_do = "Close Sevenfold and open it again. Then choose the file again."


class MacrosError(SheetRefusedError):
    """A workbook with programs inside."""

    code = "sheet_macros"
    happened = "This file has macros, which are small programs. Sevenfold does not read such files."
    to_do = "Open it in your spreadsheet program, save it as .xlsx without macros, and choose that."


class LinksToFilesError(SheetRefusedError):
    """A workbook that takes values from other files."""

    code = "sheet_links"
    happened = "This file has links to other files, so what it shows may not be its own."
    to_do = "Copy the sheet, paste it as values only into a new workbook, and choose that."


class DocumentTypeError(SheetRefusedError):
    """XML with a document type declaration, which spreadsheet programs never write."""

    code = "sheet_document_type"
    happened = "This file has a document type declaration. Such files can pull other files in, so it was not read."
    to_do = "Do not open it. Ask the person who sent it where it comes from."


class OddPartsError(SheetRefusedError):
    """A package with names that lead out of it, links, or one name twice."""

    code = "sheet_odd_parts"
    happened = "This file is packed in a way that no spreadsheet program uses. It may try to reach other folders."
    to_do = "Do not open it. Ask the person who sent it where it comes from."


class NotASpreadsheetError(SheetRefusedError):
    """The name promises a spreadsheet, and the content is something else."""

    code = "sheet_not_a_spreadsheet"
    happened = "This file is not a spreadsheet, although its name says so."
    to_do = "Open it to see what it is. Then save the table as .xlsx, .ods or .csv, and choose that."


class NamedSheetIsPdfError(SheetRefusedError):
    """A PDF under whatever other name."""

    code = "sheet_is_pdf"
    happened = "The contents of this file are a PDF, whatever its name says."
    to_do = "Ask for the spreadsheet that the PDF was made from."


class OtherKindOfFileError(SheetRefusedError):
    """A kind of file that holds no sheets, or that we do not read."""

    code = "sheet_other_kind"
    happened = "This kind of file cannot be read here. Sevenfold reads .xlsx, .ods and .csv."
    to_do = "Save the table as one of these in your spreadsheet program, and choose that."


class OldWorkbookError(SheetRefusedError):
    """The .xls of before 2007."""

    code = "sheet_old_xls"
    happened = "This is an old kind of workbook (.xls), which cannot be read here."
    to_do = "Open it in your spreadsheet program, save it as .xlsx, and choose that."


class LockedSheetError(SheetRefusedError):
    """A workbook that asks for a password before it opens."""

    code = "sheet_locked"
    happened = "This file is locked with a password, so it cannot be read."
    to_do = "Open it in your spreadsheet program, save a copy without the password, and choose that."


class OpenQuoteError(SheetRefusedError):
    """A CSV file in which a quotation mark is never closed: the rest would be one cell."""

    code = "sheet_open_quote"
    happened = "A quotation mark in this file is opened and never closed. Rows after it would be lost."
    to_do = "Open it in your spreadsheet program, save it as .xlsx, and choose that."


KINDS: tuple[type[SheetRefusedError], ...] = (SheetRefusedError, *SheetRefusedError.__subclasses__())
BY_CODE: dict[str, type[SheetRefusedError]] = {kind.code: kind for kind in KINDS}
