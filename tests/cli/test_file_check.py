# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A file is looked into before it becomes evidence: what cannot be used, what must be kept back, what may go."""

import io
import zipfile
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String
from PIL import Image

from desktop.services.file_check import UnusableFileError, inspect
from tests.cli.command import SHARED


def pdf(tmp_path: Path, change: object = None, **saving: object) -> Path:
    document = pikepdf.new()
    document.add_blank_page()
    if callable(change):
        change(document)
    document.save(tmp_path / "file.pdf", **saving)  # type: ignore[arg-type]
    return tmp_path / "file.pdf"


def script_on_opening(document: pikepdf.Pdf) -> None:
    document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def script_in_a_link(document: pikepdf.Pdf) -> None:
    link = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]), A=Dictionary(S=Name.JavaScript))
    document.pages[0].Annots = Array([link])


def file_in_an_annotation(document: pikepdf.Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=Array([0, 0, 9, 9]))
    document.pages[0].Annots = document.make_indirect(Array([note]))


def attachment(document: pikepdf.Pdf) -> None:
    document.attachments["case.txt"] = b"about someone"


def launcher(document: pikepdf.Pdf) -> None:
    document.pages[0].AA = Dictionary(O=Dictionary(S=Name.Launch, F=String("run.exe")))


@pytest.mark.parametrize("change", [script_on_opening, script_in_a_link, file_in_an_annotation, attachment, launcher])
def test_a_pdf_that_can_act_or_carries_a_file_is_kept_back(tmp_path: Path, change: object) -> None:
    assert inspect(pdf(tmp_path, change), "file.pdf") == "holds a script or a file inside it"


def test_a_plain_pdf_may_go_and_a_locked_one_is_kept_back(tmp_path: Path) -> None:
    assert inspect(pdf(tmp_path), "file.pdf") == ""
    locked = pdf(tmp_path, None, encryption=pikepdf.Encryption(owner="o", user="u"))
    assert inspect(locked, "file.pdf") == "is locked with a password"
    limited = pdf(tmp_path, None, encryption=pikepdf.Encryption(owner="o", user=""))
    assert "locked" in inspect(limited, "file.pdf")


def zipped(names: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in names.items():
            archive.writestr(name, content)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("a.pdf", b"", "is empty"),
        ("a.pdf", b"plain words", "is not a PDF"),
        ("a.pdf", b"%PDF-1.7 and then nothing", "damaged or cut off"),
        ("a.docx", b"%PDF-1.7\n", "its contents are PDF"),
        ("a.xlsx", b"PK\x03\x04 cut", "damaged or cut off"),
        ("a.xlsx", zipped({"xl/sheet.xml": b"0" * 5_000_000}), "far too large when unpacked"),
        ("a.zip", zipped({"../up.txt": b"x"}), "leave their folder"),
        ("a.exe", b"anything", "could run by itself"),
        ("a.txt", b"MZ\x90\x00", "could run by itself"),
        ("a.html", b"<script>", "could run by itself"),
        ("a.png", b"\x89PNG not really", "not a picture"),
    ],
)
def test_a_file_that_cannot_serve_is_refused_with_the_reason(
    tmp_path: Path, name: str, content: bytes, why: str
) -> None:
    (tmp_path / "given").write_bytes(content)
    with pytest.raises(UnusableFileError, match="Nothing else changed") as caught:
        inspect(tmp_path / "given", name)
    assert why in str(caught.value)


def test_a_huge_picture_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    Image.new("1", (10_000, 6_000)).save(tmp_path / "big.png")
    with pytest.raises(UnusableFileError, match="50 million"):
        inspect(tmp_path / "big.png", "big.png")


def test_macros_are_kept_back_and_a_plain_office_file_may_go(tmp_path: Path) -> None:
    (tmp_path / "m").write_bytes(zipped({"word/vbaProject.bin": b"x"}))
    assert inspect(tmp_path / "m", "m.docx") == "holds macros"
    (tmp_path / "p").write_bytes(zipped({"word/document.xml": b"<w/>"}))
    assert inspect(tmp_path / "p", "p.docx") == ""


def test_a_file_that_may_not_be_opened_is_refused_plainly(tmp_path: Path) -> None:
    with pytest.raises(UnusableFileError, match="could not be opened"):
        inspect(tmp_path / "gone.txt", "gone.txt")


def test_no_hostile_file_of_the_shared_inputs_gets_past_or_breaks_anything() -> None:
    if not SHARED.is_dir():
        pytest.skip("the shared inputs are not beside this checkout")
    told = {}
    for path in sorted((SHARED / "hostile").iterdir()):
        try:
            told[path.name] = inspect(path, path.name)
        except UnusableFileError as error:
            told[path.name] = str(error.facts["why"])
    assert {name for name, why in told.items() if not why} == {"external-entity.xlsx", "odd-names.zip"}
