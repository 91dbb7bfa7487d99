"""Builds an issue that was written by chance, and judges what came out, from outside."""

import re
import signal
import time
import traceback
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

import pypdfium2

from pamphleteer.build import build_issue
from pamphleteer.problems import IssueError
from tests.build.publications import make_publication
from tests.build.random_issues.orders import RandomIssue, write_issue

LIMIT = 20
"""Seconds that a build may take of a processor: what else a machine does is not counted."""

PLACEMENT_ERRORS: Mapping[str, str] = {
    "bad-jump": "the page on which an article is to go on has passed, or never comes",
    "bad-start": "articles cannot stand side by side as they are asked to",
    "block-too-long": "what cannot be divided is deeper than a page, or than half of one",
    "does-not-fit": "a piece of text fits into no column",
    "late-figure": "a figure would stand more than a page after its mention",
    "no-room": "what stands apart, or is to stand whole, has room on no page",
    "notice-too-long": "a notice has more text than its part of the page has room for",
    "overset": "something is wider or deeper than its column, or has too many notes",
    "unsettled-pages": "the page numbers in the contents change what they count",
}
"""Errors with which a build may end, and what they mean: an editor can do something about each."""

NUMBER = re.compile(r"\d{4,}")
"""A word's number; the figure of a note may follow it."""

Outcome = Literal["built", "placement", "failure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """How the build of a seed ended: with which code, and what was said."""

    seed: int
    outcome: Outcome
    code: str = ""
    told: str = ""
    pages: int = 0
    seconds: float = 0.0


class TooSlowError(BaseException):
    """A build has taken longer than it may. No ``except Exception`` may hold it."""


def judge(seed: int, root: Path, *, limit: int = LIMIT) -> Verdict:
    """Write, build and look at the issue of a seed, in a folder of its own; 0 is no limit."""
    issue = write_issue(seed)
    start = time.process_time()
    verdict = _judge(issue, Verdict(seed=seed, outcome="failure"), root, limit)
    return replace(verdict, seconds=time.process_time() - start)


def _judge(issue: RandomIssue, failure: Verdict, root: Path, limit: int) -> Verdict:
    try:
        with _limited(limit), warnings.catch_warnings():
            warnings.simplefilter("error")
            pages = build(issue, root)
    except IssueError as fault:
        return _judge_problems(fault, failure)
    except TooSlowError:
        return replace(failure, code="too-slow", told=f"more than {limit} seconds")
    except Exception as crash:
        return replace(failure, code=type(crash).__name__, told=traceback.format_exc(limit=-4))
    if faults := list(find_faults(issue, read_numbers(_screen(root)))):
        return replace(failure, code="words", told="; ".join(faults))
    return replace(failure, outcome="built", pages=pages)


def build(issue: RandomIssue, root: Path) -> int:
    """Write a publication's files and build it; give its pages."""
    publication = make_publication(root, issue.files)
    return build_issue(publication.issue).pages


def _screen(root: Path) -> Path:
    return root / "issues" / "winter" / "out" / "winter-screen.pdf"


def _judge_problems(fault: IssueError, failure: Verdict) -> Verdict:
    codes = dict.fromkeys(problem.code for problem in fault.problems)
    verdict = replace(failure, code="+".join(codes), told="\n".join(map(str, fault.problems)))
    is_known = codes.keys() <= PLACEMENT_ERRORS.keys()
    return replace(verdict, outcome="placement") if is_known else verdict


@contextmanager
def _limited(seconds: int) -> Iterator[None]:
    """Break off what takes longer than so many seconds; 0 is no limit."""

    def break_off(*_: object) -> None:
        raise TooSlowError

    before = signal.signal(signal.SIGPROF, break_off)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def read_numbers(path: Path) -> tuple[int, ...]:
    """The numbers of all words of a PDF, in the order of its content, read by PDFium."""
    with pypdfium2.PdfDocument(path) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    return tuple(int(found[:4]) for text in texts for found in NUMBER.findall(text))


def find_faults(issue: RandomIssue, numbers: Sequence[int]) -> Iterator[str]:
    """Words that are lost, doubled, or out of their order."""
    counts = Counter(numbers)
    once = {number for strand in issue.strands for number in strand}
    if lost := sorted((once | issue.repeated) - counts.keys()):
        yield f"lost: {lost}"
    if doubled := sorted(each for each in once | issue.spare if counts[each] > 1):
        yield f"doubled: {doubled}"
    if strange := sorted(counts.keys() - once - issue.repeated - issue.spare - issue.loose):
        yield f"strange: {strange}"
    places = {number: place for place, number in enumerate(numbers)}
    for strand in issue.strands:
        found = [places[each] for each in strand if each in places]
        if found != sorted(found):
            yield f"out of order: {list(strand)}"
