# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What can be chosen when a service is described (product rule 1). Elements and cohorts may be typed freely too."""

from dataclasses import dataclass

from desktop.models.records import ServiceType


@dataclass(frozen=True, slots=True)
class Choice:
    """Something to choose: the value that is kept, its words, and a hint under them."""

    code: str
    name: str
    hint: str = ""


TYPES = (
    Choice(
        ServiceType.HELP_SEEKING.value,
        "Help-seeking",
        "People who worry about how they treat someone can ask for help, such as by helpline or web chat.",
    ),
    Choice(
        ServiceType.EARLY_RESPONSE.value,
        "Early response",
        "A short piece of work soon after abuse comes to light, before it grows worse.",
    ),
    Choice(
        ServiceType.BEHAVIOUR_CHANGE.value,
        "Behaviour change",
        "A programme to stop abuse, in a group or one to one, expected to last 22 weeks or more.",
    ),
    Choice(
        ServiceType.INTENSIVE.value,
        "Intensive case management",
        "Several agencies work together on people who cause the most harm, one case at a time.",
    ),
)
ELEMENTS = ("initial assessment", "group work", "one-to-one work", "case management", "disruption")
COHORTS = (
    "men aged 18 and over",
    "young people aged 16 and 17",
    "LGBT+ people",
    "women who use harm",
    "people aged 16 and over who abuse a parent",
    "people involved in so-called honour-based abuse",
)
NATIONS = ("England", "Wales", "England and Wales")
SUPPORT_MODELS = ("in house", "partner agency")


def type_words(kind: ServiceType) -> str:
    """The type of a service as people read it."""
    return next(choice.name for choice in TYPES if choice.code == kind)
