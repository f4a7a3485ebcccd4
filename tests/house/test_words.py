# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""What people read is plain, calm and short, and tells a passer-by nothing."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.models.changes import Op
from desktop.services.targets import Place
from desktop.ui.window.help_screen import TOPICS
from desktop.ui.window.menus import THEME_WORDS
from tests.house.reading import grade, objections, prose
from tests.house.tree import ROOT, python_files

HELP = ROOT / "resources" / "help"
UI = [path for path in python_files("desktop") if "ui" in path.relative_to(ROOT).parts]
SHOWN_BY = {"words", "heading", "hint", "button", "Field", "Notice", "Question", "EmptyPlace", "tell", "done"}
TELLING = ("abuse", "perpetrator", "violence", "domestic", "victim")
WRITTEN = sorted(set(TOPICS) - {"what-happened"})  # what happened is told by the window itself


def texts(node: ast.AST) -> Iterator[str]:
    """The texts in an expression. What is filled in later stands as one word."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield "".join(str(part.value) if isinstance(part, ast.Constant) else "it" for part in node.values)
    elif not isinstance(node, ast.Call):  # a call inside has its own turn
        for child in ast.iter_child_nodes(node):
            yield from texts(child)


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """The calls in a file with the plain name of what is called."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield name, node


def given(call: ast.Call) -> Iterator[str]:
    """Every text given to a call."""
    for argument in [*call.args, *(keyword.value for keyword in call.keywords)]:
        yield from texts(argument)


def test_every_topic_has_a_text_and_every_text_a_topic() -> None:
    assert sorted(path.stem for path in HELP.glob("*.md")) == WRITTEN


@pytest.mark.parametrize("topic", WRITTEN)
def test_help_can_be_read_at_eleven(topic: str) -> None:
    pieces = prose((HELP / f"{topic}.md").read_text("utf-8"))
    assert grade(pieces) <= 8
    assert not [wrong for piece in pieces for wrong in objections(piece)]


@pytest.mark.parametrize("topic", WRITTEN)
def test_help_has_the_name_that_the_list_of_topics_gives_it(topic: str) -> None:
    assert (HELP / f"{topic}.md").read_text("utf-8").splitlines()[0] == f"# {TOPICS[topic]}"


def test_the_list_of_keys_names_everything_in_the_menus() -> None:
    menus = ROOT / "desktop" / "ui" / "window" / "menus.py"
    named = [next(texts(call.args[1]), "") for name, call in calls(menus) if name == "_add"]
    offered = {words for words in named if words} | set(THEME_WORDS.values()) | {place.words for place in Place}
    keys = (HELP / "keys.md").read_text("utf-8")
    assert len(offered) > 25
    assert not [words for words in sorted(offered) if f"**{words}**" not in keys]


def test_the_list_of_keys_names_every_key_of_the_menus() -> None:
    menus = (ROOT / "desktop" / "ui" / "window" / "menus.py").read_text("utf-8")
    pressed = set(re.findall(r'"((?:Ctrl|Alt)\+[A-Z0-9][a-z]*|F\d+)"', menus))
    keys = (HELP / "keys.md").read_text("utf-8")
    assert len(pressed) > 8
    assert not [key for key in sorted(pressed) if not re.search(rf"{re.escape(key)}\b", keys)]


@pytest.mark.parametrize("path", UI, ids=lambda path: str(path.relative_to(ROOT / "desktop" / "ui")))
def test_a_screen_says_nothing_hard_long_or_loud(path: Path) -> None:
    wrong = []
    for name, call in calls(path):
        if name in SHOWN_BY:
            wrong += [(call.lineno, one) for text in given(call) for one in objections(text)]
        if name == "button":
            wrong += [
                (call.lineno, "a button says what it does") for text in given(call) if text in {"OK", "Yes", "No"}
            ]
    assert wrong == []


@pytest.mark.parametrize("op", Op, ids=lambda op: op.value)
def test_an_operation_has_a_title_in_words(op: Op) -> None:
    assert re.fullmatch(r"[a-z][a-z' -]+[a-z]", op.title())
    assert op.title("SA 6.3").startswith(op.title())


def test_titles_and_file_names_tell_a_passer_by_nothing() -> None:
    seen: list[str] = []
    for path in python_files("desktop"):
        for name, call in calls(path):
            if name in {"setWindowTitle", "setApplicationName", "setApplicationDisplayName", "choose_target"}:
                seen += given(call)
            elif name in {"FileHandler", "RotatingFileHandler"}:
                seen += [text for argument in call.args for text in texts(argument)]
    seen += [
        node.value
        for path in python_files("desktop")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r".{0,80}\.(pdf|zip|xlsx|csv|log|pem|txt|json|lock|db)", node.value)
    ]
    assert {"Sevenfold", "sevenfold.log", "crash.log"} <= set(seen)
    assert not [text for text in seen if any(word in text.lower() for word in TELLING)]
