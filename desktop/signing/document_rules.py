# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The rules that look at the file as a PDF (trust.md 2.6, rules 4, 5 and 14), and what the pack carries inside.

Runs only after the signature holds over every byte, so what is read here is what somebody signed.
"""

import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from threading import Lock
from typing import Any, cast

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf
from pikepdf.settings import set_qpdf_limits

from desktop.signing.manifest import MANIFEST, NAMES, ROOT, SEAL
from desktop.signing.objections import Objection, parsing

_MOST_OBJECTS, _MOST_PAGES, _MOST_DEPTH = 300_000, 5_000, 60
_MOST_TEXT = 5_000_000  # of all objects together, streams left out (a real pack: 30,000); qpdf holds 80 times as much
_LARGEST = {MANIFEST: 8_000_000, SEAL: 1_000_000, ROOT: 20_000}
_ACTIVE_KEYS = ("/AA", "/JS", "/OpenAction", "/XFA", "/OCProperties", "/RichMediaContent", "/Rendition")
_ACTIVE_KINDS = (
    "/JavaScript",
    "/Launch",
    "/SubmitForm",
    "/ImportData",
    "/GoToE",
    "/GoToR",
    "/RichMedia",
    "/Movie",
    "/Sound",
    "/Screen",
    "/Hide",
    "/SetOCGState",
)
_SUSPECT = re.compile(
    b"|".join(re.escape(name.encode()) + rb"(?![A-Za-z])" for name in (*_ACTIVE_KEYS, *_ACTIVE_KINDS, "/ByteRange"))
)
_REFERENCE = re.compile(rb"\b(\d{1,7}) (\d{1,5}) R\b")
_TAGS = re.compile(rb"/(?:StructTreeRoot|SE) \d+ \d+ R\b")
_INFLATED = 16_000_000  # packs have no object streams at all; pyHanko stops at 4 MB by itself
_ONE_AT_A_TIME = Lock()
_MOMENT = re.compile(r"D:(\d{14})(?:Z|\+00'00'?)")


@dataclass(frozen=True, slots=True)
class Carried:
    """What was found in the PDF: the time the signature claims, the pages, and the three attachments."""

    signed_at: datetime
    pages: int
    manifest: bytes
    seal: bytes
    root_pem: bytes


@contextmanager
def _opened(data: bytes) -> Iterator[Pdf]:
    """The file in qpdf, never rebuilt, and with limits to what qpdf inflates. The whole process shares the limits."""
    with _ONE_AT_A_TIME:
        before: dict[str, Any] = set_qpdf_limits(
            flate_max_memory=_INFLATED,
            run_length_max_memory=_INFLATED,
            png_max_memory=_INFLATED,
            tiff_max_memory=_INFLATED,
            max_stream_filters=2,
            parser_max_container_size=1_000_000,
        )
        try:
            with Pdf.open(BytesIO(data), attempt_recovery=False, suppress_warnings=True) as pdf:
                yield pdf
        finally:
            set_qpdf_limits(**before)


def why_unreadable(data: bytes) -> str:
    """For a file that carries no usable signature: the code that says why a reader cannot open it, or ''.

    Never lets the parser rebuild a broken file: over hostile bytes that takes minutes and gigabytes.
    """
    try:
        with _opened(data) as pdf:
            pages = len(pdf.pages)
            encrypted = pdf.is_encrypted
    except pikepdf.PasswordError:
        return "encrypted"
    except Exception:  # hostile bytes: whatever the parser raises means it cannot be read
        return "damaged"
    return "encrypted" if encrypted else "" if pages else "no_pages"


def read_document(data: bytes) -> Carried:
    """Open the pack strictly and hold it to the rules."""
    with parsing("structure"), _opened(data) as pdf:
        _require_plain(pdf)
        signature = _require_one_field(pdf)
        _require_certified(pdf, signature)
        _require_inert(pdf, signature)
        found = _attachments(pdf)
        return Carried(_moment(signature), len(pdf.pages), found[MANIFEST], found[SEAL], found[ROOT])


def _require_plain(pdf: Pdf) -> None:
    if pdf.is_encrypted:
        raise Objection("encrypted")
    if int(pdf.trailer.Size) > _MOST_OBJECTS or len(pdf.pages) > _MOST_PAGES:
        raise Objection("too_complex")
    if not len(pdf.pages):
        raise Objection("no_pages")
    if pdf.get_warnings():
        raise Objection("structure")


def _require_one_field(pdf: Pdf) -> Dictionary:
    fields = pdf.Root.AcroForm.Fields
    if len(fields) != 1 or str(fields[0].FT) != "/Sig" or "/Kids" in fields[0]:
        raise Objection("more_than_one_signature" if len(fields) > 1 else "structure")
    signature = cast("Dictionary", fields[0].V)
    if signature.Filter != Name("/Adobe.PPKLite") or signature.SubFilter != Name("/ETSI.CAdES.detached"):
        raise Objection("structure")
    return signature


def _require_certified(pdf: Pdf, signature: Dictionary) -> None:
    certified = pdf.Root.get("/Perms", Dictionary()).get("/DocMDP")
    references = signature.get("/Reference", Array())
    if certified is None or certified.objgen != signature.objgen or len(references) != 1:
        raise Objection("not_certified")
    (reference,) = references
    if reference.TransformMethod != Name.DocMDP or reference.TransformParams.P != 1:
        raise Objection("not_certified")


def _require_inert(pdf: Pdf, signature: Dictionary) -> None:
    """Walk all that a reader can reach; the tags under /StructTreeRoot are left out, for nothing there can act."""
    seen, waiting, room = {signature.objgen}, [pdf.Root.objgen], _MOST_TEXT
    while waiting:
        reference = waiting.pop()
        if reference in seen:
            continue
        seen.add(reference)
        one = pdf.get_object(reference)
        plain = one.stream_dict if isinstance(one, pikepdf.Stream) else one
        text = plain.unparse(resolved=True)
        room -= len(text)
        if room < 0:
            raise Objection("too_complex")
        if _SUSPECT.search(text):
            _require_harmless(plain, 0)
        waiting.extend((int(number), int(again)) for number, again in _REFERENCE.findall(_TAGS.sub(b"", text)))


def _require_harmless(one: Object, depth: int) -> None:
    """Look closer: the words may stand in a text, where they are harmless."""
    if depth > _MOST_DEPTH:
        raise Objection("too_complex")
    children: list[Object] = []
    if isinstance(one, Dictionary):
        for key, value in one.items():
            if key in _ACTIVE_KEYS:
                raise Objection("active_content", key)
            if key == "/ByteRange":
                raise Objection("more_than_one_signature")
            children.append(value)
    elif isinstance(one, Array):
        children.extend(one)
    elif isinstance(one, Name) and str(one) in _ACTIVE_KINDS:
        raise Objection("active_content", str(one))
    for child in children:
        if not (isinstance(child, Object) and child.is_indirect):
            _require_harmless(child, depth + 1)


def _attachments(pdf: Pdf) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for spec in pdf.Root.get("/AF", Array()):
        name = str(spec.get("/UF", spec.get("/F", "")))
        if name in NAMES:
            both_names = spec.EF.get("/UF", spec.EF.F)
            if name in found or both_names.objgen != spec.EF.F.objgen:
                raise Objection("parts_wrong", name)
            found[name] = _content(spec.EF.F, name)
    missing = [name for name in NAMES if name not in found]
    if missing:
        raise Objection("parts_missing", ", ".join(missing))
    return found


def _content(stream: Object, name: str) -> bytes:
    """A carried file, inflated to its permitted size and not a byte further."""
    raw = stream.read_raw_bytes()
    stated = stream.get("/Filter", Array())
    filters = [stated] if isinstance(stated, Name) else list(stated)
    limit = _LARGEST[name]
    if filters == [Name.FlateDecode] and "/DecodeParms" not in stream:
        raw = zlib.decompressobj().decompress(raw, limit + 1)
    elif filters:
        raise Objection("parts_wrong", name)
    if len(raw) > limit:
        raise Objection("parts_wrong", name)
    return bytes(raw)


def _moment(signature: Dictionary) -> datetime:
    found = _MOMENT.fullmatch(str(signature.M))
    if not found:
        raise Objection("structure")
    return datetime.strptime(found[1], "%Y%m%d%H%M%S").replace(tzinfo=UTC)
