"""Plain text as Markdown that prints the same."""

import re

INLINE = re.compile(r"[\\`*\[\]<>{}~|]|&(?=#?\w+;)|(?<!\w)_|_(?!\w)")
LINE_START = re.compile(r"(?P<mark>[#+=:-]|\d{1,9}(?=[.)]))(?P<rest>.*)", re.DOTALL)


def escape(line: str) -> str:
    """Escape what Markdown would read as markup, in one line and at its beginning."""
    return _escape_start(INLINE.sub(r"\\\g<0>", line.strip()))


def _escape_start(line: str) -> str:
    match = LINE_START.match(line)
    if not match:
        return line
    if match["mark"].isdigit():
        return f"{match['mark']}\\{match['rest']}"
    return f"\\{line}"
