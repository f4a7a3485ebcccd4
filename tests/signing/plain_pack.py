# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Small unsigned packs with the parts the signing contract asks for, built with pikepdf alone."""

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream, String

from desktop.models.pack import Attachment

_SCORE = b"BT /F1 18 Tf 72 700 Td (Standard 1: Partly met) Tj ET\n"


def draw(attachments: tuple[Attachment, ...] = (), *, pages: int = 2, title: str = "Evidence pack") -> bytes:
    """A pack of a few pages with one empty signature field and the attachments under /AF."""
    pdf = pikepdf.new()
    font = pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    for number in range(pages):
        page = pdf.add_blank_page(page_size=(595, 842))
        page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
        page.obj.Contents = Stream(pdf, _SCORE + b"%% page %d\n" % number)
    _add_field(pdf)
    for attachment in attachments:
        attach(pdf, attachment)
    pdf.docinfo["/Title"] = String(title)
    out = BytesIO()
    pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable, compress_streams=False)
    return out.getvalue()


def _add_field(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[-1].obj
    look = Stream(pdf, b"")
    look.update({"/Type": Name.XObject, "/Subtype": Name.Form, "/BBox": Array([0, 0, 200, 50])})
    field = pdf.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Sig,
            T=String("Signature1"),
            Rect=Array([72, 72, 272, 122]),
            F=132,
            P=page,
            AP=Dictionary(N=pdf.make_indirect(look)),
        )
    )
    page.Annots = Array([field])
    pdf.Root.AcroForm = pdf.make_indirect(Dictionary(Fields=Array([field]), SigFlags=3))


def attach(pdf: pikepdf.Pdf, attachment: Attachment) -> None:
    """Put one attachment under /AF and into the name tree."""
    stream = Stream(pdf, attachment.data)
    stream.update(
        {
            "/Type": Name.EmbeddedFile,
            "/Subtype": Name("/" + attachment.media_type),
            "/Params": Dictionary(Size=len(attachment.data)),
        }
    )
    spec = pdf.make_indirect(
        Dictionary(
            Type=Name.Filespec,
            F=String(attachment.name),
            UF=String(attachment.name),
            Desc=String(attachment.description),
            AFRelationship=Name.Data,
            EF=Dictionary(F=pdf.make_indirect(stream)),
        )
    )
    if "/AF" not in pdf.Root:
        pdf.Root.AF = Array()
        pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array()))
    pdf.Root.AF.append(spec)
    pdf.Root.Names.EmbeddedFiles.Names.extend([String(attachment.name), spec])
