"""Reads in how many rows of dots to the inch a picture is screened, by name or as a number."""

import re
from typing import Annotated

from pydantic import AfterValidator

from pamphleteer.issue.values import refuse
from pamphleteer.problems import nearest

NONE = "none"
NAMED = {NONE: 0, "coarse": 35, "medium": 53, "fine": 75}
"""Coarse dots are seen as such; a copier of 600 dots to the inch holds the fine ones just so."""
FEWEST, MOST = 15, 120
NUMBER = re.compile(r"(\d{1,4})(?:\s*lpi)?", re.ASCII)


def check_halftone(text: str) -> str:
    """Check a halftone: a name, or rows of dots to the inch."""
    match = NUMBER.fullmatch(text)
    if text in NAMED or (match and FEWEST <= int(match[1]) <= MOST):
        return text
    hint = nearest(text, NAMED) or f"A newspaper of old has 65; {FEWEST} to {MOST} can be had."
    expected = f"expected {', '.join(NAMED)}, or rows of dots to the inch such as 45"
    raise refuse(f'"{text}" is no halftone; {expected}', hint)


def halftone_of(text: str | None) -> int | None:
    """The rows of dots to the inch that a checked text asks for, 0 for none; None of no text."""
    if not text:
        return None
    match = NUMBER.fullmatch(text)
    return int(match[1]) if match else NAMED.get(text)


Halftone = Annotated[str, AfterValidator(check_halftone)]
