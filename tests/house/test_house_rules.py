# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""Rules of the house that no linter knows."""

import ast
import re
import tomllib
from pathlib import Path

import pytest

from tests.house.tree import ROOT, python_files, tracked

SPDX = "# SPDX-FileCopyrightText: 2026 The Sevenfold developers\n# SPDX-License-Identifier: MIT\n"
TEXT_ENDINGS = {".py", ".md", ".toml", ".txt", ".json", ".sql", ".c", ".java", ".sh", ".cfg", ""}
HOSTS = ("py" + "pi.org", "pythonh" + "osted", "npm" + "js", "deb." + "debian")
WRITES_INTO_A_STREAM = {"desktop/signing/evidence_zip.py"}  # a ZIP in memory, which Files puts on the disk
TAKES_EVIDENCE_OFF = re.compile(r"(assessing|library|evidence_links)\.unlink")  # our own word: no file goes
MAY_SLEEP = {"desktop/support/files.py"}
MAY_IMPORT_LATE = (
    "desktop/cli/",
    "desktop/__main__.py",
    "desktop/bootstrap.py",
    "desktop/reports/calendar_file.py",  # icalendar takes longer to import than the rest of the desk
    "desktop/services/importing/from_file.py",  # the rules are imported while the child reads the file
)


def name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def test_the_scan_sees_the_project() -> None:
    assert len(python_files("desktop")) > 60
    assert len(python_files("tests")) > 30


@pytest.mark.parametrize("path", python_files("desktop", "tests", "resources"), ids=name)
def test_a_python_file_names_its_licence_and_keeps_to_500_lines(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith(SPDX), "the two SPDX lines come first"
    assert len(text.splitlines()) <= 500


def test_no_text_holds_a_registry_host_or_a_path_of_a_machine() -> None:
    found = []
    for path in tracked():
        if path.suffix not in TEXT_ENDINGS:
            continue
        text = path.read_text(encoding="utf-8", errors="replace")
        found += [f"{name(path)}: {host}" for host in HOSTS if host in text]
        found += [f"{name(path)}: {hit}" for hit in re.findall(r"/(?:home|root|Users|work)/[\w.-]+/?", text)]
    assert found == []


@pytest.mark.parametrize("path", python_files("desktop"), ids=name)
def test_only_the_files_module_and_storage_change_the_disk(path: Path) -> None:
    if name(path).startswith("desktop/storage/") or name(path) in {"desktop/support/files.py", *WRITES_INTO_A_STREAM}:
        return
    calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    for call in calls:
        if TAKES_EVIDENCE_OFF.search(ast.unparse(call.func)):
            continue
        called = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        texts = [argument.value for argument in call.args if isinstance(argument, ast.Constant)]
        modes = [text for text in texts if isinstance(text, str) and re.fullmatch(r"[wax+][bt+]*|r\+b?", text)]
        assert called not in {"write_bytes", "write_text", "rmtree", "copyfile", "unlink"}, f"line {call.lineno}"
        assert not (called == "open" and modes), f"line {call.lineno}: opens for writing"


@pytest.mark.parametrize("path", python_files("desktop"), ids=name)
def test_nothing_sleeps_pumps_events_or_subclasses_threads(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "processEvents" not in text
    assert "QThread" not in text
    assert name(path) in MAY_SLEEP or "time.sleep" not in text


@pytest.mark.parametrize("path", python_files("desktop"), ids=name)
def test_imports_inside_functions_are_only_where_start_up_time_asks(path: Path) -> None:
    if name(path).startswith(MAY_IMPORT_LATE):
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    late = [
        inner.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        for inner in ast.walk(node)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]
    assert late == []


def test_months_and_days_are_named_by_one_module_whatever_language_the_system_speaks() -> None:
    """Qt takes the system's language for the whole process; the commands run without Qt."""
    found = [
        f"{name(path)}: {hit}"
        for path in python_files("desktop")
        if not name(path).startswith("desktop/cli/")
        for hit in re.findall(r":%[^}\n]*[AaBb]", path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_colours_live_in_the_token_file_alone() -> None:
    found = [
        f"{name(path)}: {hit}"
        for path in python_files("desktop")
        for hit in re.findall(r"[\"']#[0-9A-Fa-f]{6}[\"']", path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_every_package_is_installed_and_every_pin_is_hashed() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    listed = set(project["tool"]["setuptools"]["packages"]) - {"desktop.resources"}
    there = {name(path.parent).replace("/", ".") for path in python_files("desktop")}
    assert listed == there
    locked = (ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")
    for pin in project["project"]["dependencies"]:
        assert f"{pin} \\" in locked, f"{pin} is not in requirements/run.txt"


def test_run_and_dev_requirements_pin_the_same_versions() -> None:
    def pins(file: str) -> dict[str, str]:
        text = (ROOT / "requirements" / file).read_text(encoding="utf-8")
        return dict(re.findall(r"^([\w.-]+)==([\w.]+)", text, re.MULTILINE))

    run, dev = pins("run.txt"), pins("dev.txt")
    assert run.items() <= dev.items()
    assert len(run) > 10


def test_links_between_the_documents_lead_somewhere() -> None:
    links = [
        (path, target)
        for path in tracked("*.md")
        for target in re.findall(r"\]\(([^)#\s]+)", path.read_text(encoding="utf-8"))
        if not target.startswith(("http:", "https:", "mailto:"))
    ]
    assert links
    assert [f"{name(path)} -> {target}" for path, target in links if not (path.parent / target).exists()] == []


def test_every_folder_of_tests_is_run() -> None:
    text = (ROOT / "dev.py").read_text("utf-8")
    layers = re.findall(r'"(\w+)"', re.search(r"^LAYERS = \((.+)\)$", text, re.MULTILINE).group(1))  # type: ignore[union-attr]  # it is there
    folders = {path.parent.name for path in python_files("tests") if path.name.startswith("test_")}
    assert folders == set(layers)
