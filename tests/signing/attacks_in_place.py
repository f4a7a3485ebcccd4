# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""A signed pack changed in place or added to, in ways published and our own (trust.md F40)."""

from datetime import timedelta
from typing import Any

import pikepdf
from asn1crypto import cms, core
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.oid import NameOID
from pikepdf import Array, Dictionary, Name, Stream
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter

from desktop.signing.curve import _ORDER
from desktop.signing.identity import load_certificate
from desktop.signing.root_key_file import open_key
from tests.signing.attack_list import ALTERED, attack
from tests.signing.forgery import (
    append_revision,
    byte_range,
    edit,
    gap,
    paint,
    range_text,
    reissued,
    swap,
    with_cms,
    with_gap,
    with_range,
)
from tests.signing.identities import NOW, PASSPHRASE, leaf, root
from tests.signing.plain_pack import draw
from tests.signing.signed_pack import records, resign, signed, unsigned

# Universal signature forgery: the signature is broken in ways that some readers overlook.


@attack(ALTERED, "no_signature")
def usf_range_removed() -> bytes:
    return with_range(signed(), b"")


@attack(ALTERED, "range_wrong")
def usf_range_null() -> bytes:
    return with_range(signed(), b"/ByteRange null")


@attack(ALTERED, "range_wrong")
def usf_range_of_zeros() -> bytes:
    return with_range(signed(), b"/ByteRange [0 0 0 0]")


@attack(ALTERED, "range_wrong")
def usf_range_negative() -> bytes:
    return with_range(signed(), b"/ByteRange [0 -1 -1 -1]")


@attack(ALTERED, "container_wrong")
def usf_contents_removed() -> bytes:
    return swap(signed(), b"/Contents <", b"/Contentx <")


@attack(ALTERED, "container_wrong")
def usf_contents_null() -> bytes:
    start, end, _ = byte_range(signed())
    return signed()[:start] + b"null".ljust(end - start) + signed()[end:]


@attack(ALTERED, "container_wrong")
def usf_contents_of_zeros() -> bytes:
    return with_gap(signed(), b"")


@attack(ALTERED, "content_changed")
def usf_other_subfilter() -> bytes:
    return swap(signed(), b"/ETSI.CAdES.detached", b"/adbe.pkcs7.detached")


# Incremental saving: something follows the signature.


@attack(ALTERED, "added_after")
def isa_painted_over_the_score() -> bytes:
    return append_revision(signed(), paint)


@attack(ALTERED, "added_after")
def isa_object_without_table() -> bytes:
    return signed() + b"4 0 obj\n<</Length 5>>\nstream\n0 0 m\nendstream\nendobj\n%%EOF\n"


@attack(ALTERED, "added_after")
def isa_trailer_only() -> bytes:
    return signed() + b"trailer\n<</Root 1 0 R /Size 9>>\nstartxref\n0\n%%EOF\n"


@attack(ALTERED, "more_than_one_signature")
def isa_copied_signature() -> bytes:
    start, _, _ = byte_range(signed())
    dictionary = signed()[signed().rindex(b"obj", 0, start) :]
    return signed() + b"20 0 " + dictionary + b"\n%%EOF\n"


@attack(ALTERED, "added_after")
def isa_comment() -> bytes:
    return signed() + b"% nothing to see\n"


@attack(ALTERED, "added_after")
def isa_second_end() -> bytes:
    return signed() + b"%%EOF\n"


@attack(ALTERED, "added_after")
def isa_white_space() -> bytes:
    return signed() + b"\n"


@attack(ALTERED, "added_after")
def isa_attachment_added() -> bytes:
    def add(writer: IncrementalPdfFileWriter) -> None:
        writer.root["/AF"] = generic.ArrayObject()
        writer.update_root()  # type: ignore[no-untyped-call]  # pyHanko leaves it untyped

    return append_revision(signed(), add)


# Signature wrapping: the range is moved so that it still covers the signed bytes somewhere.


@attack(ALTERED, "container_wrong")
def swa_range_moved_behind_new_objects() -> bytes:
    data = signed()
    start, end, after = byte_range(data)
    wedge = b"\n4 0 obj\n<</Length 6>>\nstream\n0 0 m \nendstream\nendobj\n"
    moved = data[:end] + wedge + data[end:]
    return with_range(moved, b"/ByteRange [0 %d %d %d]" % (start, end + len(wedge), after))


@attack(ALTERED, "more_than_one_signature")
def swa_second_range() -> bytes:
    room = range_text(signed()) + b" " * 20
    start, end, after = byte_range(signed())
    return swap(signed(), room, b"/ByteRange [0 %d %d %d]/ByteRange[0 9]" % (start, end, after))


@attack(ALTERED, "container_wrong")
def swa_longer_gap() -> bytes:
    start, end, after = byte_range(signed())
    return with_range(signed(), b"/ByteRange [0 %d %d %d]" % (start, end + 10, after - 10))


@attack(ALTERED, "range_wrong")
def swa_range_with_leading_zero() -> bytes:
    start, end, after = byte_range(signed())
    return with_range(signed(), b"/ByteRange [0 0%d %d %d]" % (start, end, after))


# Shadow attacks: prepared before signing, sprung afterwards.


@attack(ALTERED, "added_after")
def shadow_hide() -> bytes:
    def cover(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].contents_add(Stream(pdf, b"q 1 1 1 rg 60 680 400 50 re f Q\n"))

    def uncover(writer: IncrementalPdfFileWriter) -> None:
        page = writer.root["/Pages"]["/Kids"][0]
        page["/Contents"] = page["/Contents"].raw_get(0)
        writer.update_container(page)

    return append_revision(resign(edit(unsigned(), cover)), uncover)


@attack(ALTERED, "added_after")
def shadow_replace() -> bytes:
    def other_font(writer: IncrementalPdfFileWriter) -> None:
        font = writer.root["/Pages"]["/Kids"][0]["/Resources"]["/Font"]["/F1"]
        font["/BaseFont"] = generic.NameObject("/Symbol")
        writer.update_container(font)

    return append_revision(signed(), other_font)


@attack(ALTERED, "added_after")
def shadow_hide_and_replace() -> bytes:
    def other_pages(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Waiting = pdf.make_indirect(Dictionary(Type=Name.Pages, Kids=Array([pdf.pages[1].obj]), Count=1))

    def switch(writer: IncrementalPdfFileWriter) -> None:
        writer.root["/Pages"] = writer.root.raw_get("/Waiting")
        writer.update_root()  # type: ignore[no-untyped-call]  # pyHanko leaves it untyped

    return append_revision(resign(edit(unsigned(), other_pages)), switch)


@attack(ALTERED, "active_content")
def shadow_hidden_layer_signed() -> bytes:
    def layer(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OCProperties = Dictionary(OCGs=Array(), D=Dictionary())

    return resign(edit(unsigned(), layer))


@attack(ALTERED, "added_after")
def evil_annotation() -> bytes:
    def annotate(writer: IncrementalPdfFileWriter) -> None:
        page = writer.root["/Pages"]["/Kids"][0]
        note = generic.DictionaryObject(  # type: ignore[no-untyped-call]  # pyHanko leaves it untyped
            {
                generic.NameObject("/Type"): generic.NameObject("/Annot"),
                generic.NameObject("/Subtype"): generic.NameObject("/FreeText"),
                generic.NameObject("/Contents"): generic.TextStringObject("Met"),
            }
        )
        page["/Annots"] = generic.ArrayObject([writer.add_object(note)])
        writer.update_container(page)

    return append_revision(signed(), annotate)


@attack(ALTERED, "more_than_one_signature")
def sneaky_signature() -> bytes:
    def field(writer: IncrementalPdfFileWriter) -> None:
        paint(writer)
        spot = generic.ArrayObject([generic.NumberObject(0)] * 4)  # type: ignore[no-untyped-call]  # pyHanko leaves it untyped
        claim = generic.DictionaryObject({generic.NameObject("/ByteRange"): spot})  # type: ignore[no-untyped-call]  # pyHanko leaves it untyped
        writer.root["/AcroForm"]["/Fields"].append(writer.add_object(claim))
        writer.update_container(writer.root["/AcroForm"])

    return append_revision(signed(), field)


# The file around the signature.


@attack(ALTERED, "no_signature")
def stripped_signature() -> bytes:
    return unsigned()


@attack(ALTERED, "range_wrong")
def resaved_by_an_editor() -> bytes:
    return edit(signed(), lambda _pdf: None)


@attack(ALTERED, "range_wrong")
def resaved_with_object_streams() -> bytes:
    return edit(signed(), lambda _pdf: None, object_stream_mode=pikepdf.ObjectStreamMode.generate)


@attack(ALTERED, "content_changed")
def replaced_page() -> bytes:
    return swap(signed(), b"(Standard 1: Partly met)", b"(Standard 1: Met)")


@attack(ALTERED, "content_changed")
def changed_title() -> bytes:
    return swap(signed(), b"(Evidence pack)", b"(Evidence PACK)")


@attack(ALTERED, "content_changed")
def changed_time_of_signing() -> bytes:
    return swap(signed(), b"20261122103000Z", b"20251122103000Z")


@attack(ALTERED, "content_changed")
def swapped_attachment() -> bytes:
    return swap(signed(), b'"practice": false', b'"practice": null')


@attack(ALTERED, "added_after")
def raw_object_appended_with_table() -> bytes:
    data = signed()
    table = b"xref\n4 1\n%010d 00000 n \ntrailer\n<</Root 1 0 R/Size 30/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
    old = int(data[data.rindex(b"startxref") + 10 :].split()[0])
    thing = b"4 0 obj\n<<>>\nendobj\n"
    return data + thing + table % (len(data), old, len(data) + len(thing))


@attack(ALTERED, "bytes_before")
def bytes_before_the_header() -> bytes:
    return b"\n" + signed()


@attack(ALTERED, "end_wrong")
def end_mark_changed() -> bytes:
    return signed()[:-6] + b"%%eof\n"


# The container and the CMS in it, which no digest covers.


@attack(ALTERED, "container_wrong")
def padding_used() -> bytes:
    return with_gap(signed(), gap(signed())[:-1] + b"\1")


@attack(ALTERED, "container_wrong")
def lower_case_hex() -> bytes:
    start, end, _ = byte_range(signed())
    return signed()[:start] + signed()[start:end].lower() + signed()[end:]


@attack(ALTERED, "container_wrong")
def white_space_in_hex() -> bytes:
    _, end, _ = byte_range(signed())
    return signed()[: end - 3] + b" 0>" + signed()[end:]


@attack(ALTERED, "signature_damaged")
def unsigned_attribute() -> bytes:
    def add(content: Any) -> None:
        content["signer_infos"][0]["unsigned_attrs"] = cms.CMSAttributes(
            [cms.CMSAttribute({"type": "1.2.3.4", "values": [core.OctetString(b"late")]})]
        )

    return with_cms(signed(), add)


@attack(ALTERED, "signature_damaged")
def second_certificate() -> bytes:
    """A small one: the room beside the signature differs by some bytes from one signature to the next."""
    key = Ed25519PrivateKey.generate()
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "x")])
    made = x509.CertificateBuilder(name, name, key.public_key(), 1, NOW, NOW + timedelta(days=1)).sign(key, None)

    def add(content: Any) -> None:
        content["certificates"].append(asn1_x509.Certificate.load(made.public_bytes(Encoding.DER)))

    return with_cms(signed(), add)


@attack(ALTERED, "signature_damaged")
def other_certificate_for_the_same_key() -> bytes:
    """The charity's root issues a second certificate with the same key and number, but to another role."""
    signer = leaf()
    issuer, key = load_certificate(signer.root_pem), open_key(root().encrypted_key, PASSPHRASE)
    twin = reissued(load_certificate(signer.certificate_pem), issuer, key, "Chief Executive")

    def change(content: Any) -> None:
        content["certificates"][0] = asn1_x509.Certificate.load(twin.public_bytes(Encoding.DER))

    return with_cms(signed(), change)


@attack(ALTERED, "signature_damaged")
def second_signer_info() -> bytes:
    return with_cms(signed(), lambda content: content["signer_infos"].append(content["signer_infos"][0].copy()))


@attack(ALTERED, "signature_damaged")
def other_serial_number() -> bytes:
    def change(content: Any) -> None:
        content["signer_infos"][0]["sid"].chosen["serial_number"] = 7

    return with_cms(signed(), change)


@attack(ALTERED, "signature_damaged")
def other_form_of_the_same_signature() -> bytes:
    def change(content: Any) -> None:
        r, s = decode_dss_signature(content["signer_infos"][0]["signature"].native)
        content["signer_infos"][0]["signature"] = encode_dss_signature(r, _ORDER - s)

    return with_cms(signed(), change)


@attack(ALTERED, "container_wrong")
def longer_form_of_a_length() -> bytes:
    der = gap(signed())
    return with_gap(signed(), b"\x30\x83\0" + der[2:-2])


@attack(ALTERED, "signature_false")
def another_signature_value() -> bytes:
    def change(content: Any) -> None:
        r, s = decode_dss_signature(content["signer_infos"][0]["signature"].native)
        content["signer_infos"][0]["signature"] = encode_dss_signature(r, s - 1)

    return with_cms(signed(), change)


@attack(ALTERED, "content_changed")
def signature_of_another_pack() -> bytes:
    other = resign(draw(records(root().certificate_pem), title="Evidence pace"))
    return with_gap(signed(), gap(other).rstrip(b"\0"))
