# SPDX-FileCopyrightText: 2026 The Sevenfold developers
# SPDX-License-Identifier: MIT
"""The style sheet: one template with ``@role`` for colours and ``%N`` for N px at 100% text."""

import re

from desktop.support.resources import resource
from desktop.ui.theme.tokens import themes


def style_sheet(theme: str, scale: float) -> str:
    """The template of ``resources/look/window.qss`` filled in for one theme and text size."""
    roles = dict(themes()[theme])
    roles["chosen_line"] = roles["action"] if theme == "light" else roles["mark"]
    roles["frame_px"] = "2px" if theme == "contrast" else "1px"
    roles["chevron"] = resource(f"look/chevron-{theme}.svg").as_posix()
    roles["tick"] = resource(f"look/tick-{theme}.svg").as_posix()
    template = resource("look/window.qss").read_text("utf-8")
    sized = re.sub(r"%(\d+)", lambda found: f"{round(int(found[1]) * scale)}px", template)
    return re.sub(r"@([a-z_]+)", lambda found: roles[found[1]], sized)
