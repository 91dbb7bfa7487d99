"""Which blocks are heads, and of what: headlines, crossheads, banners, standing parts.

The rules are asked in order for each block; the first that has an answer is followed, and what no
rule claims is text. Rules see a block as a `Scene`: what stands before and after it, and what the
whole document is like.
"""

from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from pamphleteer.importing.bylines import is_byline
from pamphleteer.importing.clues import Vocabulary, begins_small, ends_sentence, has_address
from pamphleteer.importing.contacts import is_contact_lines
from pamphleteer.importing.names import is_about_head, names_contact
from pamphleteer.importing.pieces import Piece
from pamphleteer.importing.scenes import Facts, Scene, find_facts, is_body, shape_of, unbold
from pamphleteer.importing.source import Block
from pamphleteer.importing.words import plain


def _as_written(scene: Scene) -> Piece | None:
    if scene.block.kind == "definition":
        return scene.piece("definition", "it defines a link or a footnote")
    if scene.block.kind == "verbatim":
        return scene.piece("text", "it is a list, a table or the like")
    return None


def _contact_lines(scene: Scene) -> Piece | None:
    if not is_contact_lines(scene.block):
        return None
    return scene.piece("contact lines", "its lines are labelled addresses")


def _about(scene: Scene) -> Piece | None:
    if not (scene.shape and is_about_head(scene.block.text) and scene.next):
        return None
    if scene.next.kind == "heading" or is_about_head(scene.next.text):
        return None
    return scene.piece("about head", "it names the group's standing text")


def _contact(scene: Scene) -> Piece | None:
    may_be_title = scene.previous is None and not scene.facts.titled
    if scene.shape and not may_be_title and scene.next and is_contact_lines(scene.next):
        return scene.piece("contact head", "addresses follow at once")
    if not (scene.shape and names_contact(scene.block.text)):
        return None
    near = "\n".join(plain(line.text) for block in scene.coming[:3] for line in block.lines)
    if has_address(near) or any(is_contact_lines(block) for block in scene.coming[:3]):
        return scene.piece("contact head", "it speaks of contact, and addresses follow")
    return None


def _byline(scene: Scene) -> Piece | None:
    after_headline = scene.previous is not None and scene.previous.role == "headline"
    if after_headline and is_byline(scene.block, scene.facts.vocabulary):
        return scene.piece("byline", "it stands under a headline and names somebody", sure=False)
    return None


def _marked_title(scene: Scene) -> Piece | None:
    """The only heading of the highest level, above others, is the publication's title."""
    level = scene.block.level
    if scene.previous or scene.facts.titled or not (level and scene.facts.top == level + 1):
        return None
    return scene.piece("title", "it alone has the highest level", sure=False)


def _marked_banner(scene: Scene) -> Piece | None:
    """A headline without an article is a slogan."""
    level, facts = scene.block.level, scene.facts
    if not level or level > facts.top or facts.one_article:
        return None
    if scene.next and not (0 < scene.next.level <= facts.top or _is_standing(scene.next)):
        return None
    return scene.piece("banner", "it is a headline, but no text follows", sure=False)


def _marked_head(scene: Scene) -> Piece | None:
    level, facts = scene.block.level, scene.facts
    if not level:
        return None
    if level <= facts.top and not facts.one_article:
        return scene.piece("headline", "it is marked as a heading of the highest level")
    depth = level - facts.top + (2 if facts.one_article else 1)
    return scene.piece("crosshead", "it is marked as a lower heading", level=max(2, depth))


def _small_letters_follow(scene: Scene) -> Piece | None:
    """A line before small letters is the first half of a paragraph, or stands in its middle."""
    if not scene.next or is_byline(scene.next, scene.facts.vocabulary):
        return None
    if not scene.shape or not begins_small(plain(scene.next.text)):
        return None
    in_capitals = scene.shape == "capitals"
    if in_capitals and (scene.previous is None or ends_sentence(scene.previous.text)):
        return None
    return scene.piece("text", "a paragraph goes on after it", sure=not in_capitals)


def _capitals(scene: Scene) -> Piece | None:
    if scene.shape != "capitals":
        return None
    if not scene.next or not _leads(scene.coming):
        if not scene.previous and not scene.facts.titled and scene.next:
            return scene.piece("title", "it comes first, and another head follows", sure=False)
        return scene.piece("banner", "it is in capitals, and no text of its own follows")
    if scene.facts.top:
        reason = "it is in capitals among marked heads"
        return scene.piece("crosshead", reason, sure=False)
    return scene.piece("headline", "it is in capitals, and text follows")


def _leads(coming: tuple[Block, ...]) -> bool:
    """Whether text follows, at once or after a byline or a crosshead of its own."""
    if is_body(coming[0]):
        return True
    rest = coming[1:]
    if not rest or shape_of(coming[0]) == "capitals" or is_contact_lines(coming[0]):
        return False
    return not _is_standing(coming[0]) and is_body(rest[0])


def _is_standing(block: Block) -> bool:
    """Whether a block is the head of a standing text or of the contact block."""
    short = shape_of(block) is not None
    return short and (is_about_head(block.text) or names_contact(block.text))


def _title_above(scene: Scene) -> Piece | None:
    """The first line of all, above a head, in a document that names no title."""
    if scene.previous or scene.facts.titled or scene.facts.top or not scene.shape:
        return None
    if not scene.next:
        return None
    above_head = shape_of(scene.next) and len(scene.coming) > 1 and is_body(scene.coming[1])
    if above_head or is_contact_lines(scene.next):
        return scene.piece("title", "it comes first, and another head follows", sure=False)
    return None


def _unmarked_head(scene: Scene) -> Piece | None:
    """A short line without a full stop before text, where heads are not marked otherwise."""
    if not scene.shape or not scene.leads:
        return None
    facts = scene.facts
    if facts.top or facts.one_article:
        bold = unbold(scene.block) != scene.block
        return scene.piece("crosshead", "it is a bold line by itself") if bold else None
    if not scene.has_headline:
        return scene.piece("headline", "it is the first head of the document")
    if facts.gaps and scene.block.wide_gap:
        reason = "it stands apart more widely than other heads"
        return scene.piece("headline", reason, sure=False)
    sure = scene.shape == "title case"
    return scene.piece("crosshead", "it is a short line without a full stop before text", sure=sure)


HEAD_RULES: tuple[Callable[[Scene], Piece | None], ...] = (
    _as_written,
    _contact_lines,
    _about,
    _contact,
    _byline,
    _marked_title,
    _marked_banner,
    _marked_head,
    _small_letters_follow,
    _title_above,
    _capitals,
    _unmarked_head,
)

ONE_ARTICLE_RULES = (_as_written, _marked_head, _small_letters_follow, _unmarked_head)
"""A file that names its headline in front matter is one article, whatever its heads say."""


def find_heads(
    pieces: tuple[Piece, ...], vocabulary: Vocabulary, *, one_article: bool, titled: bool
) -> tuple[Piece, ...]:
    """Give each open piece of one document its role.

    Args:
        pieces: The document's pieces, those of the masthead already known.
        vocabulary: How the documents spell their words.
        one_article: The headline is known already, from front matter.
        titled: The publication's title is known already, or not to be looked for.
    """
    open_blocks = tuple(piece.block for piece in pieces if piece.role == "open")
    facts = find_facts(open_blocks, vocabulary, one_article=one_article, titled=titled)
    judged = _judge(open_blocks, facts)
    return tuple(next(judged) if piece.role == "open" else piece for piece in pieces)


def _texts(blocks: Iterable[Block]) -> Iterator[Block]:
    """All but the rules between parts of a text."""
    return (block for block in blocks if not block.is_break)


def _judge(blocks: tuple[Block, ...], facts: Facts) -> Iterator[Piece]:
    previous: Piece | None = None
    has_headline = facts.one_article
    rules = ONE_ARTICLE_RULES if facts.one_article else HEAD_RULES
    for index, block in enumerate(blocks):
        scene = Scene(
            block=block,
            coming=tuple(islice(_texts(islice(blocks, index + 1, None)), 4)),
            previous=previous,
            has_headline=has_headline,
            facts=facts,
        )
        found = (rule(scene) for rule in rules)
        previous = next((piece for piece in found if piece), None) or scene.piece("text", "")
        has_headline = has_headline or previous.role == "headline"
        yield previous
