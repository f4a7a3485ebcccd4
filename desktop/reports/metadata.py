# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The XMP packet: what the document is, and that it is PDF/A-3a and PDF/UA-1. Signing must leave it byte for byte."""

from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape

LANGUAGE = "en-GB"
PRODUCER = "ReportLab and pikepdf"

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_PDFUA = "http://www.aiim.org/pdfua/ns/id/"
_PDFA = "http://www.aiim.org/pdfa/ns"
_NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": f"{_PDFA}/id/",
    "pdfuaid": _PDFUA,
    "pdfaExtension": f"{_PDFA}/extension/",
    "pdfaSchema": f"{_PDFA}/schema#",
    "pdfaProperty": f"{_PDFA}/property#",
}


@dataclass(frozen=True, slots=True)
class About:
    """Title, author, creator program and time of a document."""

    title: str
    author: str
    creator: str
    made: datetime

    @property
    def pdf_date(self) -> str:
        """The time as a PDF date."""
        return self.made.strftime("D:%Y%m%d%H%M%S+00'00'")


def xmp(about: About) -> bytes:
    """The whole packet as UTF-8."""
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _NAMESPACES.items())
    body = "\n".join((*_dublin_core(about), *_dates(about), *_claims(), *_extension()))
    packet = (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/">\n<rdf:RDF xmlns:rdf="{_RDF}">\n'
        f'<rdf:Description rdf:about="" {names}>\n{body}\n</rdf:Description>\n'
        '</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="w"?>'
    )
    return packet.encode()


def _dublin_core(about: About) -> tuple[str, ...]:
    title = f'<rdf:li xml:lang="x-default">{escape(about.title)}</rdf:li>'
    return (
        f"<dc:title><rdf:Alt>{title}</rdf:Alt></dc:title>",
        f"<dc:creator><rdf:Seq><rdf:li>{escape(about.author)}</rdf:li></rdf:Seq></dc:creator>",
        f"<dc:language><rdf:Bag><rdf:li>{LANGUAGE}</rdf:li></rdf:Bag></dc:language>",
    )


def _dates(about: About) -> tuple[str, ...]:
    time = about.made.strftime("%Y-%m-%dT%H:%M:%S+00:00")
    return (
        f"<xmp:CreateDate>{time}</xmp:CreateDate>",
        f"<xmp:ModifyDate>{time}</xmp:ModifyDate>",
        f"<xmp:CreatorTool>{escape(about.creator)}</xmp:CreatorTool>",
        f"<pdf:Producer>{PRODUCER}</pdf:Producer>",
    )


def _claims() -> tuple[str, ...]:
    return (
        "<pdfaid:part>3</pdfaid:part>",
        "<pdfaid:conformance>A</pdfaid:conformance>",
        "<pdfuaid:part>1</pdfuaid:part>",
    )


def _extension() -> tuple[str, ...]:
    """PDF/A asks that a schema it does not know, here that of PDF/UA, is described."""
    about_part = {
        "name": "part",
        "valueType": "Integer",
        "category": "internal",
        "description": "Part of ISO 14289 that the document conforms to",
    }
    part = "".join(f"<pdfaProperty:{key}>{value}</pdfaProperty:{key}>" for key, value in about_part.items())
    return (
        '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">',
        "<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>",
        f"<pdfaSchema:namespaceURI>{_PDFUA}</pdfaSchema:namespaceURI>",
        "<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>",
        "<pdfaSchema:property><rdf:Seq>",
        f'<rdf:li rdf:parseType="Resource">{part}</rdf:li>',
        "</rdf:Seq></pdfaSchema:property>",
        "</rdf:li></rdf:Bag></pdfaExtension:schemas>",
    )
