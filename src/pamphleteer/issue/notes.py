"""Brings notes to their calls: finds both, counts them, and refuses what does not fit together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from pamphleteer.issue.containers import Block, Container, Part, blocks_of, with_blocks
from pamphleteer.issue.inline import check_inline, refuse_call, to_rich
from pamphleteer.issue.model import Note
from pamphleteer.issue.note_marks import CALL, DEFINITION
from pamphleteer.issue.scope import Scope
from pamphleteer.issue.tokens import first_line, inline_lines, written_note
from pamphleteer.problems import SourcePos, nearest

WITHOUT_NOTES = {
    "pull-quote": "a pull quote",
    "sidebar": "a sidebar",
    "notice": "a notice",
    "figures": "a group of figures",
}

PLACES = {"heading_open": "a heading", "thead_open": "the head of a table"}

ENDS = ("heading_close", "thead_close")

FORM_HINT = "A note is one paragraph: [^1]: text, on a line of its own."

Definitions = Mapping[str, Token]
"""The paragraphs of notes, by their marks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A place in the text where a note is called; ``where`` is what may not call one, if it does.

    ``label`` is the note's mark; empty for a note that stands where it is called.
    """

    token: Token
    label: str
    pos: SourcePos
    where: str


def take_definitions(
    parts: Sequence[Part], scope: Scope
) -> tuple[tuple[Part, ...], dict[str, Token]]:
    """Take the notes out of the text in which they are written.

    Returns:
        The parts without them, and the notes' paragraphs by their marks.
    """
    definitions: dict[str, Token] = {}
    kept: list[Part] = []
    for part in parts:
        blocks = blocks_of(part)
        for block in blocks:
            _take_definition(block, definitions, scope)
        rest = [block for block in blocks if block[0].type != DEFINITION]
        kept += with_blocks(part, rest)
    return tuple(kept), definitions


def _take_definition(block: Block, definitions: dict[str, Token], scope: Scope) -> None:
    for index, token in enumerate(block):
        if token.type != DEFINITION:
            continue
        label, pos = token.meta["label"], scope.at(first_line(token))
        if index:
            hint = "Write the note on a line of its own, outside of lists, quotations and notes."
            scope.refuse("misplaced-note", f"the note [^{label}] stands in a list", hint, pos)
        elif [each.type for each in block[1:-1]] != ["paragraph_open", "inline", "paragraph_close"]:
            what = "is more than a paragraph" if block[1:-1] else "is empty"
            scope.refuse("bad-note", f"the note [^{label}] {what}", FORM_HINT, pos)
            definitions.setdefault(label, Token("inline", "", 0, map=token.map))
        elif label in definitions:
            line = first_line(definitions[label])
            message = f"there is a note [^{label}] on line {line} already"
            scope.refuse("duplicate-note", message, "Give each note a mark of its own.", pos)
        else:
            definitions[label] = block[2]
            check_inline(block[2], scope)


def number_notes(parts: Sequence[Part], definitions: Definitions, scope: Scope) -> None:
    """Number the notes in the order in which they are called, and leave each at its call.

    The token of a call gets ``meta["note"]``.
    """
    called: dict[str, SourcePos] = {}
    number = 0
    calls = [call for part in parts for call in _calls(part, scope)]
    written = (written_note(call.token) for call in calls if not call.where)
    notes = [inline for inline in (*definitions.values(), *written) if inline]
    nested = {label for inline in notes for label in _refuse_nested(inline, scope)}
    for call in calls:
        note = _note_of(call, definitions, called, scope)
        if note:
            number += 1
            text = to_rich(note, scope.at(first_line(note)))
            call.token.meta["note"] = Note(number=number, text=text)
    for label, inline in definitions.items():
        if label not in called and label not in nested:
            message = f"the note [^{label}] is called nowhere"
            hint = f"Write [^{label}] in the text, behind the word that it belongs to."
            scope.refuse("unused-note", message, hint, scope.at(first_line(inline)))


def notes_in(tokens: Sequence[Token]) -> tuple[Note, ...]:
    """Give the notes that a block calls."""
    return tuple(
        child.meta["note"]
        for token in tokens
        for child in token.children or ()
        if "note" in child.meta
    )


def _note_of(
    call: Call, definitions: Definitions, called: dict[str, SourcePos], scope: Scope
) -> Token | None:
    """Find the paragraph of the note that is called; None if that is a fault."""
    label, first = call.label, called.setdefault(call.label, call.pos)
    if call.where:
        refuse_call(call.where, scope, call.pos)
        return None
    if not label:
        return _written_note(call, scope)
    if label not in definitions:
        hint = nearest(label, definitions) or f"Write it on a line of its own: [^{label}]: text."
        scope.refuse("unknown-note", f"there is no note [^{label}]", hint, call.pos)
        return None
    if first is not call.pos:
        message = f"the note [^{label}] is called again; line {first.line} has called it already"
        hint = "Write a note for each call; a second one may say: See note 1."
        scope.refuse("repeated-note", message, hint, call.pos)
        return None
    return definitions[label]


def _written_note(call: Call, scope: Scope) -> Token | None:
    inline = written_note(call.token)
    if inline is None or not inline.content.strip():
        scope.refuse("bad-note", "the note is empty", "Write ^[its text].", call.pos)
        return None
    return inline


def _refuse_nested(inline: Token, scope: Scope) -> list[str]:
    """Refuse calls in a note's text; gives their marks."""
    calls = [(token, line) for token, line in inline_lines(inline) if token.type == CALL]
    for _, line in calls:
        hint = "Put it into the note's own text."
        scope.refuse("nested-note", "a note is called in a note", hint, scope.at(line))
    return [token.meta.get("label", "") for token, _ in calls]


def _calls(part: Part, scope: Scope) -> Iterator[Call]:
    aside = WITHOUT_NOTES.get(part.name, "") if isinstance(part, Container) else ""
    for block in blocks_of(part):
        where = ""
        for token in block:
            where = "" if token.type in ENDS else PLACES.get(token.type, where)
            if token.type == "inline":
                yield from _calls_in(token, aside or where, scope)


def _calls_in(inline: Token, where: str, scope: Scope) -> Iterator[Call]:
    links = 0
    for token, line in inline_lines(inline):
        links += (token.type == "link_open") - (token.type == "link_close")
        if token.type == CALL:
            yield _call(token, scope.at(line), where or ("a link" if links else ""))
        for child in token.children or ():  # an image's description
            if child.type == CALL:
                yield _call(child, scope.at(line), "a picture's description")


def _call(token: Token, pos: SourcePos, where: str) -> Call:
    return Call(token=token, label=token.meta.get("label", ""), pos=pos, where=where)
