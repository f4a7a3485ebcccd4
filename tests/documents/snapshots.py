# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Snapshots of an invented charity: rich, empty, and as long as a test asks for."""

from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256

from desktop.models.catalogue import Indicator
from desktop.models.gates import result_of_standard
from desktop.models.pack import (
    ActionPart,
    Attachment,
    CountOf,
    EvidenceRef,
    FilePart,
    IndicatorPart,
    PackSnapshot,
    ServicePart,
    SignerPart,
    StandardPart,
    VolumePart,
    WorkforcePart,
)
from desktop.models.records import (
    ActionState,
    FileState,
    Judgement,
    Organisation,
    Service,
    ServiceFigures,
    ServiceType,
    Strength,
    VictimSupport,
)
from desktop.models.results import IndicatorScore, RowState
from desktop.support.catalogue_file import load_catalogue

_LOG = "Every referral is answered within two working days. The log shows 41 of 43 on time since April; the two late "
_LOG += "ones were over a bank holiday, and we have changed the rota."
_WELSH = "Mae gweithwyr Cymraeg eu hiaith ar gael ym mhob tŷ cwrdd; mae'r ŵyl flynyddol yn agored i bawb. "
_WELSH += "We offer the whole programme in Welsh and in English."
_THIN = "We know this is thin. The old form had no place for it, so what we have is what workers remember. A new form "
_THIN += "starts in January, and the practice lead will read every tenth file for three months to see that it is used."
NARRATIVES = (_LOG, "Written into the handbook in March. Team meetings look at it each month.", _WELSH, _THIN, "")
GAPS = ("5.5", "7.5")  # critical indicators that stand at 1
REASON = (
    "We run no work with anyone under eighteen years of age, and our commissioner has agreed in writing that the two "
    "services for young people in the county take all such referrals."
)


ODD = "<b>& 100% שלום \u202eevil\u0000 你好 😀 ŵŷ " + "x" * 1200  # markup, other scripts, controls, no place to break


def digest(text: str) -> str:
    """A stand-in hash."""
    return sha256(text.encode()).hexdigest()


ATTACHMENTS = (
    Attachment(
        "root.pem", b"-----BEGIN CERTIFICATE-----\n", "application/x-pem-file", "Root certificate of the charity"
    ),
    Attachment("manifest.json", b'{"files": []}', "application/json", "List of the files in the ZIP"),
)


def _score(indicator: Indicator, at: int) -> IndicatorScore:
    """A turn of all states an indicator can be in."""
    turn = -1 if indicator.id in GAPS else (indicator.standard * 5 + at * 3) % 13
    if turn == 4:
        return IndicatorScore(indicator.id, indicator.critical, RowState.NOT_APPLICABLE, None, Strength.NONE, None)
    if turn == 7 and not indicator.critical:
        return IndicatorScore(indicator.id, indicator.critical, RowState.OPEN, None, Strength.NONE, None)
    if turn in {2, 9}:
        why = "Its only document is past review, so it counts as 2 at most."
        said, supported, strength = Judgement.IN_PLACE, Judgement.PARTLY_IN_PLACE, Strength.DOCUMENT
        return IndicatorScore(indicator.id, indicator.critical, RowState.ANSWERED, said, strength, supported, why)
    if indicator.id in GAPS:
        said = Judgement.BEING_DEVELOPED
        return IndicatorScore(indicator.id, indicator.critical, RowState.ANSWERED, said, Strength.WORD, said)
    said = Judgement.SHOWN_TO_WORK if turn % 2 else Judgement.IN_PLACE
    return IndicatorScore(indicator.id, indicator.critical, RowState.ANSWERED, said, Strength.IN_USE, said)


def _references(at: int, score: IndicatorScore) -> tuple[EvidenceRef, ...]:
    if score.state is not RowState.ANSWERED or score.strength is Strength.WORD:
        return ()
    files = FILES[at % len(FILES)], FILES[(at * 5 + 2) % len(FILES)]
    return tuple(EvidenceRef(file.number, file.title, file.lapsed, file.state) for file in dict.fromkeys(files))


def _indicator(indicator: Indicator, at: int, score: IndicatorScore) -> IndicatorPart:
    left_out = score.state is RowState.NOT_APPLICABLE
    return IndicatorPart(
        id=indicator.id,
        number=indicator.number,
        short_name=indicator.short_name,
        text=indicator.text,
        critical=indicator.critical,
        state=score.state,
        said=score.said,
        supported=score.supported,
        strength=score.strength,
        why=score.why,
        narrative=REASON if left_out else NARRATIVES[(at + indicator.standard) % len(NARRATIVES)],
        confirmed_by="Chair of trustees" if left_out else "",
        two_readers=at % 3 == 0,
        evidence=_references(at, score),
        figure="9 of 11 practitioners hold role-specific core training in date" if indicator.id == "6.3" else "",
    )


FILES = (
    FilePart(
        1,
        "Partnership agreement with Ffynnon Support",
        "partnership-agreement.pdf",
        ("SA 1.1", "SA 1.2", "SA 2.1"),
        digest("a"),
        184_220,
        "01 partnership-agreement.pdf",
        dated=date(2026, 3, 2),
        review_by=date(2027, 3, 2),
    ),
    FilePart(
        2,
        "Programme handbook, sixth edition",
        "handbook-6.pdf",
        ("SA 1.4", "SA 1.5", "SA 3.1", "SA 3.2", "SA 4.4"),
        digest("b"),
        2_840_117,
        "02 handbook-6.pdf",
        dated=date(2026, 1, 14),
    ),
    FilePart(
        3,
        "Complaints procedure",
        "Complaints procedure 2024.pdf",
        ("SA 3.5",),
        "",
        0,
        "",
        FileState.MISSING,
        "no such file",
        review_by=date(2026, 2, 1),
        lapsed=True,
    ),
    FilePart(
        4,
        "Safeguarding policy",
        "Safeguarding_Policy_v4_FINAL_with_tracked_changes_accepted(2).pdf",
        ("SA 1.6",),
        digest("d"),
        96_000,
        "04 safeguarding-policy.pdf",
        review_by=date(2026, 9, 1),
        lapsed=True,
    ),
    FilePart(
        5,
        "Photograph of the flip chart from the away day",
        "IMG_2044.heic",
        ("SA 5.2", "SA 7.1"),
        "",
        0,
        "",
        FileState.DAMAGED,
        "differs from its hash",
    ),
    FilePart(
        6,
        "Supervision log of Tŷ Gobaith",
        "",
        ("SA 6.5", "SA 6.6"),
        "",
        0,
        "",
        FileState.HELD,
        "kept by the charity; ask for it. Nothing is missing or damaged",
    ),
    FilePart(
        7, "Annual report 2025-26", "annual-report.pdf", ("SA 7.1", "SA 7.2"), digest("g"), 912, "07 annual-report.pdf"
    ),
    FilePart(
        8, "Minutes of the trustees", "minutes.docx", ("SA 7.3",), "", 0, "", FileState.REFUSED, "the file is empty"
    ),
    FilePart(
        9,
        "Letter of the university",
        "letter.pdf",
        ("SA 7.4",),
        "",
        0,
        "",
        FileState.STORED,
        "the file is locked with a password",
    ),
)
ACTIONS = (
    ActionPart(
        "SA 5.5",
        "Agree a policy on interpreters and brief every agency that we use.",
        "Service manager",
        date(2026, 12, 18),
        late=False,
        state=ActionState.UNDER_WAY,
        cost=120_000,
    ),
    ActionPart(
        "SA 3.5",
        "Find the complaints procedure or write it anew.",
        "Practice lead",
        date(2026, 10, 1),
        late=True,
        state=ActionState.WAITING,
        cost=0,
    ),
    ActionPart(
        "SA 6.8",
        "Book safeguarding refreshers.",
        "Training lead",
        date(2026, 9, 30),
        late=False,
        state=ActionState.DONE,
        cost=45_050,
    ),
    ActionPart("SA 7.4", "Ask the university whether a student could read the outcome forms.", "", None, late=False),
)
SERVICES = (
    ServicePart(
        Service(
            id="s1",
            name="Troi'r Gornel",
            type=ServiceType.BEHAVIOUR_CHANGE,
            format="group work in the evening",
            weeks=20,
            sessions=20,
            session_minutes=150,
            elements=("initial assessment", "group work", "one-to-one work"),
            cohort="men aged 18 and over",
            exclusions=("current proceedings in the criminal courts",),
            support=VictimSupport(
                "Ffynnon Support",
                "a named worker for every partner and former partner",
                True,
                "by the commissioner, until March 2028",
            ),
            commissioner="Northmere County Council",
            figures=ServiceFigures("April 2025 to March 2026", 118, 92, 61, 38),
        ),
        ("A behaviour change programme of 20 weeks is shorter than the 22 weeks of the standards.",),
    ),
    ServicePart(
        Service(
            id="s2",
            name="First Call",
            type=ServiceType.HELP_SEEKING,
            elements=("helpline",),
            cohort="anyone over 16",
            figures=ServiceFigures("2025-26", 12, 9, 6, 3),
        ),
    ),
)
WORKFORCE = WorkforcePart(
    headlines=(
        CountOf("hold role-specific core training", 9, 11, "SA 6.3, critical"),
        CountOf("hold every mandatory course", 3, 14, "SA 6.8 asks for 95%"),
        CountOf("supervision meetings held", 133, 145, "SA 6.5"),
    ),
    courses=(
        CountOf("Coercive control", 10, 14),
        CountOf("Safeguarding children", 12, 14, "SA 6.8"),
        CountOf("Women who use harm", 2, 4),
        CountOf("First aid", 0, 7),
        CountOf("Data protection", 14, 14),
    ),
    people=14,
)


def rich(practice: bool = True) -> PackSnapshot:
    """Every state there is, Welsh, long words, as many pages as a real pack."""
    standards = []
    catalogue = load_catalogue()
    for standard in catalogue.standards:
        own = catalogue.of_standard(standard.number)
        scores = [_score(indicator, at) for at, indicator in enumerate(own)]
        rows = tuple(_indicator(*each) for each in zip(own, range(len(own)), scores, strict=True))
        result = result_of_standard(standard.number, scores)
        standards.append(StandardPart(standard.number, standard.title, standard.short_name, result, rows))
    return PackSnapshot(
        pack_id=digest("pack")[:32],
        practice=practice,
        taken_at=datetime(2026, 11, 20, 15, 4, 5, tzinfo=UTC),
        as_at=date(2026, 11, 20),
        app_version="0.1.0",
        organisation=Organisation(
            name="Gorwel Newydd Change Partnership",
            short_name="Gorwel",
            charity_number="9911223",
            company_number="09911223",
            address="Unit 3, Hen Felin, Ffordd y Môr, Aberwennol",
            phone="01632 960 114",
            email="post@gorwel.example",
            nation="Wales",
        ),
        services=SERVICES,
        made_for="Office of the Police and Crime Commissioner for Northmere",
        reference="OPCC-NM/ITT/2026/044, Lot 2",
        assessed=date(2026, 11, 2),
        lapses=date(2027, 11, 2),
        lapsed=False,
        catalogue_version="2023.1",
        titles_note="wording as quoted in published sources",
        standards=tuple(standards),
        actions=ACTIONS,
        workforce=WORKFORCE,
        files=FILES,
        volumes=(VolumePart("evidence.zip", 3_021_456, digest("zip")),),
        signer=SignerPart(
            "Gorwel Newydd Change Partnership",
            "Authorised signatory 1",
            digest("root"),
            ("harbour", "candle", "otter", "seven", "willow", "bridge", "marble", "quiet"),
        ),
        history_number=1044,
        history_head=digest("history"),
    )


def empty() -> PackSnapshot:
    """A workbook in which nothing has been written yet."""
    full = rich(practice=False)
    return replace(
        full,
        organisation=Organisation(""),
        services=(),
        made_for="",
        reference="",
        standards=(),
        actions=(),
        workforce=None,
        files=(),
        volumes=(),
        history_number=0,
        history_head="",
        titles_note="",
    )


def with_narrative(text: str) -> PackSnapshot:
    """The rich snapshot where the charity says ``text`` in every place that takes words."""
    full = rich()
    first = full.standards[0]
    rows = tuple(replace(row, narrative=text, why=text, figure=text) for row in first.indicators[:2])
    service = replace(SERVICES[0].service, name=text, format=text, elements=(text, text), commissioner=text)
    return replace(
        full,
        organisation=Organisation(name=text, short_name=text, address=text, email=text),
        made_for=text,
        reference=text,
        services=(ServicePart(service, (text,)),),
        standards=(replace(first, indicators=rows),),
        actions=(replace(ACTIONS[0], what=text, owner=text),),
        files=tuple(replace(file, title=text, file_name=text, reason=text) for file in FILES[:3]),
        signer=replace(full.signer, charity=text, signatory=text),
    )


def long(times: int) -> PackSnapshot:
    """The rich snapshot with every narrative ``times`` times as long: for pages by the hundred."""
    full = rich()
    standards = tuple(
        replace(part, indicators=tuple(_lengthened(row, times) for row in part.indicators)) for part in full.standards
    )
    return replace(full, standards=standards)


def _lengthened(row: IndicatorPart, times: int) -> IndicatorPart:
    return replace(row, narrative="\n".join([row.narrative or NARRATIVES[0]] * times))
