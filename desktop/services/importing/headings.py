# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What the heading over a column says it holds, English or Welsh, and how long a course counts."""

import re
from functools import lru_cache

from desktop.services.importing.cell_words import plain
from desktop.services.importing.layout import Field

_STAFF_WORDS = (
    r"(?:staff|employee|worker|volunteer|person|team|practitioner|colleague|learner|attendee|delegate|member)"
)
_HEADINGS: tuple[tuple[Field, str], ...] = (  # one wording in each line; STAFF stands for any word for a person
    (
        Field.FIRST_NAME,
        r"""
        (?:first|given|fore|christian) ?names?
        enw cyntaf
        """,
    ),
    (
        Field.SURNAME,
        r"""
        surname
        last name
        family name
        second name
        cyfenw
        """,
    ),
    (
        Field.PERSON,
        r"""
        names?
        full name
        STAFFs?(?: ?/ ?STAFFs?)*
        (?:STAFF(?:'?s|s')?) (?:members?|names?)
        names? of STAFFs?
        names? \(.*\)
        staff (?:and|&) volunteers
        who
        enw(?: llawn)?
        aelod(?:au)? o(?:'r)? staff
        staff ?/ ?gwirfoddolwyr
        unigolyn
        enw'r aelod(?: o staff)?
        person'?s name
        """,
    ),
    (
        Field.ROLE,
        r"""
        (?:job |main |current )?(?:role|title|post|position|job)s?(?: title)?
        job
        occupation
        r[oô]l
        swydd
        teitl swydd
        """,
    ),
    (
        Field.EMPLOYED_AS,
        r"""
        employ(?:ed|ment)(?: ?/ ?volunt(?:eer|ary))?(?: status| type)?
        contract(?: type)?
        type
        staff ?/ ?vol(?:unteer)?
        paid ?/ ?vol\w*
        employed or volunteer
        cyflogedig.*
        """,
    ),
    (
        Field.START,
        r"""
        start(?:ed|ing)?(?: date| on)?
        date (?:started|joined|of joining|appointed|commenced)
        joined(?: on)?
        in post since
        employed (?:from|since)
        commenced
        dyddiad (?:dechrau|cychwyn)
        dechreuodd
        """,
    ),
    (
        Field.END,
        r"""
        end(?: date)?
        left(?: on)?
        leav(?:ing|er|ers)(?: date)?
        date (?:left|of leaving)
        finish(?:ed)?(?: date)?
        dyddiad (?:gadael|gorffen)
        """,
    ),
    (
        Field.HOURS,
        r"""
        (?:weekly |contracted |working )?hours?(?: ?(?:per|/|a|p\.?) ?(?:week|w|wk))?
        hrs(?:/wk)?
        fte
        oriau.*
        """,
    ),
    (
        Field.LINE_MANAGER,
        r"""
        (?:line )?manager
        managed by
        reports to
        rheolwr(?: llinell)?
        """,
    ),
    (
        Field.PRACTICE_SUPERVISOR,
        r"""
        (?:practice|clinical|case|external) supervis(?:or|ion(?: by)?)
        supervisor
        supervised by
        goruchwyliwr.*
        """,
    ),
    (
        Field.DBS_LEVEL,
        r"""
        (?:dbs|crb)(?: check)?(?: level| type)
        level of (?:dbs|crb)
        lefel (?:y )?gdg
        lefel dbs
        """,
    ),
    (
        Field.DBS_UPDATE,
        r"""
        (?:dbs|on)?.*update service.*
        gwasanaeth diweddaru.*
        """,
    ),
    (
        Field.DBS_ISSUED,
        r"""
        (?:dbs|crb)(?: check| certificate)?(?: issued?)?(?: date| on)?
        date of (?:dbs|crb)(?: check)?
        (?:dbs|crb) (?:issued|seen)
        dyddiad (?:y )?(?:dbs|gdg)
        """,
    ),
    (
        Field.LEFT_OUT,
        r"""
        (?:dbs|crb).*
        .*certificate (?:no|num).*
        """,
    ),
    (
        Field.WITH_SURVIVORS,
        r"""
        .*\bwork(?:s|ing)?\b.*(?:victims?|survivors?).*
        (?:victims?|survivors?)[- ]?(?:survivors?)? (?:side|work)
        .*goroeswyr.*
        """,
    ),
    (
        Field.WITH_USERS,
        r"""
        .*\bwork(?:s|ing)?\b.*(?:used? (?:abuse|harm|violence)|using (?:abuse|harm)|perpetrat\w*|perps?|clients).*
        perpetrator (?:side|work)
        .*cyflawnwyr.*
        """,
    ),
    (
        Field.EMAIL,
        r"""
        (?:work )?e-?mail(?: address)?
        e-?bost
        """,
    ),
    (
        Field.NOTES,
        r"""
        notes?
        comments?
        remarks?
        other
        further information
        nodiadau
        sylwadau
        """,
    ),
    (
        Field.COURSE,
        r"""
        (?:training )?(?:course|module|session|subject|topic|event)s?(?: ?(?:name|title|attended))?
        training
        training (?:name|title|type|undertaken|attended)
        what
        cwrs
        hyfforddiant
        enw'?r cwrs
        teitl y cwrs
        course ?/ ?\w+
        """,
    ),
    (
        Field.EXPIRES,
        r"""
        expir\w*(?: date| on)?
        exp\.?(?: date)?
        valid (?:until|till|to)
        renew(?:al)?(?: date| due| by)?
        (?:next |refresher |update )?due(?: date| by)?
        refresh(?:er)?(?: date| due| by)?
        review date
        date (?:of )?expiry
        date (?:due|expires)
        dod i ben
        dyddiad (?:dod i ben|adnewyddu)
        yn dod i ben
        """,
    ),
    (
        Field.COMPLETED,
        r"""
        complet(?:ed|ion)(?: date| on)?
        date(?: of)?(?: (?:completed?|completion|attended|done|taken|achieved|passed|training|course|attendance))?
        (?:training |course |attendance )date
        attended(?: on)?
        done(?: on)?
        when
        dyddiad(?: (?:cwblhau|y cwrs|hyfforddiant|mynychu))?
        cwblhawyd(?: ar)?
        last (?:done|attended|completed)
        date last \w+
        """,
    ),
    (
        Field.VALIDITY,
        r"""
        how often.*
        frequency.*
        valid(?:ity| for)(?: period| \(.*\))?
        renew(?:al)? (?:period|every|frequency|cycle)
        refresh(?:er)? (?:period|every|frequency|cycle)
        (?:every|repeat|repeated|lasts|cycle)
        amlder.*
        pa mor aml.*
        """,
    ),
    (
        Field.STATUS,
        r"""
        (?:course |training )?(?:status|outcome|result)
        statws
        """,
    ),
    (
        Field.LEFT_OUT,
        r"""
        (?:no|nos|ref|id|code|number)\.?
        #
        (?:staff|payroll|employee|person) (?:no|number|id|ref|code)\.?
        dob
        d\.o\.b\.?
        date of birth
        birth ?(?:date|day)
        ni (?:no|number)\.?
        address
        phone
        mobile
        tel(?:ephone)?
        trainer(?: name)?
        (?:training )?provider
        delivered by
        venue
        cost
        priority
        cert(?:ificate)?s?(?: (?:no|number|seen|ref|held|\?))?\.?
        team
        department
        dept
        service
        site
        base
        location
        probation.*
        appraisal.*
        (?:next|last) (?:review|supervision|appraisal).*
        age
        gender
        ethnicity
        totals?.*
        (?:number|no\.?) (?:of|with|in|out).*
        %.*
        count.*
        percent.*
        compliance
        rhif
        """,
    ),
)
_COMPILED = tuple(
    (field, re.compile("|".join(words.split("\n        ")[1:-1]).replace("STAFF", _STAFF_WORDS)))
    for field, words in _HEADINGS
)
_UNDER_COURSE = {Field.COMPLETED, Field.EXPIRES, Field.LEFT_OUT, Field.HOURS, Field.NOTES}

_NUMBER_WORDS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "dwy": 2,
    "tair": 3,
    "tri": 3,
    "pum": 5,
    "bob": 1,
}
_COUNT = r"(\d+|one|two|three|four|five|dwy|tair|tri|pum)"
_YEARS = re.compile(
    rf"\b{_COUNT}\s?-?(?:y(?:ea)?r(?:s)?(?:ly)?|yrly|y|years?|yearly|blynedd|mlynedd|flynedd)\b|every {_COUNT} years?"
)
_MONTHS = re.compile(rf"\b{_COUNT}\s?-?(?:m(?:on)?th(?:s|ly)?|mths?|mos?|mis)\b")
_YEARLY = re.compile(r"\b(?:annual(?:ly)?|yearly|every year|each year|blynyddol|bob blwyddyn|p\.?a\.?)\b")
_EVERY_OTHER = re.compile(r"\b(?:bi-?ennial(?:ly)?|every other year|two-yearly)\b")
_OLD_WORDS = re.compile(
    r"\b(?:old|archived?|do not use|superseded|previous|past|hen|archif|backup|copy of|template|example)\b"
)

_KEPT = 2000
_FEW_WORDS = 3
_ONCE = re.compile(
    r"once(?: only)?|one[- ]?off|n/?a|-|none|no expiry|does not expire|for life|unwaith|mandatory|optional"
)
_EXPIRY_END = re.compile(
    r"[\s(:/–—-]+(?:exp|exp\.|expir(?:y|es|ed|ation)|renewal|renew by|valid until|due|next due)(?: date)?\)?\s*$",
    re.IGNORECASE,
)
_DONE_END = re.compile(
    r"[\s(:/–—-]+(?:date|completed|done|attended|taken)(?: on| date| completed)?\)?\s*$", re.IGNORECASE
)
_ALL_EXPIRE = re.compile(r"\bdates?\b([^.;✓]{0,40}?)\b(?:expir\w*|exp|renewal|due|runs? out)\b")
_COMPLETED_TOO = re.compile(r"complet|done|attend|unless|\band\b|\bor\b")


@lru_cache(maxsize=_KEPT)
def field_of(heading: str) -> Field | None:
    """What a column under that heading holds, or None when it may be a course or anything."""
    text = plain(heading).strip(" :*?-").replace("_", " ")
    if not text:
        return None
    for field, words in _COMPILED:
        if words.fullmatch(text) or words.fullmatch(re.sub(r"\s*\([^)]*\)\s*$", "", text)):
            return field
    return None


def part_of_course(heading: str) -> Field | None:
    """What a column holds when its own heading is only 'Date' or 'Expires' under the name of a course."""
    field = field_of(heading)
    return field if field in _UNDER_COURSE else None


def valid_months(heading: str) -> int | None:
    """For how many months a course counts, as far as its heading says so: 36 for '(3 yrly)', 12 for 'ANNUAL'."""
    text = plain(heading)
    if found := _YEARS.search(text):
        return 12 * _count(found[1] or found[2])
    if _EVERY_OTHER.search(text):
        return 24
    if found := _MONTHS.search(text):
        return _count(found[1])
    return 12 if _YEARLY.search(text) else None


def is_how_often(text: str) -> bool:
    """Whether the words say only how long a course counts: '3 yrs', 'annual', 'once', 'n/a'."""
    low = plain(text)
    return len(low.split()) <= _FEW_WORDS and (valid_months(text) is not None or bool(_ONCE.fullmatch(low)))


def expiry_of(heading: str) -> str | None:
    """'First aid' for the heading 'First aid - expiry', or None when it does not speak of an expiry."""
    found = _EXPIRY_END.search(heading)
    return heading[: found.start()].strip(" -–—:/(,") if found and found.start() else None


def completion_of(heading: str) -> str:
    """'First aid' for the heading 'First aid - date completed'; any other heading as it is."""
    return _DONE_END.sub("", heading).strip(" -–—:/(,")


def dates_are_expiries(words: str) -> bool:
    """Whether a title says that the dates below are those on which the training runs out."""
    found = _ALL_EXPIRE.search(plain(words))
    return bool(
        found and re.search(r"=|\b(?:are|is|shows?|means?)\b", found[1]) and not _COMPLETED_TOO.search(found[1])
    )


def put_away(words: str) -> bool:
    """Whether the name or title of a sheet says that it is an old one."""
    return bool(_OLD_WORDS.search(plain(words).replace("_", " ")))


def _count(word: str) -> int:
    return int(word) if word.isdecimal() else _NUMBER_WORDS[word]
