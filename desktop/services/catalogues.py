# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The versions of the standards that are at hand: those that come with the app, and those kept in the workbook."""

import json
from functools import cache, lru_cache

from desktop.models.carry_over import CarryPlan, carry_plan
from desktop.models.catalogue import Catalogue
from desktop.models.catalogue_parsing import parse_catalogue
from desktop.storage.database import Database
from desktop.support.catalogue_file import catalogue_of, in_order, load_catalogue

THE_SEVEN = ""  # the family of the seven standards; a list of the charity's own is a family of its own


def catalogue(db: Database, version: str) -> Catalogue:
    """A version of the standards: the one in the workbook, else the one that comes with the app."""
    kept = db.catalogues.find(version)
    return _parsed(kept.text) if kept else bundled(version)


def newest(db: Database) -> Catalogue:
    """The newest version of the seven standards that is at hand."""
    kept = [one.id for one in db.catalogues.list(family=THE_SEVEN)]
    return catalogue(db, max((*kept, newest_bundled().version), key=in_order))


def carried(db: Database, before: str, now: Catalogue) -> CarryPlan:
    """Where the answers of a version go in another one, by way of each version between."""
    way = [now]
    while way[0].version != before and way[0].follows:
        way.insert(0, catalogue(db, way[0].follows))
    return carry_plan(*way) if way[0].version == before else carry_plan(catalogue(db, before), now)


@cache
def bundled(version: str) -> Catalogue:
    """A version that comes with the app, read once."""
    newest_one = newest_bundled()
    return newest_one if newest_one.version == version else catalogue_of(version)


@cache
def newest_bundled() -> Catalogue:
    """The newest version that comes with the app, read once."""
    return load_catalogue()


@lru_cache(maxsize=8)
def _parsed(text: str) -> Catalogue:
    return parse_catalogue(json.loads(text))
