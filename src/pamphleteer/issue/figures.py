"""Makes figures of images that stand in paragraphs of their own."""

from markdown_it.token import Token

from pamphleteer.issue.attributes import NAME, read_braces
from pamphleteer.issue.halftones import halftone_of
from pamphleteer.issue.inline import read_rich
from pamphleteer.issue.model import Figure, PictureFile, Rich
from pamphleteer.issue.naming import claim_name
from pamphleteer.issue.pictures import check_alt, find_image
from pamphleteer.issue.placement import read_placement
from pamphleteer.issue.scope import Scope
from pamphleteer.issue.tokens import BREAKS, inline_lines, plain_text
from pamphleteer.problems import SourcePos

IN_TEXT = ("credit", "decorative", "span", "place", "width", "halftone", NAME)

IN_ASIDE = ("credit", "decorative", "width", "halftone", NAME)
"""Beside the text a picture stands where it is written, in its column."""

IN_GROUP = ("decorative", "halftone")

PICTURE_TOKENS = BREAKS | {"image"}

EMPTY_HINT = 'They are written like this: {credit="N. N."}, {decorative}.'


def sole_image(block: list[Token]) -> Token | None:
    """Find the image of a paragraph that is made of it alone."""
    images = images_of(block)
    return images[0][0] if len(images) == 1 else None


def images_of(block: list[Token]) -> list[tuple[Token, int]]:
    """Find the images of a paragraph that is made of images alone, each with its line."""
    inline = block[1] if block[0].type == "paragraph_open" else None
    found = list(inline_lines(inline)) if inline else []
    if any(token.type not in PICTURE_TOKENS and not _is_blank(token) for token, _ in found):
        return []
    return [(token, line) for token, line in found if token.type == "image"]


def _is_blank(token: Token) -> bool:
    return token.type == "text" and not token.content.strip()


def read_figure(
    image: Token, pos: SourcePos, scope: Scope, known: tuple[str, ...] = IN_TEXT
) -> Figure | None:
    """Read a figure; None if its picture cannot be used."""
    given = given_of(image, known, scope, pos)
    caption = str(image.attrs.get("title", ""))
    rich_caption = read_text(caption, scope, pos)
    rich_credit = read_credit(given, scope, pos)
    name = claim_name(given.get(NAME, ""), pos, scope)
    picture = read_picture(image, given, scope, pos)
    if picture is None:
        return None
    return Figure(
        name=name,
        pictures=(picture,),
        caption=rich_caption,
        credit=rich_credit,
        placement=read_placement(given),
        pos=pos,
    )


def given_of(image: Token, known: tuple[str, ...], scope: Scope, pos: SourcePos) -> dict[str, str]:
    """Read the attributes behind an image."""
    braces = image.meta.get("braces")
    given = read_braces(braces, known, scope, pos) if braces is not None else {}
    if given.get("decorative"):
        message = '"decorative" takes no value'
        scope.refuse("bad-attribute", message, EMPTY_HINT, pos)
    return given


def read_picture(
    image: Token, given: dict[str, str], scope: Scope, pos: SourcePos
) -> PictureFile | None:
    """Read an image's file and its alternative text; None if the file cannot be used."""
    alt = plain_text(image.children)
    check_alt(alt, decorative="decorative" in given, scope=scope, pos=pos)
    path = find_image(str(image.attrs["src"]), pos, scope)
    if path is None:
        return None
    halftone = halftone_of(given.get("halftone"))
    return PictureFile(image=path, alt=alt, pos=pos, halftone=halftone)


def read_credit(given: dict[str, str], scope: Scope, pos: SourcePos) -> Rich | None:
    """Read the credit among attributes."""
    if "credit" in given and not given["credit"].strip():
        scope.refuse("bad-attribute", "the credit is empty", EMPTY_HINT, pos)
    return read_text(given.get("credit", ""), scope, pos)


def read_text(text: str, scope: Scope, pos: SourcePos) -> Rich | None:
    """Read an attribute's text as inline Markdown, if there is any."""
    return read_rich(text, pos, scope) if text.strip() else None
