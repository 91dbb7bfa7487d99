"""Checks of the whole file: its pages together, and what it says of itself for print."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pamphleteer.preflight.model import Profile
from pamphleteer.preflight.view import Fault, millimetres, several
from pamphleteer.reading.content.files import FileFacts

Sides = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView:
    """A file under examination.

    ``sizes`` are the pages' trims by page, to a tenth of a millimetre, upright or not; ``spots``
    the spot colours with the first page of each.
    """

    facts: FileFacts
    profile: Profile
    sizes: Mapping[int, Sides]
    spots: Mapping[str, int]
    imposed: bool
    unlocked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FileFault:
    """What was found of the file, perhaps first on a page."""

    fault: Fault
    page: int | None = None


FoundInFile = Iterator[FileFault]


def check_count(view: FileView) -> FoundInFile:
    """The pages fill sheets."""
    count, multiple = view.facts.pages, view.profile.multiple
    if not view.imposed and count % multiple:
        found = f"{several(count, 'page')}, not a multiple of {multiple}"
        yield _of_file("pages-multiple", found)


def check_sizes(view: FileView) -> FoundInFile:
    """All pages have the size that most of them have."""
    if not view.sizes:
        return
    usual, _ = Counter(view.sizes.values()).most_common(1)[0]
    for number, size in view.sizes.items():
        if size != usual:
            found = f"the page is {_size(size)}; most are {_size(usual)}"
            yield FileFault(fault=Fault(code="page-sizes", found=found), page=number)


def _size(size: Sides) -> str:
    return f"{millimetres(size[0]).removesuffix(' mm')} × {millimetres(size[1])}"


def check_spots(view: FileView) -> FoundInFile:
    """There are no more spot colours than are wanted."""
    names = tuple(view.spots)
    if len(names) > view.profile.spots and view.profile.inks == "press":
        found = f"{several(len(names), 'spot colour')}: {', '.join(names)}"
        yield FileFault(
            fault=Fault(code="spot-colours", found=found), page=min(view.spots.values())
        )


def check_interactive(view: FileView) -> FoundInFile:
    """Nothing is filled in or runs."""
    if kinds := view.facts.interactive:
        yield _of_file("interactive", f"the file has {' and '.join(kinds)}")


def check_encryption(view: FileView) -> FoundInFile:
    """The file is not protected."""
    if view.unlocked:
        yield _of_file("encryption", "the file is encrypted, though it opens without a password")


def check_layers(view: FileView) -> FoundInFile:
    """There are no layers."""
    if view.facts.layers:
        yield _of_file("layers", "the file has layers")


def check_attachments(view: FileView) -> FoundInFile:
    """There are no files inside."""
    if view.facts.attachments:
        yield _of_file("attachment", "the file has other files inside")


def check_intent(view: FileView) -> FoundInFile:
    """The output intent is there, and of a press (ISO 15930-7, 6.2.2)."""
    intents = [intent for intent in view.facts.intents if intent.kind == "GTS_PDFX"]
    if not view.profile.pdfx:
        return
    if not intents:
        yield _of_file("x-intent", "there is no output intent")
    elif (space := intents[0].space) not in ("", "CMYK", "GRAY"):
        yield _of_file("x-intent", f"the output intent is for {space}, not for CMYK")
    elif not space and not intents[0].condition:
        yield _of_file("x-intent", "the output intent names no printing condition")


def check_keys(view: FileView) -> FoundInFile:
    """What else PDF/X asks for: its version, Trapped, an identifier, a title (ISO 15930-7, 6.1)."""
    if not view.profile.pdfx:
        return
    facts = view.facts
    if not facts.version:
        yield _of_file("x-version", "the file does not say that it is PDF/X")
    if facts.trapped not in ("True", "False"):
        yield _of_file("x-trapped", "the key Trapped is neither True nor False")
    if not facts.has_id:
        yield _of_file("x-id", "the file has no ID")
    if not facts.title.strip():
        yield _of_file("x-title", "the file has no title")


def _of_file(code: str, found: str) -> FileFault:
    return FileFault(fault=Fault(code=code, found=found))
