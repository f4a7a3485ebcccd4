# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The wordings of headings, English and Welsh, for everything a column may hold."""

from desktop.services.importing.layout import Field

STAFF_WORDS = r"(?:staff|employee|worker|volunteer|person|team|practitioner|colleague|learner|attendee|delegate|member)"
HEADINGS: tuple[tuple[Field, str], ...] = (  # one wording in each line; STAFF stands for any word for a person
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
