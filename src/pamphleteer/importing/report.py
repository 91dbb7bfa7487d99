"""What an import tells the editor."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pamphleteer.importing.compose import Composition
from pamphleteer.importing.parts import Join, Part, PartKind, all_pieces
from pamphleteer.importing.pieces import Piece, Role
from pamphleteer.importing.source import note
from pamphleteer.importing.words import plain
from pamphleteer.problems import Problem, SourcePos, warning

SEAM_WORDS = 4

COUNTED: dict[PartKind, tuple[str, str]] = {
    "article": ("article", "articles"),
    "banner": ("banner", "banners"),
    "about": ("standing text", "standing texts"),
    "contact": ("contact block", "contact blocks"),
}

TOLD_ROLES: tuple[Role, ...] = (
    "title",
    "headline",
    "byline",
    "crosshead",
    "banner",
    "about head",
    "contact head",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import wrote, did, and was unsure of.

    ``done`` are lines in plain language. ``unsure`` and ``differs`` are notes and warnings with
    their places: choices for the editor to look at, and what an existing publication.yaml says
    otherwise than the document.
    """

    folder: Path
    written: tuple[Path, ...]
    done: tuple[str, ...]
    unsure: tuple[Problem, ...]
    differs: tuple[Problem, ...]


def tell_parts(parts: tuple[Part, ...]) -> Iterator[str]:
    """Say what was found: how many of each, and each head with the reason."""
    counts = Counter(part.kind for part in parts)
    found = [
        f"{counts[kind]} {one if counts[kind] == 1 else many}"
        for kind, (one, many) in COUNTED.items()
        if counts[kind]
    ]
    yield f"Found {', '.join(found) or 'nothing to print'}."
    for piece in all_pieces(parts):
        if piece.role in TOLD_ROLES:
            yield f'{piece.block.pos}: {piece.role} "{piece.text}": {piece.reason}'


def tell_joins(joins: Iterable[Join]) -> Iterator[str]:
    """Say which paragraphs were joined, by the words at the seam."""
    joined = [join for join in joins if join.verdict.join]
    if joined:
        noun = "paragraph that was" if len(joined) == 1 else "paragraphs that were"
        yield f"Joined {len(joined)} {noun} cut in two:"
    for join in joined:
        yield f"{join.after.pos}: {seam_words(join)}: {join.verdict.reason}"


def seam_words(join: Join) -> str:
    """The words on both sides of a seam: ``“… in preparation” + “for ICE raids, …”``."""
    before = plain(join.before.text).split()[-SEAM_WORDS:]
    after = plain(join.after.text).split()[:SEAM_WORDS]
    return f'"{" ".join(before)}" + "{" ".join(after)}"'


def doubts(parts: tuple[Part, ...], joins: Iterable[Join], made: Composition) -> Iterator[Problem]:
    """What an editor should look at, in the document's order within each kind."""
    yield from _missing(made)
    yield from (_doubt_of_role(piece) for piece in all_pieces(parts) if not piece.sure)
    for part in parts:
        if part.kind == "article" and not (part.head or part.front_matter):
            yield warning(
                "no-headline",
                "this text has no headline",
                hint="Write one into the article's file, as headline: …",
                pos=part.pieces[0].block.pos,
            )
    yield from (_doubt_of_seam(join) for join in joins if not join.verdict.sure)
    yield from made.unsure


def _missing(made: Composition) -> Iterator[Problem]:
    published = made.settled.publication is None
    if "title" not in made.values and not published:
        hint = "Write title: … into publication.yaml; an issue cannot be built without."
        yield warning("no-title", "no title of the publication was found", hint=hint)
    if "date" not in made.values:
        hint = "Write date: … into issue.yaml, as it is to be printed."
        yield warning("no-date", "no date of the issue was found", hint=hint)


def _doubt_of_role(piece: Piece) -> Problem:
    what = "part of a paragraph" if piece.role == "text" else f"a {piece.role}"
    message = f'"{piece.text}" was taken for {what}: {piece.reason}'
    return note("unsure-head", message, pos=piece.block.pos)


def _doubt_of_seam(join: Join) -> Problem:
    verb, code = ("joined", "unsure-join") if join.verdict.join else ("not joined", "unsure-gap")
    message = f"{verb}: {seam_words(join)}: {join.verdict.reason}"
    return note(code, message, pos=join.after.pos)


def tell_language(language: str | None, pos: SourcePos) -> Iterator[Problem]:
    """Say that a language was guessed, or could not be."""
    if language is None:
        message = "the language could not be guessed"
        hint = "Write language: … into publication.yaml, such as en-US or fr."
        yield note("language", message, hint=hint, pos=pos)
    else:
        hint = "Add the region if hyphens should follow it, such as en-US."
        yield note("language", f'the language was guessed to be "{language}"', hint=hint, pos=pos)
