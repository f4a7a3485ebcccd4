# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What the window shows of a checked pack: the answer on top, three plain answers, and what they do not tell."""

from dataclasses import dataclass
from datetime import datetime

from desktop.models.dates import long_date
from desktop.models.verdict import EvidenceState, Outcome, Verdict
from desktop.services.checking import DOUBTS
from desktop.services.known_roots import KnownRoot
from desktop.services.signing_desk import in_groups
from desktop.services.targets import Mark

HEADINGS = {
    Outcome.GENUINE: "This pack is genuine",
    Outcome.ALTERED: "Do not rely on this pack",
    Outcome.CANNOT_TELL: "We cannot tell yet that this pack is genuine",
    Outcome.UNREADABLE: "This file could not be read as a pack",
}
MARKS = {
    Outcome.GENUINE: Mark.TICK,
    Outcome.ALTERED: Mark.CROSS,
    Outcome.CANNOT_TELL: Mark.QUEST,
    Outcome.UNREADABLE: Mark.GAPBOX,
}
NOT_TOLD = (
    "That what the charity says is true. It is their own assessment. No one outside has confirmed it.",
    "When it was signed, beyond the claim of the computer that signed.",
    "Adobe Reader will say that the signer is not known. That is expected: it does not know the charity either.",
)
_TELEPHONE = (
    "Nobody has told this computer whose signature this is. Phone the charity on a number you already have, not one "
    "from the pack. Ask them to read out these groups, or the eight words."
)
_ZIP = {
    EvidenceState.NOT_CHECKED: "The evidence ZIP that goes with it was not checked. Add it to check it too.",
    EvidenceState.NONE: "No ZIP goes with this pack.",
    EvidenceState.MISSING: "Not all of the evidence ZIP was given.",
    EvidenceState.REPACKED: "The ZIP was packed again after signing. Its contents are as signed.",
    EvidenceState.ALTERED: "The ZIP is not as it was signed.",
    EvidenceState.UNREADABLE: "The ZIP could not all be read.",
}
_ZIP_DOUBTFUL = (EvidenceState.MISSING, EvidenceState.UNREADABLE)
_ZIP_ALTERED = (EvidenceState.REPACKED, EvidenceState.ALTERED)


@dataclass(frozen=True, slots=True)
class CheckAnswer:
    """One of the three questions with its answer. ``mark`` is drawn as ``MARKS`` says; only genuine is ever green."""

    mark: Outcome
    question: str
    heading: str
    sentence: str


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """A file that was looked at: its name, and its pages or files and size in words."""

    name: str
    words: str


@dataclass(frozen=True, slots=True)
class CheckedPack:
    """A checked pack, as the window shows it.

    ``fingerprint``, ``groups`` and ``words`` are empty unless the signature itself holds. ``can_remember``: the signer
    is not known yet, and comparing the fingerprint is what is left to do.
    """

    outcome: Outcome
    heading: str
    sentence: str
    practice: bool
    answers: tuple[CheckAnswer, CheckAnswer, CheckAnswer]
    signer: str
    fingerprint: str
    groups: tuple[str, ...]
    words: tuple[str, ...]
    can_remember: bool
    files: tuple[CheckedFile, ...]
    findings: tuple[str, ...]
    not_told: tuple[str, ...] = NOT_TOLD

    def as_text(self) -> str:
        """All of it, to print or to copy."""
        lines = [self.heading, self.sentence]
        for number, answer in enumerate(self.answers, 1):
            lines += ["", f"{number}. {answer.question} {answer.heading}.", f"   {answer.sentence}"]
        if self.groups:
            lines += ["", " ".join(self.groups[:8]), " ".join(self.groups[8:]), " ".join(self.words)]
        lines += ["", "What was checked", *(f"{file.name}: {file.words}" for file in self.files), *self.findings]
        return "\n".join([*lines, "", "What this does not tell you", *self.not_told]) + "\n"


def checked_pack(
    verdict: Verdict, files: tuple[CheckedFile, ...], known: KnownRoot | None = None, remarks: tuple[str, ...] = ()
) -> CheckedPack:
    """The view of a verdict. ``known``: the known signer whose root it is; ``remarks``: about the files given."""
    codes = {reason.code for reason in verdict.reasons}
    whole = bool(verdict.root_fingerprint)
    sentence = _sentence(verdict)
    answers = (_changed(verdict), _signed(verdict), _known(verdict, known))
    told = " ".join((sentence, *(answer.sentence for answer in answers)))
    return CheckedPack(
        outcome=verdict.outcome,
        heading=_heading(verdict),
        sentence=sentence,
        practice=verdict.practice,
        answers=answers,
        signer=verdict.signer.charity if verdict.signer else "",
        fingerprint=verdict.root_fingerprint,
        groups=in_groups(verdict.root_fingerprint),
        words=verdict.fingerprint_words,
        can_remember=whole and not verdict.known and codes == {"no_root"},
        files=files,
        findings=(*remarks, *(finding for finding in _findings(verdict) if finding not in told)),
    )


def _heading(verdict: Verdict) -> str:
    if verdict.outcome is Outcome.GENUINE and verdict.evidence is EvidenceState.NOT_CHECKED:
        return "The PDF is genuine"
    return HEADINGS[verdict.outcome]


def _sentence(verdict: Verdict) -> str:
    """The line under the heading."""
    code = verdict.reasons[0].code if verdict.reasons else ""
    match verdict.outcome:
        case Outcome.GENUINE if verdict.evidence is EvidenceState.NOT_CHECKED:
            said = f"It is as it was signed, by a signer you know. {_ZIP[verdict.evidence]}"
        case Outcome.GENUINE:
            said = "It is as it was signed, by a signer you know."
        case Outcome.ALTERED if verdict.evidence in _ZIP_ALTERED:
            said = "The PDF is whole, but the ZIP is not the one that was signed with it. Ask the charity for it again."
        case Outcome.ALTERED:
            said = "It is not as it was signed. Ask the charity to send it again."
        case Outcome.CANNOT_TELL if code == "no_root":
            said = "It is whole and unchanged. One thing is left: whether the signer is who they say."
        case Outcome.CANNOT_TELL:
            said = DOUBTS[code]
        case Outcome.UNREADABLE:
            said = verdict.reasons[0].sentence
    return f"This is a practice pack, and nothing in it is real. {said}" if verdict.practice else said


def _changed(verdict: Verdict) -> CheckAnswer:
    question = "Was anything changed?"
    why = " ".join(reason.sentence for reason in verdict.reasons)
    zip_words = _ZIP.get(verdict.evidence, "")
    if verdict.outcome is Outcome.UNREADABLE:
        return CheckAnswer(Outcome.UNREADABLE, question, "That cannot be said", "The file could not be read.")
    if not verdict.root_fingerprint:
        return CheckAnswer(Outcome.ALTERED, question, "Yes, it was changed", why)
    if verdict.evidence in _ZIP_ALTERED:
        return CheckAnswer(Outcome.ALTERED, question, "Yes, the ZIP was changed", f"The PDF is as signed. {zip_words}")
    if verdict.evidence in _ZIP_DOUBTFUL:
        sentence = f"The PDF is as signed. {zip_words}"
        return CheckAnswer(Outcome.CANNOT_TELL, question, "Not the PDF. The ZIP is in doubt", sentence)
    if verdict.evidence is not EvidenceState.AS_SIGNED:
        sentence = f"The PDF is exactly as it was when it was signed. {zip_words}"
        return CheckAnswer(Outcome.GENUINE, question, "No, the PDF was not changed", sentence)
    return CheckAnswer(Outcome.GENUINE, question, "No, nothing was changed", _as_signed(verdict))


def _as_signed(verdict: Verdict) -> str:
    count = verdict.facts.files if verdict.facts else 0
    if not count:
        return "The PDF is exactly as it was when it was signed. No evidence files go with it."
    files = "the one file" if count == 1 else f"all {count} files"
    return f"The PDF and {files} in the ZIP are exactly as they were when it was signed."


def _signed(verdict: Verdict) -> CheckAnswer:
    question = "Who signed it?"
    if verdict.signer is None:
        sentence = "No whole signature was found to read a name from."
        return CheckAnswer(_not_known(verdict), question, "That cannot be shown", sentence)
    signer = f"{verdict.signer.charity}, {verdict.signer.signatory}"
    when = f"{_moment(verdict.signed_at)}, by the clock of the charity's own computer." if verdict.signed_at else ""
    if verdict.known:
        return CheckAnswer(Outcome.GENUINE, question, signer, when)
    return CheckAnswer(
        Outcome.CANNOT_TELL, question, f"It says: {signer}", f"{when} Anyone can write any name.".strip()
    )


def _known(verdict: Verdict, known: KnownRoot | None) -> CheckAnswer:
    question = "Do we know them?"
    if not verdict.root_fingerprint:
        sentence = "There is no whole signature to compare."
        return CheckAnswer(_not_known(verdict), question, "That cannot be said", sentence)
    if not verdict.known:
        return CheckAnswer(Outcome.CANNOT_TELL, question, "Not yet", _TELEPHONE)
    if known is None:
        return CheckAnswer(Outcome.GENUINE, question, "Yes, it is your own charity", "It is the root of this workbook.")
    day = long_date(known.compared)
    return CheckAnswer(Outcome.GENUINE, question, "Yes", f"The fingerprint was compared {known.how} on {day}.")


def _not_known(verdict: Verdict) -> Outcome:
    """The mark where nothing can be said: a question, unless no pack could be read at all."""
    return Outcome.UNREADABLE if verdict.outcome is Outcome.UNREADABLE else Outcome.CANNOT_TELL


def _findings(verdict: Verdict) -> tuple[str, ...]:
    """Every reason and note. What to do about an unknown signer stands in the third answer."""
    told = (reason.sentence for reason in verdict.reasons if reason.code != "no_root")
    return (*told, *(note.sentence for note in verdict.notes))


def _moment(instant: datetime) -> str:
    local = instant.astimezone()
    return f"{long_date(local)} at {local:%H:%M}"
