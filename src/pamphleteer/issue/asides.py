"""Makes of containers what they hold: asides, groups of figures, verse, letters, interviews."""

from collections.abc import Sequence

from markdown_it.token import Token

from pamphleteer.issue.attributes import NAME
from pamphleteer.issue.blocks import KINDS, read_block
from pamphleteer.issue.checks import check_minor_crossheads
from pamphleteer.issue.containers import Container
from pamphleteer.issue.figures import (
    IN_ASIDE,
    IN_GROUP,
    given_of,
    images_of,
    read_credit,
    read_picture,
    read_text,
)
from pamphleteer.issue.letters import read_interview, read_letter
from pamphleteer.issue.model import Aside, AsideKind, Block, Figure, PictureFile
from pamphleteer.issue.naming import claim_name
from pamphleteer.issue.placement import read_placement
from pamphleteer.issue.scope import Scope
from pamphleteer.issue.tokens import first_line
from pamphleteer.issue.verse import read_verse

ASIDES: dict[str, AsideKind] = {
    "pull-quote": "pull-quote",
    "sidebar": "sidebar",
    "notice": "notice",
}

ANYTHING = (*dict.fromkeys(KINDS.values()), "picture")

HOLDS: dict[str, tuple[str, ...]] = {
    "pull-quote": ("paragraph",),
    "sidebar": ANYTHING,
    "notice": ANYTHING,
    "verse": ("paragraph",),
    "letter": ("paragraph", "list", "quote"),
    "interview": ("paragraph", "list", "quote"),
    "figures": ("picture",),
}
"""What may stand in each container."""

HINTS = {
    "verse": r"Lines of verse are plain text; write \ before a - or # that begins one.",
    "figures": "Only images stand in it, and its caption: ::: figures {caption=…}.",
    "pull-quote": "Only paragraphs stand in it.",
}


def read_container(
    container: Container, lines: Sequence[str], scope: Scope
) -> Block | Figure | Aside | None:
    """Read a container; None if nothing can be made of it, which was told."""
    if not container.blocks:
        hint = "Write its text before the line of :::, or delete it."
        scope.refuse("empty-container", f'"::: {container.name}" is empty', hint, container.pos)
    stands = [_may_stand(block, container, scope) for block in container.blocks]
    return _read(container, lines, scope) if stands and all(stands) else None


def _read(
    container: Container, lines: Sequence[str], scope: Scope
) -> Block | Figure | Aside | None:
    match container.name:
        case "verse":
            return read_verse(container, lines, scope)
        case "letter":
            return read_letter(container)
        case "interview":
            return read_interview(container, scope)
        case "figures":
            return _read_group(container, scope)
        case name:
            return _read_aside(container, ASIDES[name], scope)


def _may_stand(block: list[Token], container: Container, scope: Scope) -> bool:
    """Check that a block may stand in a container; one that may stand nowhere was told before."""
    kind = "picture" if images_of(block) else KINDS.get(block[0].type, "")
    if kind in HOLDS[container.name] or not kind:
        return bool(kind)
    what = {"break": "a line of dashes", "code": "code"}.get(kind, f"a {kind}")
    hint = HINTS.get(container.name, f"It holds: {', '.join(HOLDS[container.name])}.")
    message = f'{what} stands in "::: {container.name}"'
    scope.refuse("misplaced-block", message, hint, scope.at(first_line(block[0])))
    return False


def _read_aside(container: Container, kind: AsideKind, scope: Scope) -> Aside:
    given, pos = container.given, container.pos
    name = claim_name(given.get(NAME, ""), pos, scope)
    check_minor_crossheads(container.blocks, scope)
    body = [read_block(block, scope, attributes=IN_ASIDE) for block in container.blocks]
    return Aside(
        kind=kind,
        name=name,
        title=read_text(given.get("title", ""), scope, pos),
        by=read_text(given.get("by", ""), scope, pos),
        body=tuple(part for part in body if part),
        columns=int(given.get("columns", "1")),
        placement=read_placement(given),
        pos=pos,
    )


def _read_group(container: Container, scope: Scope) -> Figure | None:
    given, pos = container.given, container.pos
    pictures = [
        _read_picture(image, line, scope)
        for block in container.blocks
        for image, line in images_of(block)
    ]
    found = tuple(picture for picture in pictures if picture)
    figure = Figure(
        name=claim_name(given.get(NAME, ""), pos, scope),
        pictures=found,
        columns=int(given.get("columns", "1")),
        caption=read_text(given.get("caption", ""), scope, pos),
        credit=read_credit(given, scope, pos),
        placement=read_placement(given),
        pos=pos,
    )
    return figure if found else None


def _read_picture(image: Token, line: int, scope: Scope) -> PictureFile | None:
    pos = scope.at(line)
    if image.attrs.get("title"):
        hint = "Write it for all of them: ::: figures {caption=…}."
        scope.refuse("bad-attribute", "a picture of a group has a caption of its own", hint, pos)
    return read_picture(image, given_of(image, IN_GROUP, scope, pos), scope, pos)
