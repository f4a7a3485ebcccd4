# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Names of people as charities type them: folded to be compared, near ones found, and never joined by itself."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TITLES = frozenset("dr mr mrs ms miss mx prof professor rev revd sir dame cllr".split())
_REMARKS = frozenset(
    "vol volunteer volunteers student students trainee left leaver leavers sessional bank agency temp temporary acting "
    "external pt ft p/t f/t mat maternity leave sick absent new starter lead manager trustee intern placement cover "
    "casual tbc".split()
)
_FAMILIAR = (
    ("william", "bill", "billy", "will", "willy", "liam"),
    ("robert", "bob", "bobby", "rob", "robbie"),
    ("richard", "dick", "rick", "rich"),
    ("elizabeth", "liz", "lizzie", "beth", "betty", "eliza", "libby"),
    ("margaret", "peggy", "meg", "maggie", "peg", "mags"),
    ("john", "jack", "johnny", "jon"),
    ("catherine", "katherine", "kate", "katie", "kathy", "cathy", "kath", "kitty"),
    ("edward", "ted", "ed", "eddie", "ned"),
    ("anthony", "tony"),
    ("james", "jim", "jimmy", "jamie"),
    ("alexander", "alexandra", "alex", "sandy", "sacha"),
    ("susan", "sue", "suzanne", "susie"),
    ("mary", "molly", "polly"),
    ("michael", "mike", "mick"),
    ("henry", "harry"),
    ("charles", "charlie", "chuck"),
    ("helen", "nell", "nellie", "ellen"),
    ("dorothy", "dot", "dottie"),
    ("ann", "anne", "annie", "nan", "nancy"),
    ("bernadette", "bernie", "detta"),
    ("andrew", "drew", "andy"),
    ("mohammed", "mohamed", "muhammad", "mo", "mohammad"),
)
_FAMILIAR_LETTERS = {name: {other[0] for other in group} for group in _FAMILIAR for name in group}
_SOUNDS = {
    letter: str(digit)
    for digit, letters in enumerate(("bfpv", "cgjkqsxz", "dt", "l", "mn", "r"), 1)
    for letter in letters
}
_CLOSE = 0.8  # a slip or two of the fingers in a word of ordinary length
_SOUNDS_CLOSE = 0.6  # with the same sound, the letters may differ more
_SHORT_FORM = 3
_BRACKETS = re.compile(r"[(\[]([^)\]]*)[)\]]")
_APOSTROPHES = dict.fromkeys(map(ord, "'’‘`´ʼ.\u200b\ufeff"))
_BETWEEN = re.compile(r"\s*(?:[;/\n\r+&|]|\s(?:and|with|plus|(?-i:ac?))\s)\s*", re.IGNORECASE)


class Likeness(StrEnum):
    """How two names stand to each other. ``NEAR`` is only ever offered, never joined by itself."""

    SAME = "same"
    NEAR = "near"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Name:
    """A name as words to compare: no capitals, accents, apostrophes, titles; ``short`` is what stands in brackets."""

    first: str
    rest: tuple[str, ...]
    family: tuple[str, ...]
    short: str = ""

    @property
    def joined(self) -> str:
        """All of it without spaces and hyphens."""
        return self.first + "".join(self.rest)

    @property
    def words(self) -> tuple[str, ...]:
        """Every word."""
        return (self.first, *self.rest) if self.first else self.rest


@dataclass(frozen=True, slots=True)
class Match:
    """Who is meant among known names: one that is the same, or near ones to be offered, the likeliest first."""

    same: str = ""
    near: tuple[str, ...] = ()


def tidy_name(text: str) -> str:
    """The name for showing: first name first, no spaces around, capitals where it had none; no remark in brackets."""
    plain = _turned(_BRACKETS.sub(" ", text))
    plain = " ".join(plain.split()).strip(" ,;:-*")
    if plain and (plain == plain.lower() or (plain == plain.upper() and " " in plain)):
        return re.sub(r"[^\W\d_]+", _capital, plain.lower())
    return plain


def short_name(text: str) -> str:
    """The other name that stands in brackets, as in 'Karen (Kaz)', or ''. A remark such as '(vol)' is none."""
    for inside in _BRACKETS.findall(text):
        words = inside.replace('"', " ").split()
        if len(words) == 1 and words[0].isalpha() and words[0].casefold() not in _REMARKS:
            return str(words[0])
    return ""


def read_name(text: str) -> Name:
    """A name as words to compare."""
    spaced = [_folded(word) for word in _turned(_BRACKETS.sub(" ", text)).split()]
    parts = [tuple(re.findall(r"[^\W_]+", word)) for word in spaced]
    parts = [part for part in parts if part]
    while len(parts) > 1 and len(parts[0]) == 1 and parts[0][0] in _TITLES:
        parts.pop(0)
    words = [word for part in parts for word in part]
    if not words:
        return Name("", (), ())
    return Name(words[0], tuple(words[1:]), parts[-1] if len(parts) > 1 else (), _folded(short_name(text)))


def likeness(one: str, other: str) -> Likeness:
    """Whether two names are one person's, may be, or are not. Capitals, accents, hyphens and order do not count."""
    return alike(read_name(one), read_name(other))


def alike(left: Name, right: Name) -> Likeness:
    """As ``likeness``, for names read before: cheaper when many are compared."""
    if not left.first or not right.first:
        return Likeness.OTHER
    if _same(left, right):
        return Likeness.SAME
    return Likeness.NEAR if _near(left, right) else Likeness.OTHER


def match(text: str, known: Iterable[str]) -> Match:
    """Who among ``known`` is meant. All of them must be of one organisation with ``text``."""
    near: list[tuple[float, str]] = []
    plain = read_name(text).joined
    for name in known:
        found = likeness(text, name)
        if found is Likeness.SAME:
            return Match(same=name)
        if found is Likeness.NEAR:
            near.append((-_ratio(plain, read_name(name).joined), name))
    return Match(near=tuple(name for _, name in sorted(near)))


def near_pairs(names: Sequence[str]) -> tuple[tuple[int, int, Likeness], ...]:
    """Every two of the names, by their places, that are the same or near. Only those with a letter to share meet."""
    read = [read_name(name) for name in names]
    begins = [
        {word[0] for word in (*name.words, name.short) if word} | _FAMILIAR_LETTERS.get(name.first, set())
        for name in read
    ]
    found = [
        (first, second, alike(left, read[second]))
        for first, left in enumerate(read)
        for second in range(first + 1, len(read))
        if len(begins[first] & begins[second]) >= min(2, len(begins[first]), len(begins[second]))
    ]
    return tuple(pair for pair in found if pair[2] is not Likeness.OTHER)


def is_whole(text: str) -> bool:
    """Whether a name has a first name and a surname, both written out: not 'Kaz', 'Kaz B' or 'K. Bright'."""
    name = read_name(text)
    return len(name.first) > 1 and len("".join(name.rest)) > len(name.rest)


def surname_first(texts: Sequence[str]) -> bool:
    """Whether a column writes 'Surname, First': then a comma does not part two people."""
    filled = [text for text in texts if text.strip()]
    turned = [text for text in filled if re.fullmatch(r"[^,;/\n]+,[^,;/\n]+", text.strip())]
    return bool(filled) and len(turned) * 2 > len(filled)


def split_people(text: str, *, comma_turns: bool = False) -> tuple[str, ...]:
    """The names in a cell that may hold several. ``comma_turns``: the column writes 'Surname, First'."""
    parts = _BETWEEN.split(_BRACKETS.sub(lambda found: found[0].replace("/", " "), text))
    if not comma_turns:
        parts = [piece for part in parts for piece in part.split(",")]
    return tuple(part.strip() for part in parts if any(letter.isalpha() for letter in part))


def _same(left: Name, right: Name) -> bool:
    if left.joined == right.joined or (left.rest and sorted(left.words) == sorted(right.words)):
        return True
    known_as = {name.short + "".join(name.rest) for name in (left, right) if name.short}
    return left.joined in known_as or right.joined in known_as


def _near(left: Name, right: Name) -> bool:
    if not left.rest or not right.rest:
        return _one_word(left, right) if not left.rest else _one_word(right, left)
    if _family_same(left, right):
        return _first_names_alike(left, right) or _initial_same(left, right)
    return _first_names_alike(left, right) and _families_alike(left, right)


def _one_word(word: Name, whole: Name) -> bool:
    """A single word: a first name, a short name, a family name, or initials."""
    firsts = {whole.first, whole.short}
    if word.first in firsts or _familiar(word.first, whole.first):
        return True
    first_letters = "".join(part[0] for part in whole.words)
    return bool(whole.rest) and (
        word.first == "".join(whole.family) or (len(word.first) > 1 and word.first == first_letters)
    )


def _first_names_alike(left: Name, right: Name) -> bool:
    pairs = [(a, b) for a in (left.first, left.short) for b in (right.first, right.short) if a and b]
    return any(a == b or _starts(a, b) or _familiar(a, b) or _word_close(a, b) for a, b in pairs)


def _families_alike(left: Name, right: Name) -> bool:
    if _letters_of(left.rest, right.rest) or _letters_of(right.rest, left.rest):
        return True
    if set(left.family) <= set(right.family) or set(right.family) <= set(left.family):
        return True
    return _word_close("".join(left.family), "".join(right.family))


def _family_same(left: Name, right: Name) -> bool:
    return left.family == right.family or "".join(left.rest) == "".join(right.rest)


def _initial_same(left: Name, right: Name) -> bool:
    """Short forms have little in common with the whole, as Kaz and Karen: the letter must do, in one short word."""
    if min(len(left.first), len(right.first)) > _SHORT_FORM:
        return False
    return bool({left.first[0], *left.short[:1]} & {right.first[0], *right.short[:1]})


def _letters_of(short: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """'W-D' or 'W' for 'Winter-Dale': each letter begins the part in its place."""
    return all(len(word) == 1 for word in short) and "".join(short) == "".join(word[0] for word in whole)[: len(short)]


def _starts(one: str, other: str) -> bool:
    """'B' or 'Ben' for a longer first name; 'Liz' for 'Elizabeth' is for ``_familiar``."""
    return one.startswith(other) or other.startswith(one)


def _familiar(one: str, other: str) -> bool:
    return any(one in group and other in group for group in _FAMILIAR)


def _word_close(one: str, other: str) -> bool:
    if min(len(one), len(other)) < 3 or (one[0] != other[0] and one[1:] != other[1:]):
        return False  # slips are seldom in the first letter, and letters are costly to compare
    ratio = _ratio(one, other)
    return ratio >= _CLOSE or (ratio >= _SOUNDS_CLOSE and _sound(one) == _sound(other))


def _ratio(one: str, other: str) -> float:
    first, second = sorted((one, other))  # the ratio may depend on the order
    return SequenceMatcher(a=first, b=second, autojunk=False).ratio()


def _sound(word: str) -> str:
    """Soundex: the first letter and the consonants after it, those that sound alike taken as one."""
    digits, before = "", _SOUNDS.get(word[0], "")
    for letter in word[1:]:
        digit = _SOUNDS.get(letter, "")
        if digit and digit != before:
            digits += digit
        if letter not in "hw":
            before = digit
    return word[0] + f"{digits}000"[:3]


def _turned(text: str) -> str:
    family, comma, first = text.partition(",")
    return f"{first.strip()} {family.strip()}" if comma and first.strip() else text.replace(",", " ")


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold().translate(_APOSTROPHES))
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return plain.replace("ł", "l").replace("ø", "o").replace("đ", "d")


def _capital(found: re.Match[str]) -> str:
    return found[0].capitalize()
