# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Files signed again in a wrong way or by somebody else (trust.md F41), and files that are no pack at all."""

from io import BytesIO
from typing import Any

import pikepdf
from cryptography.hazmat.primitives.serialization import load_der_private_key
from pikepdf import Array, Dictionary, Name, String
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter

from desktop.models.pack import VolumePart
from desktop.signing.identity import load_certificate
from desktop.signing.manifest import ManifestFile, build_attachments, build_manifest
from desktop.signing.root_key_file import open_key
from desktop.signing.sign import sign_pack
from tests.signing.attack_list import ALTERED, CANNOT_TELL, UNREADABLE, attack
from tests.signing.forgery import (
    append_revision,
    edit,
    leaf_from,
    paint,
    sign_otherwise,
    swap,
)
from tests.signing.identities import NOW, PASSPHRASE, leaf, root
from tests.signing.plain_pack import attach, draw
from tests.signing.signed_pack import PACK, records, resign, signed, unsigned

# Signed anew, by the charity itself in a wrong way, or by somebody else.


@attack(ALTERED, "not_certified")
def changes_allowed() -> bytes:
    return sign_otherwise(unsigned(), leaf(), docmdp_permissions=MDPPerm.FILL_FORMS)


@attack(ALTERED, "not_certified")
def approved_not_certified() -> bytes:
    return sign_otherwise(unsigned(), leaf(), certify=False)


@attack(ALTERED, "signature_damaged")
def old_kind_of_signature() -> bytes:
    return sign_otherwise(unsigned(), leaf(), subfilter=SigSeedSubFilter.ADOBE_PKCS7_DETACHED)


@attack(ALTERED, "earlier_versions")
def signed_over_an_earlier_version() -> bytes:
    return resign(append_revision(unsigned(), paint))


def _with_action(action: Dictionary, place: str) -> bytes:
    def add(pdf: pikepdf.Pdf) -> None:
        pdf.Root[place] = pdf.make_indirect(action)

    return resign(edit(unsigned(), add))


@attack(ALTERED, "active_content")
def javascript_on_opening() -> bytes:
    return _with_action(Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")), "/OpenAction")


@attack(ALTERED, "active_content")
def javascript_by_name() -> bytes:
    action = Dictionary(S=Name.JavaScript, JS=String("1"))
    return _with_action(Dictionary(Names=Array([String("a"), action])), "/Elsewhere")


@attack(ALTERED, "active_content")
def launch_from_a_link() -> bytes:
    return _with_action(Dictionary(A=Dictionary(S=Name.Launch, F=String("calc.exe"))), "/Elsewhere")


@attack(ALTERED, "active_content")
def action_when_a_page_opens() -> bytes:
    def add(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.AA = Dictionary(O=Dictionary(S=Name.Named))

    return resign(edit(unsigned(), add))


@attack(ALTERED, "active_content")
def javascript_in_an_object_stream() -> bytes:
    def add(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Elsewhere = pdf.make_indirect(Dictionary(S=Name.JavaScript))

    return resign(edit(unsigned(), add, object_stream_mode=pikepdf.ObjectStreamMode.generate))


def _with_a_bomb() -> bytes:
    """The last object stream inflates a thousandfold, past what the checker inflates."""

    def add(pdf: pikepdf.Pdf) -> None:
        bomb = pdf.make_indirect(String("A" * 20_000_000))
        pdf.Root.ZLast = Array([*(pdf.make_indirect(Dictionary(N=at)) for at in range(300)), bomb])

    return edit(unsigned(), add, object_stream_mode=pikepdf.ObjectStreamMode.generate)


@attack(ALTERED, "structure")
def signed_bomb() -> bytes:
    return resign(_with_a_bomb())


@attack(UNREADABLE, "too_complex")
def more_objects_than_any_pack_has() -> bytes:
    def add(pdf: pikepdf.Pdf) -> None:
        long = String("A" * 500_000)
        pdf.Root.ZLast = Array([pdf.make_indirect(Dictionary(N=at, Text=long)) for at in range(12)])

    return resign(edit(unsigned(), add))


@attack(UNREADABLE, "damaged")
def bomb_without_a_signature() -> bytes:
    def add(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Names = pdf.make_indirect(String("A" * 20_000_000))

    return edit(unsigned(), add, object_stream_mode=pikepdf.ObjectStreamMode.generate)


@attack(ALTERED, "active_content")
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


@attack(ALTERED, "active_content")
def form_with_xfa() -> bytes:
    def add(pdf: pikepdf.Pdf) -> None:
        pdf.Root.AcroForm.XFA = String("<xdp/>")

    return resign(edit(unsigned(), add))


@attack(ALTERED, "parts_missing")
def no_records() -> bytes:
    return resign(draw())


@attack(ALTERED, "parts_wrong")
def manifest_of_another_pack() -> bytes:
    _, seal, carried = records(root().certificate_pem)
    return resign(draw(build_attachments(build_manifest("pack-9", ()), seal.data, carried.data)))


@attack(ALTERED, "parts_wrong")
def seal_of_another_pack() -> bytes:
    manifest, _, carried = records(root().certificate_pem)
    seal = records(root().certificate_pem, sealed_manifest=manifest.data, pack="pack-9")[1]
    return resign(draw(build_attachments(manifest.data, seal.data, carried.data)))


@attack(ALTERED, "parts_wrong")
def manifest_with_another_word() -> bytes:
    one, other = (ManifestFile(1, "001-a.pdf", "v.zip", 5, "ab" * 32, title) for title in ("Rota", "Rosa"))
    volume = VolumePart("v.zip", 200, "cd" * 32)
    _, seal, carried = records(root().certificate_pem, files=[one], volumes=[volume])
    return resign(draw(build_attachments(build_manifest(PACK, [other]), seal.data, carried.data)))


@attack(ALTERED, "parts_wrong")
def file_in_a_volume_that_is_not_sealed() -> bytes:
    return resign(draw(records(root().certificate_pem, files=[ManifestFile(1, "a", "v.zip", 5, "ab" * 32, "")])))


@attack(ALTERED, "parts_wrong")
def record_in_another_form() -> bytes:
    manifest, seal, carried = records(root().certificate_pem)
    return resign(draw(build_attachments(manifest.data, seal.data + b" ", carried.data)))


@attack(ALTERED, "parts_wrong")
def two_seals() -> bytes:
    three = records(root().certificate_pem)

    def add(pdf: pikepdf.Pdf) -> None:
        attach(pdf, three[1])

    return resign(edit(draw(three), add))


@attack(ALTERED, "parts_wrong")
def inflated_seal() -> bytes:
    manifest, seal, carried = records(root().certificate_pem)
    big = build_attachments(manifest.data, seal.data + b" " * 2_000_000, carried.data)
    return resign(edit(draw(big), lambda _pdf: None))


@attack(ALTERED, "parts_wrong")
def practice_pack_dressed_as_real() -> bytes:
    practice = root(practice=True)
    return resign(draw(records(practice.certificate_pem, practice=False)), leaf(practice=True))


@attack(CANNOT_TELL, "other_root")
def look_alike_charity() -> bytes:
    return resign(draw(records(root(copy=2).certificate_pem)), leaf(copy=2))


@attack(ALTERED, "parts_wrong")
def forgers_root_with_the_old_seal() -> bytes:
    manifest, seal, _ = records(root().certificate_pem)
    return resign(draw(build_attachments(manifest.data, seal.data, root(copy=2).certificate_pem)), leaf(copy=2))


@attack(ALTERED, "not_issued_by_root")
def forgers_leaf_with_the_real_root() -> bytes:
    return resign(unsigned(), leaf(copy=2))


@attack(ALTERED, "not_issued_by_root")
def forged_leaf_naming_the_real_root() -> bytes:
    real = load_certificate(root().certificate_pem)
    forgers = open_key(root(copy=2).encrypted_key, PASSPHRASE)
    return resign(unsigned(), leaf_from(real, forgers, leaf(), carried_root=root().certificate_pem))


@attack(ALTERED, "root_wrong")
def self_signed_leaf() -> bytes:
    alone = leaf_from(None, None, leaf())
    return resign(draw(records(alone.certificate_pem)), alone)


@attack(ALTERED, "root_wrong")
def root_in_another_form() -> bytes:
    manifest, seal, carried = records(root().certificate_pem)
    return resign(draw(build_attachments(manifest.data, seal.data, b"Our root:\n" + carried.data)))


@attack(ALTERED, "root_wrong")
def certificate_in_between_as_root() -> bytes:
    real, key = load_certificate(root().certificate_pem), open_key(root().encrypted_key, PASSPHRASE)
    middle = leaf_from(real, key, leaf(), key_cert_sign=True)
    return resign(draw(records(middle.certificate_pem)), leaf())


@attack(UNREADABLE, "too_complex")
def script_buried_very_deep() -> bytes:
    def bury(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Elsewhere = pikepdf.Object.parse(b"[" * 100 + b"<</S /JavaScript>>" + b"]" * 100)

    return resign(edit(unsigned(), bury))


@attack(ALTERED, "leaf_wrong")
def leaf_that_may_issue() -> bytes:
    real, key = load_certificate(root().certificate_pem), open_key(root().encrypted_key, PASSPHRASE)
    strong = leaf_from(real, key, leaf(), carried_root=root().certificate_pem, key_cert_sign=True)
    return resign(unsigned(), strong)


@attack(ALTERED, "other_charity")
def leaf_for_another_charity_than_its_root() -> bytes:
    real, key = load_certificate(root().certificate_pem), open_key(root().encrypted_key, PASSPHRASE)
    return resign(unsigned(), leaf_from(real, key, leaf("Borth Relief Fund"), carried_root=root().certificate_pem))


@attack(ALTERED, "not_issued_by_root")
def signed_by_a_leaf_of_a_leaf() -> bytes:
    real, key = load_certificate(root().certificate_pem), open_key(root().encrypted_key, PASSPHRASE)
    assert real.subject == load_certificate(leaf().certificate_pem).issuer
    middle = leaf_from(real, key, leaf(), key_cert_sign=True)
    middle_key: Any = load_der_private_key(middle.secret, None)
    below = leaf_from(load_certificate(middle.certificate_pem), middle_key, leaf())
    return resign(unsigned(), below)


@attack(CANNOT_TELL, "outside_dates")
def expired_leaf() -> bytes:
    return sign_otherwise(unsigned(), leaf(issued=NOW.replace(year=2020)))


@attack(CANNOT_TELL, "outside_dates")
def signed_before_the_certificate() -> bytes:
    return sign_otherwise(unsigned(), leaf(), NOW.replace(year=2025))


@attack(CANNOT_TELL, "in_future")
def signed_in_the_future() -> bytes:
    return sign_pack(unsigned(), leaf(), signed_at=NOW.replace(year=2027))


# No pack at all.


@attack(UNREADABLE, "empty")
def empty_file() -> bytes:
    return b""


@attack(UNREADABLE, "not_a_pdf")
def a_picture() -> bytes:
    return b"\x89PNG\r\n\x1a\n" + bytes(2000)


@attack(UNREADABLE, "cut_short")
def download_cut_short() -> bytes:
    return signed()[:-200]


@attack(UNREADABLE, "damaged")
def download_cut_very_short() -> bytes:
    return signed()[:300]


@attack(UNREADABLE, "no_pages")
def no_pages() -> bytes:
    out = BytesIO()
    pikepdf.new().save(out)
    return out.getvalue()


@attack(UNREADABLE, "encrypted")
def locked_with_a_password() -> bytes:
    return edit(signed(), lambda _pdf: None, encryption=pikepdf.Encryption(owner="a", user="b"))


@attack(UNREADABLE, "encrypted")
def locked_against_copying() -> bytes:
    return edit(signed(), lambda _pdf: None, encryption=pikepdf.Encryption(owner="a", user=""))


@attack(UNREADABLE, "too_big")
def larger_than_any_pack() -> bytes:
    return signed() + bytes(100_000_000)
