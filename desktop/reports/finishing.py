# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Turns drawn pages into PDF/A-3a and PDF/UA-1: tree, bookmarks, metadata, colour profile, attachments."""

import re
import zlib
from collections.abc import Sequence
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, OutlineItem, String

from desktop.models.pack import Attachment
from desktop.reports.metadata import LANGUAGE, PRODUCER, About, xmp
from desktop.reports.pen import Pen
from desktop.reports.structure import OutlineEntry
from desktop.reports.tree import TreeWriter, destination, plain_string
from desktop.support.resources import resource

_CONDITION = "sRGB IEC61966-2.1"
_BLOCK = 100  # most lines that a character map may have in one go


def finish(raw: bytes, pen: Pen, about: About, attachments: Sequence[Attachment]) -> bytes:
    """The finished file. Equal input gives equal bytes."""
    with pikepdf.open(BytesIO(raw)) as pdf:
        TreeWriter(pdf, pen.anchors).write(pen.document)
        _bookmarks(pdf, pen)
        _clean_character_maps(pdf)
        _describe(pdf, about)
        _output_intent(pdf)
        _attach(pdf, attachments, about)
        _compress(pdf)
        out = BytesIO()
        pdf.save(
            out,
            compress_streams=False,  # done above
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            deterministic_id=True,
            min_version="1.7",
        )
    return out.getvalue()


def _bookmarks(pdf: pikepdf.Pdf, pen: Pen) -> None:
    with pdf.open_outline() as outline:
        level: list[list[OutlineItem]] = [outline.root]
        for entry in pen.outline:
            item = _bookmark(pdf, pen, entry)
            del level[entry.depth + 1 :]
            level[-1].append(item)
            level.append(item.children)
    pdf.Root.PageMode = Name.UseOutlines


def _bookmark(pdf: pikepdf.Pdf, pen: Pen, entry: OutlineEntry) -> OutlineItem:
    anchor = pen.anchors[entry.anchor]
    item = OutlineItem(str(plain_string(entry.words)), destination=destination(pdf.pages[anchor.page - 1].obj, anchor))
    item.is_closed = True
    return item


def _clean_character_maps(pdf: pikepdf.Pdf) -> None:
    """ReportLab maps the unused codes of a font to U+0000, which PDF/A forbids: drop those lines."""
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and "/ToUnicode" in thing:
            before, lines, after = re.split(rb"\d+ beginbfchar\n|\nendbfchar", thing.ToUnicode.read_bytes())
            kept = [line for line in lines.split(b"\n") if not line.endswith(b"<0000>")]
            blocks = [kept[at : at + _BLOCK] for at in range(0, len(kept), _BLOCK)]
            body = b"\n".join(b"%d beginbfchar\n%s\nendbfchar" % (len(part), b"\n".join(part)) for part in blocks)
            thing.ToUnicode.write(before + body + after)


def _describe(pdf: pikepdf.Pdf, about: About) -> None:
    pdf.Root.Lang = String(LANGUAGE)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    packet = pdf.make_stream(xmp(about))
    packet.Type, packet.Subtype = Name.Metadata, Name.XML
    pdf.Root.Metadata = packet
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title=String(about.title),
            Author=String(about.author),
            Creator=String(about.creator),
            Producer=String(PRODUCER),
            CreationDate=String(about.pdf_date),
            ModDate=String(about.pdf_date),
        )
    )


def _output_intent(pdf: pikepdf.Pdf) -> None:
    profile = pdf.make_stream(resource("colour/srgb.icc").read_bytes())
    profile.N = 3
    intent = Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String(_CONDITION),
        Info=String(_CONDITION),
        DestOutputProfile=profile,
    )
    pdf.Root.OutputIntents = Array([intent])


def _attach(pdf: pikepdf.Pdf, attachments: Sequence[Attachment], about: About) -> None:
    names = Array()
    associated = Array()
    for attachment in sorted(attachments, key=lambda one: one.name):
        specification = pdf.make_indirect(_specification(pdf, attachment, about))
        associated.append(specification)
        names.append(String(attachment.name))
        names.append(specification)
    if attachments:
        pdf.Root.AF = associated
        pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=names))


def _compress(pdf: pikepdf.Pdf) -> None:
    """Compress every stream but the XMP packet.

    One whose compressed form ends with a carriage return stays as it is: with the line feed before "endstream" it
    would look like one line end, and strict readers then find the stream a byte short.
    """
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream) and "/Filter" not in thing and thing.get("/Type") != Name.Metadata:
            packed = zlib.compress(thing.read_raw_bytes(), 6)
            if not packed.endswith(b"\r"):
                thing.write(packed, filter=Name.FlateDecode)


def _specification(pdf: pikepdf.Pdf, attachment: Attachment, about: About) -> Dictionary:
    """Figures that pages show (JSON) are their data; certificates and the like add to them."""
    relation = Name.Data if attachment.media_type == "application/json" else Name.Supplement
    content = pdf.make_stream(attachment.data)
    content.Type = Name.EmbeddedFile
    content.Subtype = Name("/" + attachment.media_type)
    content.Params = Dictionary(Size=len(attachment.data), ModDate=String(about.pdf_date))
    return Dictionary(
        Type=Name.Filespec,
        F=String(attachment.name),
        UF=String(attachment.name),
        Desc=plain_string(attachment.description),
        AFRelationship=relation,
        EF=Dictionary(F=content, UF=content),
    )
