# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Ways to alter or forge a pack, published and our own, each with the verdict it must get (trust.md F40 and F41)."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from asn1crypto import cms, core
from asn1crypto import x509 as asn1_x509
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature, encode_dss_signature
from cryptography.hazmat.primitives.serialization import Encoding, load_der_private_key
from pikepdf import Array, Dictionary, Name, Stream, String
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter

from desktop.models.pack import VolumePart
from desktop.models.verdict import Outcome
from desktop.signing.curve import _ORDER
from desktop.signing.identity import load_certificate
from desktop.signing.key_file import open_key
from desktop.signing.manifest import ManifestFile, build_attachments, build_manifest
from desktop.signing.sign import sign_pack
from tests.signing.forgery import (
    append_revision,
    byte_range,
    edit,
    gap,
    leaf_from,
    paint,
    range_text,
    reissued,
    sign_otherwise,
    swap,
    with_cms,
    with_gap,
    with_range,
)
from tests.signing.identities import NOW, PASSPHRASE, leaf, root
from tests.signing.plain_pack import attach, draw
from tests.signing.signed_pack import PACK, records, resign, signed, unsigned

ALTERED, CANNOT_TELL, UNREADABLE = Outcome.ALTERED, Outcome.CANNOT_TELL, Outcome.UNREADABLE


@dataclass(frozen=True, slots=True)
class Attack:
    """One forged file and the answer it must get."""

    name: str
    make: Callable[[], bytes]
    outcome: Outcome
    code: str

    def __str__(self) -> str:
        return self.name


ATTACKS: list[Attack] = []


def _attack(outcome: Outcome, code: str) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    def keep(make: Callable[[], bytes]) -> Callable[[], bytes]:
        ATTACKS.append(Attack(make.__name__, make, outcome, code))
        return make

    return keep


# Universal signature forgery: the signature is broken in ways that some readers overlook.


@_attack(ALTERED, "no_signature")
def usf_range_removed() -> bytes:
    return with_range(signed(), b"")


@_attack(ALTERED, "range_wrong")
def usf_range_null() -> bytes:
    return with_range(signed(), b"/ByteRange null")


@_attack(ALTERED, "range_wrong")
def usf_range_of_zeros() -> bytes:
    return with_range(signed(), b"/ByteRange [0 0 0 0]")


@_attack(ALTERED, "range_wrong")
def usf_range_negative() -> bytes:
    return with_range(signed(), b"/ByteRange [0 -1 -1 -1]")


@_attack(ALTERED, "container_wrong")
def usf_contents_removed() -> bytes:
    return swap(signed(), b"/Contents <", b"/Contentx <")


@_attack(ALTERED, "container_wrong")
def usf_contents_null() -> bytes:
    start, end, _ = byte_range(signed())
    return signed()[:start] + b"null".ljust(end - start) + signed()[end:]


@_attack(ALTERED, "container_wrong")
def usf_contents_of_zeros() -> bytes:
    return with_gap(signed(), b"")


@_attack(ALTERED, "content_changed")
def usf_other_subfilter() -> bytes:
    return swap(signed(), b"/ETSI.CAdES.detached", b"/adbe.pkcs7.detached")


# Incremental saving: something follows the signature.


@_attack(ALTERED, "added_after")
def isa_painted_over_the_score() -> bytes:
    return append_revision(signed(), paint)


@_attack(ALTERED, "added_after")
def isa_object_without_table() -> bytes:
    return signed() + b"4 0 obj\n<</Length 5>>\nstream\n0 0 m\nendstream\nendobj\n%%EOF\n"


@_attack(ALTERED, "added_after")
def isa_trailer_only() -> bytes:
    return signed() + b"trailer\n<</Root 1 0 R /Size 9>>\nstartxref\n0\n%%EOF\n"


@_attack(ALTERED, "more_than_one_signature")
def isa_copied_signature() -> bytes:
    start, _, _ = byte_range(signed())
    dictionary = signed()[signed().rindex(b"obj", 0, start) :]
    return signed() + b"20 0 " + dictionary + b"\n%%EOF\n"


@_attack(ALTERED, "added_after")
def isa_comment() -> bytes:
    return signed() + b"% nothing to see\n"


@_attack(ALTERED, "added_after")
def isa_second_end() -> bytes:
    return signed() + b"%%EOF\n"


@_attack(ALTERED, "added_after")
def isa_white_space() -> bytes:
    return signed() + b"\n"


@_attack(ALTERED, "added_after")
def isa_attachment_added() -> bytes:
    def add(writer: IncrementalPdfFileWriter) -> None:
        writer.root["/AF"] = generic.ArrayObject()
        writer.update_root()  # type: ignore[no-untyped-call]  # pyHanko leaves it untyped

    return append_revision(signed(), add)


# Signature wrapping: the range is moved so that it still covers the signed bytes somewhere.


@_attack(ALTERED, "container_wrong")
def swa_range_moved_behind_new_objects() -> bytes:
    data = signed()
    start, end, after = byte_range(data)
    wedge = b"\n4 0 obj\n<</Length 6>>\nstream\n0 0 m \nendstream\nendobj\n"
    moved = data[:end] + wedge + data[end:]
    return with_range(moved, b"/ByteRange [0 %d %d %d]" % (start, end + len(wedge), after))


@_attack(ALTERED, "more_than_one_signature")
def swa_second_range() -> bytes:
    room = range_text(signed()) + b" " * 20
    start, end, after = byte_range(signed())
    return swap(signed(), room, b"/ByteRange [0 %d %d %d]/ByteRange[0 9]" % (start, end, after))


@_attack(ALTERED, "container_wrong")
def swa_longer_gap() -> bytes:
    start, end, after = byte_range(signed())
    return with_range(signed(), b"/ByteRange [0 %d %d %d]" % (start, end + 10, after - 10))


@_attack(ALTERED, "range_wrong")
def swa_range_with_leading_zero() -> bytes:
    start, end, after = byte_range(signed())
    return with_range(signed(), b"/ByteRange [0 0%d %d %d]" % (start, end, after))


# Shadow attacks: prepared before signing, sprung afterwards.


@_attack(ALTERED, "added_after")
def shadow_hide() -> bytes:
    def cover(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].contents_add(Stream(pdf, b"q 1 1 1 rg 60 680 400 50 re f Q\n"))

    def uncover(writer: IncrementalPdfFileWriter) -> None:
        page = writer.root["/Pages"]["/Kids"][0]
        page["/Contents"] = page["/Contents"].raw_get(0)
        writer.update_container(page)

    return append_revision(resign(edit(unsigned(), cover)), uncover)


@_attack(ALTERED, "added_after")
def shadow_replace() -> bytes:
    def other_font(writer: IncrementalPdfFileWriter) -> None:
        font = writer.root["/Pages"]["/Kids"][0]["/Resources"]["/Font"]["/F1"]
        font["/BaseFont"] = generic.NameObject("/Symbol")
        writer.update_container(font)

    return append_revision(signed(), other_font)


@_attack(ALTERED, "added_after")
def shadow_hide_and_replace() -> bytes:
    def other_pages(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Waiting = pdf.make_indirect(Dictionary(Type=Name.Pages, Kids=Array([pdf.pages[1].obj]), Count=1))

    def switch(writer: IncrementalPdfFileWriter) -> None:
        writer.root["/Pages"] = writer.root.raw_get("/Waiting")
        writer.update_root()  # type: ignore[no-untyped-call]  # pyHanko leaves it untyped

    return append_revision(resign(edit(unsigned(), other_pages)), switch)


@_attack(ALTERED, "active_content")
def shadow_hidden_layer_signed() -> bytes:
    def layer(pdf: pikepdf.Pdf) -> None:
        pdf.Root.OCProperties = Dictionary(OCGs=Array(), D=Dictionary())

    return resign(edit(unsigned(), layer))


@_attack(ALTERED, "added_after")
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


@_attack(ALTERED, "more_than_one_signature")
def sneaky_signature() -> bytes:
    def field(writer: IncrementalPdfFileWriter) -> None:
        paint(writer)
        spot = generic.ArrayObject([generic.NumberObject(0)] * 4)  # type: ignore[no-untyped-call]  # pyHanko leaves it untyped
        claim = generic.DictionaryObject({generic.NameObject("/ByteRange"): spot})  # type: ignore[no-untyped-call]  # pyHanko leaves it untyped
        writer.root["/AcroForm"]["/Fields"].append(writer.add_object(claim))
        writer.update_container(writer.root["/AcroForm"])

    return append_revision(signed(), field)


# The file around the signature.


@_attack(ALTERED, "no_signature")
def stripped_signature() -> bytes:
    return unsigned()


@_attack(ALTERED, "range_wrong")
def resaved_by_an_editor() -> bytes:
    return edit(signed(), lambda _pdf: None)


@_attack(ALTERED, "range_wrong")
def resaved_with_object_streams() -> bytes:
    return edit(signed(), lambda _pdf: None, object_stream_mode=pikepdf.ObjectStreamMode.generate)


@_attack(ALTERED, "content_changed")
def replaced_page() -> bytes:
    return swap(signed(), b"(Standard 1: Partly met)", b"(Standard 1: Met)")


@_attack(ALTERED, "content_changed")
def changed_title() -> bytes:
    return swap(signed(), b"(Evidence pack)", b"(Evidence PACK)")


@_attack(ALTERED, "content_changed")
def changed_time_of_signing() -> bytes:
    return swap(signed(), b"20261122103000Z", b"20251122103000Z")


@_attack(ALTERED, "content_changed")
def swapped_attachment() -> bytes:
    return swap(signed(), b'"practice": false', b'"practice": null')


@_attack(ALTERED, "added_after")
def raw_object_appended_with_table() -> bytes:
    data = signed()
    table = b"xref\n4 1\n%010d 00000 n \ntrailer\n<</Root 1 0 R/Size 30/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
    old = int(data[data.rindex(b"startxref") + 10 :].split()[0])
    thing = b"4 0 obj\n<<>>\nendobj\n"
    return data + thing + table % (len(data), old, len(data) + len(thing))


@_attack(ALTERED, "bytes_before")
def bytes_before_the_header() -> bytes:
    return b"\n" + signed()


@_attack(ALTERED, "end_wrong")
def end_mark_changed() -> bytes:
    return signed()[:-6] + b"%%eof\n"


# The container and the CMS in it, which no digest covers.


@_attack(ALTERED, "container_wrong")
def padding_used() -> bytes:
    return with_gap(signed(), gap(signed())[:-1] + b"\1")


@_attack(ALTERED, "container_wrong")
def lower_case_hex() -> bytes:
    start, end, _ = byte_range(signed())
    return signed()[:start] + signed()[start:end].lower() + signed()[end:]


@_attack(ALTERED, "container_wrong")
def white_space_in_hex() -> bytes:
    _, end, _ = byte_range(signed())
    return signed()[: end - 3] + b" 0>" + signed()[end:]


@_attack(ALTERED, "signature_damaged")
def unsigned_attribute() -> bytes:
    def add(content: Any) -> None:
        content["signer_infos"][0]["unsigned_attrs"] = cms.CMSAttributes(
            [cms.CMSAttribute({"type": "1.2.3.4", "values": [core.OctetString(b"late")]})]
        )

    return with_cms(signed(), add)


@_attack(ALTERED, "signature_damaged")
def second_certificate() -> bytes:
    def add(content: Any) -> None:
        der = load_certificate(root().certificate_pem).public_bytes(Encoding.DER)
        content["certificates"].append(asn1_x509.Certificate.load(der))

    return with_cms(signed(), add)


@_attack(ALTERED, "signature_damaged")
def other_certificate_for_the_same_key() -> bytes:
    """The charity's root issues a second certificate with the same key and number, but to another role."""
    signer = leaf()
    issuer, key = load_certificate(signer.root_pem), open_key(root().encrypted_key, PASSPHRASE)
    twin = reissued(load_certificate(signer.certificate_pem), issuer, key, "Chief Executive")

    def change(content: Any) -> None:
        content["certificates"][0] = asn1_x509.Certificate.load(twin.public_bytes(Encoding.DER))

    return with_cms(signed(), change)


@_attack(ALTERED, "signature_damaged")
def second_signer_info() -> bytes:
    return with_cms(signed(), lambda content: content["signer_infos"].append(content["signer_infos"][0].copy()))


@_attack(ALTERED, "signature_damaged")
def other_serial_number() -> bytes:
    def change(content: Any) -> None:
        content["signer_infos"][0]["sid"].chosen["serial_number"] = 7

    return with_cms(signed(), change)


@_attack(ALTERED, "signature_damaged")
def other_form_of_the_same_signature() -> bytes:
    def change(content: Any) -> None:
        r, s = decode_dss_signature(content["signer_infos"][0]["signature"].native)
        content["signer_infos"][0]["signature"] = encode_dss_signature(r, _ORDER - s)

    return with_cms(signed(), change)


@_attack(ALTERED, "container_wrong")
def longer_form_of_a_length() -> bytes:
    der = gap(signed())
    return with_gap(signed(), b"\x30\x83\0" + der[2:-2])


@_attack(ALTERED, "signature_false")
def another_signature_value() -> bytes:
    def change(content: Any) -> None:
        r, s = decode_dss_signature(content["signer_infos"][0]["signature"].native)
        content["signer_infos"][0]["signature"] = encode_dss_signature(r, s - 1)

    return with_cms(signed(), change)


@_attack(ALTERED, "content_changed")
def signature_of_another_pack() -> bytes:
    other = resign(draw(records(root().certificate_pem), title="Evidence pace"))
    return with_gap(signed(), gap(other).rstrip(b"\0"))


# Signed anew, by the charity itself in a wrong way, or by somebody else.


@_attack(ALTERED, "not_certified")
def changes_allowed() -> bytes:
    return sign_otherwise(unsigned(), leaf(), docmdp_permissions=MDPPerm.FILL_FORMS)


@_attack(ALTERED, "not_certified")
def approved_not_certified() -> bytes:
    return sign_otherwise(unsigned(), leaf(), certify=False)


@_attack(ALTERED, "signature_damaged")
def old_kind_of_signature() -> bytes:
    return sign_otherwise(unsigned(), leaf(), subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED)


@_attack(ALTERED, "earlier_versions")
def signed_over_an_earlier_version() -> bytes:
    return resign(append_revision(unsigned(), paint))


def _with_action(action: Dictionary, place: str) -> bytes:
    def add(pdf: pikepdf.Pdf) -> None:
        pdf.Root[place] = pdf.make_indirect(action)

    return resign(edit(unsigned(), add))


@_attack(ALTERED, "active_content")
def javascript_on_opening() -> bytes:
    return _with_action(Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")), "/OpenAction")


@_attack(ALTERED, "active_content")
def javascript_by_name() -> bytes:
    action = Dictionary(S=Name.JavaScript, JS=String("1"))
    return _with_action(Dictionary(Names=Array([String("a"), action])), "/Elsewhere")


@_attack(ALTERED, "active_content")
def launch_from_a_link() -> bytes:
    return _with_action(Dictionary(A=Dictionary(S=Name.Launch, F=String("calc.exe"))), "/Elsewhere")


@_attack(ALTERED, "active_content")
def action_when_a_page_opens() -> bytes:
    def add(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.Named))

    return resign(edit(unsigned(), add))


@_attack(ALTERED, "active_content")
def javascript_in_an_object_stream() -> bytes:
    def add(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Elsewhere = pdf.make_indirect(Dictionary(S=Name.JavaScript))

    return resign(edit(unsigned(), add, object_stream_mode=pikepdf.ObjectStreamMode.generate))


@_attack(ALTERED, "active_content")
def javascript_in_an_object_used_again() -> bytes:
    """The object has generation 1, which a walk over plain numbers would miss."""

    def add(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Elsewhere = pdf.make_indirect(Dictionary(S=Name.JavaScript))

    data = edit(unsigned(), add)
    at = data.rindex(b" 0 obj", 0, data.index(b"/S /JavaScript"))
    number = data[data.rindex(b"\n", 0, at) + 1 : at]
    offset = b"%010d 0000" % (at - len(number))
    for old, new in ((number + b" 0 obj", number + b" 1 obj"), (number + b" 0 R", number + b" 1 R")):
        data = swap(data, old, new)
    return sign_otherwise(swap(data, offset + b"0 n", offset + b"1 n"), leaf())


@_attack(ALTERED, "active_content")
def form_with_xfa() -> bytes:
    def add(pdf: pikepdf.Pdf) -> None:
        pdf.Root.AcroForm.XFA = String("<xdp/>")

    return resign(edit(unsigned(), add))


@_attack(ALTERED, "parts_missing")
def no_records() -> bytes:
    return resign(draw())


@_attack(ALTERED, "parts_wrong")
def manifest_of_another_pack() -> bytes:
    _, seal, carried = records(root().certificate_pem)
    return resign(draw(build_attachments(build_manifest("pack-9", ()), seal.data, carried.data)))


@_attack(ALTERED, "parts_wrong")
def seal_of_another_pack() -> bytes:
    manifest, _, carried = records(root().certificate_pem)
    seal = records(root().certificate_pem, sealed_manifest=manifest.data, pack="pack-9")[1]
    return resign(draw(build_attachments(manifest.data, seal.data, carried.data)))


@_attack(ALTERED, "parts_wrong")
def manifest_with_another_word() -> bytes:
    one, other = (ManifestFile(1, "001-a.pdf", "v.zip", 5, "ab" * 32, title) for title in ("Rota", "Rosa"))
    volume = VolumePart("v.zip", 200, "cd" * 32)
    _, seal, carried = records(root().certificate_pem, files=[one], volumes=[volume])
    return resign(draw(build_attachments(build_manifest(PACK, [other]), seal.data, carried.data)))


@_attack(ALTERED, "parts_wrong")
def file_in_a_volume_that_is_not_sealed() -> bytes:
    return resign(draw(records(root().certificate_pem, files=[ManifestFile(1, "a", "v.zip", 5, "ab" * 32, "")])))


@_attack(ALTERED, "parts_wrong")
def record_in_another_form() -> bytes:
    manifest, seal, carried = records(root().certificate_pem)
    return resign(draw(build_attachments(manifest.data, seal.data + b" ", carried.data)))


@_attack(ALTERED, "parts_wrong")
def two_seals() -> bytes:
    three = records(root().certificate_pem)

    def add(pdf: pikepdf.Pdf) -> None:
        attach(pdf, three[1])

    return resign(edit(draw(three), add))


@_attack(ALTERED, "parts_wrong")
def inflated_seal() -> bytes:
    manifest, seal, carried = records(root().certificate_pem)
    big = build_attachments(manifest.data, seal.data + b" " * 2_000_000, carried.data)
    return resign(edit(draw(big), lambda _pdf: None))


@_attack(ALTERED, "parts_wrong")
def practice_pack_dressed_as_real() -> bytes:
    practice = root(practice=True)
    return resign(draw(records(practice.certificate_pem, practice=False)), leaf(practice=True))


@_attack(CANNOT_TELL, "other_root")
def look_alike_charity() -> bytes:
    return resign(draw(records(root(copy=2).certificate_pem)), leaf(copy=2))


@_attack(ALTERED, "parts_wrong")
def forgers_root_with_the_old_seal() -> bytes:
    manifest, seal, _ = records(root().certificate_pem)
    return resign(draw(build_attachments(manifest.data, seal.data, root(copy=2).certificate_pem)), leaf(copy=2))


@_attack(ALTERED, "not_issued_by_root")
def forgers_leaf_with_the_real_root() -> bytes:
    return resign(unsigned(), leaf(copy=2))


@_attack(ALTERED, "not_issued_by_root")
def forged_leaf_naming_the_real_root() -> bytes:
    real = load_certificate(root().certificate_pem)
    forgers = open_key(root(copy=2).encrypted_key, PASSPHRASE)
    return resign(unsigned(), leaf_from(real, forgers, leaf(), carried_root=root().certificate_pem))


@_attack(ALTERED, "root_wrong")
def self_signed_leaf() -> bytes:
    alone = leaf_from(None, None, leaf())
    return resign(draw(records(alone.certificate_pem)), alone)


@_attack(ALTERED, "root_wrong")
def root_in_another_form() -> bytes:
    manifest, seal, carried = records(root().certificate_pem)
    return resign(draw(build_attachments(manifest.data, seal.data, b"Our root:\n" + carried.data)))


@_attack(ALTERED, "root_wrong")
def certificate_in_between_as_root() -> bytes:
    real, key = load_certificate(root().certificate_pem), open_key(root().encrypted_key, PASSPHRASE)
    middle = leaf_from(real, key, leaf(), key_cert_sign=True)
    return resign(draw(records(middle.certificate_pem)), leaf())


@_attack(UNREADABLE, "too_complex")
def script_buried_very_deep() -> bytes:
    def bury(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Elsewhere = pikepdf.Object.parse(b"[" * 100 + b"<</S /JavaScript>>" + b"]" * 100)

    return resign(edit(unsigned(), bury))


@_attack(ALTERED, "leaf_wrong")
def leaf_that_may_issue() -> bytes:
    real, key = load_certificate(root().certificate_pem), open_key(root().encrypted_key, PASSPHRASE)
    strong = leaf_from(real, key, leaf(), carried_root=root().certificate_pem, key_cert_sign=True)
    return resign(unsigned(), strong)


@_attack(ALTERED, "not_issued_by_root")
def signed_by_a_leaf_of_a_leaf() -> bytes:
    real, key = load_certificate(root().certificate_pem), open_key(root().encrypted_key, PASSPHRASE)
    assert real.subject == load_certificate(leaf().certificate_pem).issuer
    middle = leaf_from(real, key, leaf(), key_cert_sign=True)
    middle_key: Any = load_der_private_key(middle.secret, None)
    below = leaf_from(load_certificate(middle.certificate_pem), middle_key, leaf())
    return resign(unsigned(), below)


@_attack(CANNOT_TELL, "outside_dates")
def expired_leaf() -> bytes:
    return sign_otherwise(unsigned(), leaf(issued=NOW.replace(year=2020)))


@_attack(CANNOT_TELL, "outside_dates")
def signed_before_the_certificate() -> bytes:
    return sign_otherwise(unsigned(), leaf(), NOW.replace(year=2025))


@_attack(CANNOT_TELL, "in_future")
def signed_in_the_future() -> bytes:
    return sign_pack(unsigned(), leaf(), signed_at=NOW.replace(year=2027))


# No pack at all.


@_attack(UNREADABLE, "empty")
def empty_file() -> bytes:
    return b""


@_attack(UNREADABLE, "not_a_pdf")
def a_picture() -> bytes:
    return b"\x89PNG\r\n\x1a\n" + bytes(2000)


@_attack(UNREADABLE, "cut_short")
def download_cut_short() -> bytes:
    return signed()[:-200]


@_attack(UNREADABLE, "damaged")
def download_cut_very_short() -> bytes:
    return signed()[:300]


@_attack(UNREADABLE, "no_pages")
def no_pages() -> bytes:
    out = BytesIO()
    pikepdf.new().save(out)
    return out.getvalue()


@_attack(UNREADABLE, "encrypted")
def locked_with_a_password() -> bytes:
    return edit(signed(), lambda _pdf: None, encryption=pikepdf.Encryption(owner="a", user="b"))


@_attack(UNREADABLE, "encrypted")
def locked_against_copying() -> bytes:
    return edit(signed(), lambda _pdf: None, encryption=pikepdf.Encryption(owner="a", user=""))


@_attack(UNREADABLE, "too_big")
def larger_than_any_pack() -> bytes:
    return signed() + bytes(100_000_000)
