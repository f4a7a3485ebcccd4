# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Writes the logical tree into a PDF: structure elements, the parent tree, link and field annotations."""

from collections import defaultdict

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from desktop.reports.structure import Anchor, Content, FieldSpot, LinkSpot, Node
from desktop.reports.text import drawable

_PRINT = 4  # annotation flags
_LOCKED = 128


class TreeWriter:
    """Turns the nodes of one document into objects of one PDF."""

    def __init__(self, pdf: pikepdf.Pdf, anchors: dict[str, Anchor]) -> None:
        self._pdf = pdf
        self._anchors = anchors
        self._pages = [page.obj for page in pdf.pages]
        self._content: defaultdict[int, dict[int, pikepdf.Object]] = defaultdict(dict)
        self._annotations: defaultdict[int, list[pikepdf.Object]] = defaultdict(list)
        self._owners: list[pikepdf.Object] = []
        self._fields: list[pikepdf.Object] = []

    def write(self, document: Node) -> None:
        """Write the tree and all that hangs on it."""
        root = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        root.K = self._element(document, root)
        self._close_pages()
        self._parent_tree(root)
        self._pdf.Root.StructTreeRoot = root
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)
        if self._fields:
            self._pdf.Root.AcroForm = Dictionary(Fields=Array(self._fields), SigFlags=1)

    def _element(self, node: Node, parent: pikepdf.Object) -> pikepdf.Object:
        element = self._pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name("/" + node.tag), P=parent))
        for key, text in node.spoken.items():
            element["/" + key] = plain_string(text)
        if node.owner:
            attributes = Dictionary(O=Name("/" + node.owner))
            for key, value in node.attributes.items():
                attributes["/" + key] = _attribute(value)
            element.A = attributes
        home = next((kid.page for kid in node.kids if isinstance(kid, Content)), 0)
        if home:
            element.Pg = self._pages[home - 1]
        kids = [self._kid(kid, element, home) for kid in node.kids]
        if kids:
            element.K = kids[0] if len(kids) == 1 else Array(kids)
        return element

    def _kid(
        self, kid: Node | Content | LinkSpot | FieldSpot, element: pikepdf.Object, home: int
    ) -> pikepdf.Object | int:
        if isinstance(kid, Node):
            return self._element(kid, element)
        if isinstance(kid, Content):
            self._content[kid.page][kid.mcid] = element
            if kid.page == home:
                return kid.mcid
            return Dictionary(Type=Name.MCR, Pg=self._pages[kid.page - 1], MCID=kid.mcid)
        annotation = self._link(kid) if isinstance(kid, LinkSpot) else self._field(kid)
        annotation.StructParent = len(self._pages) + len(self._owners)
        self._owners.append(element)
        self._annotations[kid.page].append(annotation)
        return Dictionary(Type=Name.OBJR, Pg=self._pages[kid.page - 1], Obj=annotation)

    def _link(self, spot: LinkSpot) -> pikepdf.Object:
        target = self._anchors[spot.anchor]
        link = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Link,
            Rect=Array([round(value, 2) for value in spot.rectangle]),
            Border=Array([0, 0, 0]),
            F=_PRINT,
            Contents=plain_string(spot.words),
            Dest=destination(self._pages[target.page - 1], target),
        )
        return self._pdf.make_indirect(link)

    def _field(self, spot: FieldSpot) -> pikepdf.Object:
        """The signature field. Its own look is empty, as the page is drawn under it: filling it needs no font."""
        look = self._pdf.make_stream(b"")
        left, bottom, right, top = spot.rectangle
        look.Type, look.Subtype = Name.XObject, Name.Form
        look.BBox = Array([0, 0, round(right - left, 2), round(top - bottom, 2)])
        look.Resources = Dictionary()
        field = Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Sig,
            T=String(spot.name),
            TU=plain_string(spot.words),
            Rect=Array([round(value, 2) for value in spot.rectangle]),
            F=_PRINT | _LOCKED,
            P=self._pages[spot.page - 1],
            AP=Dictionary(N=look),
        )
        made = self._pdf.make_indirect(field)
        self._fields.append(made)
        return made

    def _close_pages(self) -> None:
        for index, page in enumerate(self._pages):
            page.StructParents = index
            page.Tabs = Name.S
            if annotations := self._annotations.get(index + 1):
                page.Annots = Array(annotations)

    def _parent_tree(self, root: pikepdf.Object) -> None:
        numbers = Array()
        for index in range(len(self._pages)):
            owners = self._content[index + 1]
            numbers.append(index)
            numbers.append(self._pdf.make_indirect(Array([owners[mcid] for mcid in range(len(owners))])))
        for at, owner in enumerate(self._owners):
            numbers.append(len(self._pages) + at)
            numbers.append(owner)
        root.ParentTree = self._pdf.make_indirect(Dictionary(Nums=numbers))
        root.ParentTreeNextKey = len(self._pages) + len(self._owners)


def plain_string(text: str) -> String:
    """A text of the file as it would be drawn: on one line, with nothing hidden or broken in it."""
    return String(" ".join(drawable(text).split()))


def destination(page: pikepdf.Object, anchor: Anchor) -> Array:
    """Where a link or bookmark leads: the place at the top of the window, the zoom as it is."""
    return Array([page, Name.XYZ, 0, round(anchor.top + 12, 1), 0])


def _attribute(value: str | tuple[float, ...]) -> Name | Array:
    return Name("/" + value) if isinstance(value, str) else Array(list(value))
