"""Makes a `Figure` of a paragraph that holds one image and nothing else."""

import re
from pathlib import Path
from urllib.parse import unquote

from markdown_it.token import Token

from pamphleteer.issue.attributes import read_braces
from pamphleteer.issue.files import IMAGE, Reference, find_file
from pamphleteer.issue.inline import read_rich
from pamphleteer.issue.model import Figure
from pamphleteer.issue.scope import Scope
from pamphleteer.issue.tokens import plain_text
from pamphleteer.problems import Problem, SourcePos

REMOTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")

ATTRIBUTES = ("credit", "decorative")

ALT_HINT = (
    "Describe the picture between the brackets for readers who cannot see it, or write "
    "{decorative} behind it if it says nothing."
)


def sole_image(block: list[Token]) -> Token | None:
    """Find the image of a paragraph that is made of it alone."""
    children = block[1].children or [] if block[0].type == "paragraph_open" else []
    return children[0] if len(children) == 1 and children[0].type == "image" else None


def read_figure(image: Token, pos: SourcePos, scope: Scope) -> Figure | None:
    """Read a figure; None if its picture cannot be used."""
    braces = image.meta.get("braces")
    given = read_braces(braces, ATTRIBUTES, scope, pos) if braces is not None else {}
    alt = plain_text(image.children)
    _check_alt(alt, given, scope, pos)
    caption, credit = str(image.attrs.get("title", "")), given.get("credit", "")
    if given.get("decorative") or ("credit" in given and not credit.strip()):
        hint = 'They are written like this: {credit="N. N."}, {decorative}.'
        scope.refuse("bad-attribute", "an attribute of an image is wrong", hint, pos)
    rich_caption = read_rich(caption, pos, scope) if caption.strip() else None
    rich_credit = read_rich(credit, pos, scope) if credit.strip() else None
    path = _find_image(str(image.attrs["src"]), pos, scope)
    if path is None:
        return None
    return Figure(image=path, alt=alt, caption=rich_caption, credit=rich_credit, pos=pos)


def _check_alt(alt: str, given: dict[str, str], scope: Scope, pos: SourcePos) -> None:
    if not alt and "decorative" not in given:
        scope.refuse("missing-alt", "the image has no alternative text", ALT_HINT, pos)
    if alt and "decorative" in given:
        message = "the image is {decorative} but has an alternative text"
        scope.refuse("bad-attribute", message, "Keep one of the two.", pos)


def _find_image(source: str, pos: SourcePos, scope: Scope) -> Path | None:
    if REMOTE.match(source):
        hint = "Save the picture beside the article, and name that file; nothing is fetched."
        scope.refuse("remote-image", f'the image "{source}" is not a file here', hint, pos)
        return None
    if not source:
        scope.refuse("unknown-image", "the image has no file", "Write ![alt](photo.jpg).", pos)
        return None
    found = _look_up(source, pos, scope)
    if isinstance(found, Problem):
        scope.problems.append(found)
        return None
    return found


def _look_up(source: str, pos: SourcePos, scope: Scope) -> Path | Problem:
    """Find a file by its name as written, or as in an address (``my%20photo.jpg``)."""
    reference = Reference(text=source, pos=pos, bases=scope.bases)
    found = find_file(reference, IMAGE, scope.root)
    if isinstance(found, Problem) and "%" in source:
        decoded = Reference(text=unquote(source), pos=pos, bases=scope.bases)
        again = find_file(decoded, IMAGE, scope.root)
        return found if isinstance(again, Problem) else again
    return found
