"""Finds pictures, and holds each to an alternative text or to being decorative."""

import re
from pathlib import Path
from urllib.parse import unquote

from pamphleteer.issue.fields import checked, text_of, truth_of, words_of
from pamphleteer.issue.files import IMAGE, Reference, find_file
from pamphleteer.issue.halftones import check_halftone, halftone_of
from pamphleteer.issue.languages import convention_for
from pamphleteer.issue.model import PictureFile
from pamphleteer.issue.scope import Scope
from pamphleteer.issue.typography import set_text
from pamphleteer.issue.yaml_tree import Mapping
from pamphleteer.problems import Problem, SourcePos

REMOTE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:|//")

ALT_HINT = (
    "Describe the picture between the brackets for readers who cannot see it, or write "
    "{decorative} behind it if it says nothing."
)

ALT_KEY_HINT = (
    "Describe the picture for readers who cannot see it (alt: …), or write decorative: yes "
    "if it says nothing."
)


def check_alt(alt: str, *, decorative: bool, scope: Scope, pos: SourcePos) -> None:
    """Hold a picture in the text to one of the two."""
    if not alt and not decorative:
        scope.refuse("missing-alt", "the image has no alternative text", ALT_HINT, pos)
    if alt and decorative:
        message = "the image is {decorative} but has an alternative text"
        scope.refuse("bad-attribute", message, "Keep one of the two.", pos)


def picture_of(mapping: Mapping, key: str, scope: Scope) -> PictureFile | None:
    """Read the picture whose file a key names, with ``alt`` or ``decorative`` beside it."""
    source = text_of(mapping, key)
    if source is None:
        return None
    decorative = truth_of(mapping, "decorative")
    alt = set_text(" ".join(words_of(mapping, "alt").split()), convention_for(scope.language))
    if not alt and not decorative:
        scope.refuse("missing-alt", "the image has no alternative text", ALT_KEY_HINT, source.pos)
    if alt and decorative:
        message = "the image is decorative but has an alternative text"
        entry = mapping.entry("decorative")
        pos = entry.pos if entry else source.pos
        scope.refuse("bad-value", message, "Keep one of the two.", pos)
    path = find_image(source.text or "", source.pos, scope)
    if path is None:
        return None
    halftone = halftone_of(checked(mapping, "halftone", check_halftone))
    return PictureFile(image=path, alt=alt, pos=source.pos, halftone=halftone)


def find_image(source: str, pos: SourcePos, scope: Scope) -> Path | None:
    """Find a picture's file; None if it cannot be used, which was told."""
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
