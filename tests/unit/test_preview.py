# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What the preview's child makes of files, and what window and child believe of each other."""

import io
import struct
import subprocess
import sys

import pypdfium2
import pytest
from PIL import Image

from desktop.preview import refusals
from desktop.preview.framing import Frame, FrameReader, FramingError, prefix, read_frame
from desktop.preview.kinds import open_document
from desktop.preview.plain_text import MOST_CHARACTERS, made_visible
from desktop.preview.protocol import (
    NOTES,
    Opened,
    PageShown,
    Refused,
    child_command,
    document_head,
    page_request,
    parse,
)
from desktop.support.child_start import child_environment
from tests.unit.preview_samples import SCRIPT, pdf, png_header


def talk(*messages: tuple[dict[str, object], bytes]) -> list[Opened | PageShown | Refused]:
    """What a child really answers, until its pipe is closed."""
    said = b"".join(prefix(head, len(body)) + body for head, body in messages)
    found = subprocess.run(child_command(), input=said, env=child_environment(), stdout=subprocess.PIPE, check=False)
    assert found.returncode == 0
    pipe, replies = io.BytesIO(found.stdout), []
    while (frame := read_frame(pipe)) is not None:
        replies.append(parse(frame))
    return replies


def test_a_child_opens_a_pdf_and_gives_pixels_and_words_of_the_page_asked_for() -> None:
    data = pdf("First page", "Second page")
    opened, page, refused = talk(
        (document_head("plan.pdf", len(data)), data), (page_request(2, 300), b""), (page_request(3, 300), b"")
    )
    assert isinstance(opened, Opened)
    assert (opened.kind, opened.sizes) == ("pdf", ((420.0, 595.0), (420.0, 595.0)))
    assert isinstance(page, PageShown)
    assert (page.number, page.width, page.text) == (2, 300, "Second page")
    dark = [at for at in range(0, len(page.pixels), 3) if page.pixels[at] < 100]
    assert dark
    assert dark[-1] // page.stride < page.height // 3, "the words stand at the top"
    assert refused == Refused(0, refusals.NotShownError)


def test_scripts_of_a_pdf_find_no_engine_and_no_form() -> None:
    assert "V8" not in pypdfium2.PDFIUM_INFO.flags
    opening = b"/OpenAction " + SCRIPT
    on_page = b"/AA << /O " + SCRIPT + b" >>"
    quiet, armed = (open_document(".pdf", data) for data in (pdf("Same"), pdf("Same", catalogue=opening, page=on_page)))
    assert armed.page(1, 200) == quiet.page(1, 200)


def test_what_was_typed_into_a_form_can_be_read() -> None:
    box = b"<< /Type /XObject /Subtype /Form /BBox [0 0 200 40] /Length 24 >>"
    look = box + b"\nstream\n0 0 0 rg 0 0 200 40 re f\nendstream"
    field = b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (b) /Rect [40 40 240 80] /F 4 /AP << /N 4 0 R >> >>"
    filled = pdf("x", catalogue=b"/AcroForm << /Fields [5 0 R] >>", page=b"/Annots [5 0 R]", more=(look, field))
    page = open_document(".pdf", filled).page(1, 420)
    row = page.pixels[(595 - 60) * page.stride :][: page.stride]
    assert row[3 * 100] == 0


@pytest.mark.parametrize(
    ("ending", "data", "reason"),
    [
        (".pdf", b"", refusals.EmptyFileError),
        (".pdf", pdf("x")[:60], refusals.NotShownError),
        (".pdf", b"%PDF-1.7\n" + bytes(range(256)) * 20, refusals.NotShownError),
        (".pdf", b"hello", refusals.NotShownError),
        (".png", png_header(20_000, 20_000), refusals.PictureTooLargeError),
        (".png", png_header(40, 40), refusals.NotShownError),
        (".png", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, refusals.NotShownError),
        (".txt", b"\x7fELF\0\0\0", refusals.NotShownError),
        (".docx", b"PK\x03\x04", refusals.OtherKindError),
        (".exe", b"MZ\0\0", refusals.OtherKindError),
    ],
)
def test_a_file_that_cannot_be_shown_is_refused_with_its_reason(
    ending: str, data: bytes, reason: type[refusals.NotShownError]
) -> None:
    with pytest.raises(refusals.NotShownError) as raised:
        open_document(ending, data)
    assert raised.type is reason


def test_a_photograph_stands_the_right_way_up_and_is_never_made_larger() -> None:
    photo = Image.new("RGB", (60, 40), "white")
    photo.paste((200, 0, 0), (0, 0, 60, 10))
    written, turned = io.BytesIO(), Image.Exif()
    turned[0x0112] = 6
    photo.save(written, "JPEG", exif=turned, quality=95)
    document = open_document("", written.getvalue())
    page = document.page(1, 500)
    assert (page.width, page.height, document.sizes) == (40, 60, [(40, 60)])
    assert page.pixels[3 * 39 + 1] < 60, "what lay at the top of the sensor is at the right"
    assert page.pixels[1] > 200


def test_a_see_through_picture_stands_on_white() -> None:
    written = io.BytesIO()
    Image.new("RGBA", (8, 8), (0, 0, 0, 0)).save(written, "PNG")
    assert set(open_document(".png", written.getvalue()).page(1, 8).pixels) == {255}


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ("Cwm Tŷ £".encode(), "Cwm Tŷ £"),
        ("Fee £5".encode("cp1252"), "Fee £5"),
        ("\ufeffName,Tŷ".encode("utf-16-le"), "Name,Tŷ"),
        ("a\u202eb\x1b[2J\r\nc\td\x7f".encode(), "a[U+202E]b[U+001B][2J\nc\td[U+007F]"),
    ],
)
def test_a_text_is_read_as_it_is_and_hides_nothing(data: bytes, words: str) -> None:
    assert open_document(".csv", data).page(1, 1).text == words


def test_a_long_text_is_cut_and_says_so() -> None:
    long, whole = (open_document(".txt", ("ŷ" * n).encode()) for n in (MOST_CHARACTERS + 1, MOST_CHARACTERS))
    assert len(long.page(1, 1).text) == MOST_CHARACTERS
    assert "200,000" in NOTES[long.note]
    assert not NOTES[whole.note]


def test_joiners_that_scripts_need_stay() -> None:
    assert made_visible("क्\u200dष") == "क्\u200dष"


@pytest.mark.skipif(sys.platform != "linux", reason="the limits of Linux")
def test_the_child_gets_no_memory_no_file_and_no_socket_beyond_its_limits() -> None:
    tries = """
import io, socket
from desktop.preview.limits import apply_limits
def refused(act):
    try:
        act()
    except (MemoryError, OSError) as exc:
        return type(exc).__name__
apply_limits()
print(refused(lambda: bytearray(800_000_000)), refused(lambda: open("/etc/hosts")), refused(socket.socket))
"""
    found = subprocess.run(
        [sys.executable, "-c", tries], env=child_environment(), capture_output=True, text=True, check=True
    )
    assert found.stdout.split() == ["MemoryError", "OSError", "OSError"]


def test_the_child_is_told_nothing_of_the_person_at_the_device(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/somebody")
    assert "/somebody" not in child_environment().values()


def test_messages_come_whole_out_of_pieces() -> None:
    said = prefix({"n": 1}, 3) + b"abc" + prefix({"n": 2}, 0)
    reader, heard = FrameReader(), []
    for at in range(len(said)):
        reader.feed(said[at : at + 1])
        while (frame := reader.take()) is not None:
            heard.append(frame)
    assert heard == [Frame({"n": 1}, b"abc"), Frame({"n": 2})]


@pytest.mark.parametrize("said", [struct.pack(">II", 2**31, 0), struct.pack(">II", 2, 2**31), b"\0\0\0\2\0\0\0\0[]"])
def test_a_message_against_the_rules_is_not_read(said: bytes) -> None:
    reader = FrameReader()
    reader.feed(said)
    with pytest.raises(FramingError):
        reader.take()


GOOD_PAGE: dict[str, object] = {"reply": "page", "number": 1, "width": 2, "height": 2, "stride": 6, "text": ""}


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ({"reply": "run"}, b""),
        ({"reply": "opened", "kind": "pdf", "sizes": [], "note": ""}, b""),
        ({"reply": "opened", "kind": "pdf", "sizes": [[1, float("nan")]], "note": ""}, b""),
        ({"reply": "opened", "kind": "pdf", "sizes": [[1, 0]], "note": ""}, b""),
        ({"reply": "opened", "kind": "pdf", "sizes": [[1, 1]], "note": "send your passphrase"}, b""),
        ({**GOOD_PAGE, "height": 3}, b"\0" * 12),
        ({**GOOD_PAGE, "stride": 3}, b"\0" * 6),
        ({**GOOD_PAGE, "width": True}, b"\0" * 12),
        ({**GOOD_PAGE, "text": None}, b"\0" * 12),
    ],
)
def test_the_window_believes_no_reply_that_makes_no_sense(head: dict[str, object], body: bytes) -> None:
    assert isinstance(parse(Frame(GOOD_PAGE, b"\0" * 12)), PageShown)
    with pytest.raises(FramingError):
        parse(Frame(head, body))


def test_the_window_chooses_the_words_of_a_refusal() -> None:
    told = parse(Frame({"reply": "refused", "number": 0, "code": "Telephone this number"}))
    assert told == Refused(0, refusals.StoppedError)
