"""pypdf, taken with caution: what it logs is collected, and whatever it throws at damage is caught.

pypdf reads objects when they are first asked for, so that both may happen long after a file was
opened.
"""

import logging
import re
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from pamphleteer.problems import Problem, Severity, SourcePos, warning

T = TypeVar("T")

HARMLESS = re.compile(
    r"Multiple definitions|/Prev=0|EOF marker not at|Duplicate %%EOF|startxref on same line"
    r"|Overwriting cache|invalid pdf header"
)
"""Slips of the programs that write PDFs; none can cost a page anything."""

SHOWN = 3
REFERENCE = re.compile(r"IndirectObject\((\d+), \d+, \d+\)")
"""As pypdf writes a reference, with an address in memory."""


class _Collector(logging.Handler):
    def __init__(self, said: list[str]) -> None:
        super().__init__()
        self.said = said

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record.getMessage())


@contextmanager
def collect_messages() -> Iterator[list[str]]:
    """Collect pypdf's log messages and warnings in a list, instead of printing them."""
    said: list[str] = []
    log, collector = logging.getLogger("pypdf"), _Collector(said)
    before = log.handlers, log.propagate, log.level, log.disabled
    log.handlers, log.propagate, log.disabled = [collector], False, False
    log.setLevel(logging.WARNING)
    try:
        with warnings.catch_warnings(record=True) as warned:
            warnings.simplefilter("always")
            yield said
        said += [str(each.message) for each in warned]
    finally:
        log.handlers, log.propagate, level, log.disabled = before
        log.setLevel(level)


def attempt(step: Callable[[], T]) -> T | None:
    """Take a step with pypdf, or give None where the file is too damaged for it."""
    try:
        return step()
    # Its documentation says that broken files may cause any exception, and they do.
    except Exception:
        return None


def report_messages(said: Sequence[str], pos: SourcePos) -> tuple[Problem, ...]:
    """Tell what pypdf said, in one warning if it repaired the file and in one note if not.

    ``pdf-repaired``: damage, such as a broken cross-reference table, was met and mended.
    ``pdf-irregular``: the file is not quite as the standard asks, and nothing had to be mended.
    """
    distinct = list(dict.fromkeys(said))
    slips = [message for message in distinct if HARMLESS.search(message)]
    damage = [message for message in distinct if message not in slips]
    found = []
    if damage:
        found.append(tell_repair(pos, damage))
    if slips:
        message = f"the file is not quite as PDF asks ({_quote(slips)}), which does no harm"
        note = Problem(severity=Severity.NOTE, code="pdf-irregular", message=message, pos=pos)
        found.append(note)
    return tuple(found)


def tell_repair(pos: SourcePos, damage: Sequence[str] = ()) -> Problem:
    """Make the warning that a damaged file was repaired."""
    detail = f" ({_quote(damage)})" if damage else ""
    return warning(
        "pdf-repaired",
        f"the file is damaged, and was repaired{detail}",
        hint="Look through every page of what comes out, or export the PDF again.",
        pos=pos,
    )


def _quote(messages: Sequence[str]) -> str:
    # A message may repeat whole objects of a damaged file.
    plain = (REFERENCE.sub(r"object \1", message) for message in messages[:SHOWN])
    quoted = [" ".join(message.split())[:80] for message in plain]
    if more := len(messages) - SHOWN if len(messages) > SHOWN else 0:
        quoted.append(f"and {more} more")
    return "; ".join(quoted)
