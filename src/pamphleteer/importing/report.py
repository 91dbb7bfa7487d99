"""What an import tells the editor, in plain language."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pamphleteer.importing.compose import Composition
from pamphleteer.importing.hyphens import MendedCut
from pamphleteer.importing.parts import Join, Part, PartKind, all_pieces
from pamphleteer.importing.pieces import Piece, Role
from pamphleteer.importing.publication import values_of
from pamphleteer.importing.source import Done, note
from pamphleteer.importing.understanding import Understood
from pamphleteer.importing.words import plain
from pamphleteer.importing.yamltext import Value
from pamphleteer.issue import yaml_tree
from pamphleteer.problems import Problem, SourcePos

SEAM_WORDS = 4

COUNTED: Mapping[PartKind, tuple[str, str]] = {
    "article": ("article", "articles"),
    "banner": ("banner", "banners"),
    "about": ("standing text", "standing texts"),
    "contact": ("contact block", "contact blocks"),
}

ROLE_NAMES: Mapping[Role, str] = {
    "title": "title of the publication",
    "issue line": "issue",
    "publisher": "publisher",
    "headline": "headline",
    "byline": "byline",
    "crosshead": "crosshead",
    "banner": "banner",
    "about head": "standing text",
    "contact head": "contact block",
}
"""What pieces of a role are called; pieces of other roles are not told one by one."""

REGIONS = {"en": "en-US", "fr": "fr-CA", "de": "de-AT", "es": "es-MX", "it": "it-CH", "nl": "nl-BE"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportReport:
    """What an import wrote, did, and was unsure of.

    ``found`` says in a line what the documents hold. ``unsure`` and ``differs`` are notes and
    warnings with their places: choices for the editor to look at, and what an existing
    publication.yaml says otherwise than the document. ``mend`` is what must be put right before
    the issue can be built. ``stays`` are files of an earlier issue in the same folder.
    """

    folder: Path
    found: str
    done: tuple[Done, ...]
    unsure: tuple[Problem, ...]
    differs: tuple[Problem, ...]
    mend: tuple[Problem, ...] = ()
    written: tuple[Path, ...] = ()
    stays: tuple[Path, ...] = ()

    def lines(self) -> Iterator[str]:
        """Tell all of it."""
        yield self.found
        yield from _by_document(self.done)
        if self.unsure or self.differs:
            yield from ("", "Please look at this:")
            yield from map(str, (*self.differs, *self.unsure))
        if self.mend:
            yield from ("", "To be mended before it can be built:")
            yield from map(str, self.mend)
        yield from ("", "Written:")
        yield from (f"  {path}" for path in self.written)
        if self.stays:
            yield from ("", "These stay as they were; the issue does not name them now:")
            yield from (f"  {path}" for path in self.stays)


def make_report(
    folder: Path, understood: Understood, made: Composition, publication: yaml_tree.Mapping | None
) -> ImportReport:
    """Tell what was found in documents and what will be made of them."""
    pieces, joins = all_pieces(understood.parts), understood.joins
    told = (*understood.done, *_tell_pieces(pieces), *_tell_joins(joins, understood.cuts))
    return ImportReport(
        folder=folder,
        found=_tell_found(understood.parts, {**values_of(publication), **made.values}),
        done=_in_order(told, understood.paths),
        unsure=(
            *_doubts_of_language(understood, publication),
            *understood.unsure,
            *(_doubt_of_role(piece) for piece in all_pieces(understood.parts) if not piece.sure),
            *(_doubt_of_seam(join) for join in joins if not join.verdict.sure),
            *(_doubt_of_cut(mended) for mended in understood.cuts if not mended.cut.is_sure),
            *made.unsure,
        ),
        differs=made.settled.differs,
    )


def _by_document(done: Iterable[Done]) -> Iterator[str]:
    """List what was done, each document's under its name."""
    path = ""
    for each in done:
        if each.pos.path != path:
            path = each.pos.path
            yield from ("", f"{path}:")
        place = f"line {each.pos.line}: " if each.pos.line else ""
        yield f"  {place}{each.text}"


def _in_order(done: Iterable[Done], paths: tuple[str, ...]) -> tuple[Done, ...]:
    """Sort what was done by document and line."""
    return tuple(sorted(done, key=lambda each: (paths.index(each.pos.path), each.pos.line)))


def _tell_found(parts: Iterable[Part], values: Mapping[str, Value]) -> str:
    """Say what the issue is called, and how many of each part were found."""
    labels = {"title": "", "volume": "volume ", "number": "number ", "date": ""}
    name = ", ".join(f"{label}{values[key]}" for key, label in labels.items() if key in values)
    counts = Counter(part.kind for part in parts)
    found = ", ".join(
        f"{counts[kind]} {one if counts[kind] == 1 else many}"
        for kind, (one, many) in COUNTED.items()
        if counts[kind]
    )
    return f"{name or 'An issue without a name'}: {found or 'nothing to print'}."


def _tell_pieces(pieces: Iterable[Piece]) -> Iterator[Done]:
    """Say what the heads were taken for, and what was left out."""
    for piece in pieces:
        if piece.role in ROLE_NAMES:
            yield Done(text=f'{ROLE_NAMES[piece.role]} "{piece.text}"', pos=piece.block.pos)
        elif piece.role == "left out":
            yield Done(text=f'left out "{piece.text}": {piece.reason}', pos=piece.block.pos)


def _tell_joins(joins: Iterable[Join], cuts: Iterable[MendedCut]) -> Iterator[Done]:
    """Say which paragraphs were joined and which words made whole, by the words at the seam."""
    for join in joins:
        if join.verdict.join:
            yield Done(text=f"joined a paragraph: {seam_words(join)}", pos=join.after.pos)
    for mended in cuts:
        text = f'joined a word: "{mended.cut.start}" + "{mended.cut.rest}"'
        yield Done(text=f'{text} is now "{mended.cut.whole}"', pos=mended.line.pos)


def seam_words(join: Join) -> str:
    """The words on both sides of a seam: ``"… in preparation" + "for ICE raids, …"``."""
    before = plain(join.before.text).split()[-SEAM_WORDS:]
    after = plain(join.after.text).split()[:SEAM_WORDS]
    return f'"{" ".join(before)}" + "{" ".join(after)}"'


def _doubt_of_role(piece: Piece) -> Problem:
    what = "part of a paragraph" if piece.role == "text" else f"a {ROLE_NAMES[piece.role]}"
    message = f'"{piece.text}" was taken for {what}: {piece.reason}'
    return note("unsure-head", message, pos=piece.block.pos)


def _doubt_of_seam(join: Join) -> Problem:
    joined = join.verdict.join
    code = "unsure-join" if joined else "unsure-gap"
    done = "joined to one paragraph" if joined else "left as two paragraphs"
    message = f"{done}: {seam_words(join)}: {join.verdict.reason}"
    return note(code, message, pos=join.after.pos)


def _doubt_of_cut(mended: MendedCut) -> Problem:
    message = f'"{mended.cut.start}" + "{mended.cut.rest}" is now "{mended.cut.whole}"'
    hint = "Delete the hyphen in the article if it only ended a line."
    return note("unsure-hyphen", message, hint=hint, pos=mended.line.pos)


def _doubts_of_language(
    understood: Understood, publication: yaml_tree.Mapping | None
) -> Iterator[Problem]:
    """Say that a language was guessed or could not be, where no publication says it."""
    if publication and publication.entry("language"):
        return
    pos = SourcePos(path=understood.paths[0])
    language = understood.language
    if language is None:
        message = "the language could not be guessed"
        hint = "Write language: … into publication.yaml, such as en-US or fr."
        yield note("language", message, hint=hint, pos=pos)
        return
    region = REGIONS.get(language, f"{language}-BR")
    hint = f"Write it with its region in publication.yaml if that matters, such as {region}."
    yield note("language", f'the language was guessed to be "{language}"', hint=hint, pos=pos)
