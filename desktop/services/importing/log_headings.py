# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The words that charities put over the columns of a supervision log and of an attendance sheet."""

import re

from desktop.services.importing.layout import Field

_STAFF = (
    r"(?:staff|employee|worker|practitioner|volunteer|team|person|colleague|supervisee|participant|attendee|delegate|"
    r"learner)"
)
Words = tuple[tuple[Field, re.Pattern[str]], ...]


def _words(*given: tuple[Field, str]) -> Words:
    """One wording in each line; STAFF stands for any word for a person."""
    return tuple(
        (
            field,
            re.compile("|".join(line.strip() for line in lines.split("\n") if line.strip()).replace("STAFF", _STAFF)),
        )
        for field, lines in given
    )


# The first field whose words are the whole heading is taken; the loose words need only stand in it.
LOG = _words(
    (
        Field.NEXT_DATE,
        r"""
        (?:re-?(?:arranged?|scheduled?|booked)|moved|made up|postponed)(?: (?:to|for|on|until|date|session))*
        (?:new|next|replacement|alternative|re-?arranged|re-?scheduled)(?: (?:session|supervision|meeting))? date
        next (?:session|supervision|meeting|one)(?: date)?
        date (?:re-?arranged|re-?scheduled|moved to|made up).*
        if (?:cancelled|moved|not held).*
        (?:aildrefnwyd|symudwyd)(?: i)?|dyddiad newydd
        """,
    ),
    (
        Field.COMPLETED,
        r"""
        (?:actual|held|completed)(?: on)? ?date|date (?:held|done|completed|it took place|took place)|held on
        """,
    ),
    (
        Field.STATUS,
        r"""
        (?:was it |session )?(?:held|status|outcome|happened|took place|attended|done|completed)(?: ?[(/].*| y/n)?
        attendance(?: ?[(/].*)?
        did it (?:happen|take place|go ahead)|went ahead
        statws|canlyniad|cynhaliwyd|a gynhaliwyd|wedi'?i gynnal
        """,
    ),
    (
        Field.MINUTES,
        r"""
        (?:no\.? of |number of |total )?(?:min(?:ute)?s?|hours?|hrs?|duration|length|time|how long)(?: ?\(.*\))?
        (?:duration|length|time)(?: (?:spent|taken|of session|in))*(?: (?:mins|minutes|hours|hrs))?
        munudau|oriau|hyd|amser|hyd y sesiwn
        """,
    ),
    (
        Field.SUPERVISOR,
        r"""
        (?:name of )?supervisors?(?:'s)?(?: name)?|supervised by|by(?: whom)?|with(?: whom)?|held (?:by|with)
        (?:line )?manager|led by|facilitator|facilitated by|goruchwyliwr|goruchwyliwyd gan|gan|gyda
        """,
    ),
    (
        Field.SUPERVISION_KIND,
        r"""
        (?:type|kind|nature|form|category|sort)(?: of (?:supervision|session|meeting))?
        (?:supervision|session|meeting)(?: (?:type|kind))?|which(?: kind)?|math(?: o .*)?
        """,
    ),
    (Field.FIRST_NAME, r"(?:first|given|fore) ?names?|enw cyntaf"),
    (Field.SURNAME, r"surname|(?:last|family) name|cyfenw"),
    (
        Field.PERSON,
        r"""
        STAFF(?:'?s|s')?(?: ?/ ?STAFFs?)*(?: (?:members?|names?|supervised))*
        (?:full )?names?(?: of .*)?(?: ?\(.*\))?
        who(?: for)?|for(?: whom)?|supervision of|enw(?: .*)?|aelod(?:au)? (?:o(?:'r)? )?staff
        """,
    ),
    (
        Field.DATE,
        r"""
        (?:session |supervision |meeting |planned |due )?dates?(?: (?:of|due|planned|for) ?.*)?(?: ?\(.*\))?
        day|when|dyddiad(?: .*)?
        """,
    ),
    (
        Field.NOTES,
        r"""
        (?:any |other |further )?(?:notes?|comments?|remarks?|reasons?|details?|topics?|actions?)(?: .*)?
        (?:summary|content)(?: .*)?
        discussion.*|(?:nodiadau|sylwadau)(?: .*)?
        """,
    ),
)
LOG_LOOSE = _words(
    (Field.NEXT_DATE, r"re-?arrang|re-?sched|re-?book|moved to|new date|made up"),
    (Field.SUPERVISOR, r"supervisor|supervised by"),
    (Field.PERSON, r"supervisee|staff|worker|practitioner|volunteer|\bname\b"),
    (Field.MINUTES, r"\bmins?\b|minutes|duration|length|how long"),
    (Field.STATUS, r"held|status|took place|happened|outcome"),
    (Field.SUPERVISION_KIND, r"\btype\b|\bkind\b"),
    (Field.DATE, r"\bdate\b|dyddiad"),
    (Field.NOTES, r"note|comment|reason"),
)
SHEET = _words(
    (Field.NUMBER, r"no\.?|nos\.?|number|#|ref\.?|rhif|nr\.?"),
    (Field.FIRST_NAME, r"(?:first|given|fore) ?names?|enw cyntaf"),
    (Field.SURNAME, r"surname|(?:last|family) name|cyfenw"),
    (
        Field.ORGANISATION,
        r"""
        organi[sz]ations?(?: name)?(?: ?[/(].*)?|agency(?: ?[/(].*)?|employer|company|charity|from|where from|org\.?
        team ?/ ?.*|service|workplace|sefydliad|mudiad|cyflogwr|asiantaeth
        """,
    ),
    (Field.EMAIL, r"(?:work )?e-?mail(?: address)?|e-?bost"),
    (Field.ROLE, r"(?:job )?(?:role|title|post|position)(?: title)?|swydd|r[oô]l"),
    (
        Field.PERSON,
        r"""
        (?:print(?:ed)? |full |your )?names?(?: of .*)?(?: ?\(.*\)|,? (?:please )?print(?:ed)?.*|,? in .*)?
        STAFFs?(?:'s)?(?: (?:members?|names?))*|enw(?: .*)?|who
        """,
    ),
    (Field.MINUTES, r"(?:no\.? of )?(?:hours?|hrs?|min(?:ute)?s?|oriau|munudau)(?: attended)?"),
    (
        Field.PRESENT,
        r"""
        a\.?m\.?|p\.?m\.?|(?:morning|afternoon|evening|bore|prynhawn)(?: session)?|(?:session|day|part) ?\d
        attend(?:ed|ance)(?: ?\(.*\)|\?| y/n)?|present(?: ?\(.*\)| y/n)?|here|in|arrived|time in|sign(?:ed)? in
        presennol|mynychu|mynychodd|y/n
        """,
    ),
    (Field.STATUS, r"sign(?:ed|ature)s?(?: .*)?|initials?|time out|sign(?:ed)? out|llofnod"),
    (
        Field.LEFT_OUT,
        r"""
        cert(?:ificate)?s?\b.*|tystysgrif.*|dietary.*|access .*|phone.*|mobile.*|tel.*|evaluation.*|feedback.*
        paid|invoice.*|lunch
        """,
    ),
    (Field.NOTES, r"(?:notes?|comments?|remarks?|reasons?|nodiadau|sylwadau|other).*"),
)
SHEET_LOOSE = _words(
    (Field.ORGANISATION, r"organi[sz]ation|agency|employer|sefydliad"),
    (Field.PERSON, r"\bnames?\b|attendee|delegate"),
    (Field.PRESENT, r"attend|present|morning|afternoon"),
    (Field.STATUS, r"sign"),
)
