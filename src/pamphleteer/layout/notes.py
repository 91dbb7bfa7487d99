"""Notes: at the foot of the column that calls them, or together at their article's end.

At the foot is where readers look first. But a long note leaves no room for the text that calls it,
and a text in a box has no column of its own. Then all notes of the article stand at its end, so
that nobody has to look in two places.
"""

from collections.abc import Sequence
from dataclasses import replace

from pamphleteer.issue.model import Aside, Block, Figure, Note
from pamphleteer.layout.desk import Desk
from pamphleteer.layout.galley import Passage
from pamphleteer.problems import IssueError, Problem, error
from pamphleteer.units import Pt

Part = Block | Figure | Aside

NOTE_SHARE = 1 / 3
"""The part of a column that one note may take at its foot."""

BLOCK_SHARE = 2 / 3
"""The part of a column that all notes together may take which one block calls."""


def stand_at_foot(desk: Desk, body: Sequence[Part], measure: Pt) -> bool:
    """Whether a body's notes have room at the feet of its columns.

    Raises:
        IssueError: ``note-too-long``, for each note that is deeper than a page.
    """
    column = desk.grid.lines * desk.grid.leading
    called = [block.notes for block in body if isinstance(block, Block) and block.notes]
    depths = [[_depth(desk, note, measure) for note in notes] for notes in called]
    problems = [
        _too_long(note)
        for notes, deep in zip(called, depths, strict=True)
        for note, depth in zip(notes, deep, strict=True)
        if depth > column
    ]
    if problems:
        raise IssueError(problems)
    return all(
        max(deep) <= column * NOTE_SHARE and sum(deep) <= column * BLOCK_SHARE for deep in depths
    )


def _depth(desk: Desk, note: Note, measure: Pt) -> float:
    """How deep a note is at a measure, about: its words are added up, not set."""
    sizes = desk.layout.sizes
    width = desk.text_width(note.text.text, sizes.note)
    return (1 + width // measure) * sizes.note_leading


def _too_long(note: Note) -> Problem:
    return error(
        "note-too-long",
        f"note {note.number} is longer than a page",
        hint="Shorten it, or make it a part of the text.",
        pos=note.text.pos,
    )


def notes_at_end(body: Sequence[Part], name: str) -> tuple[Part, ...]:
    """A body with all of its notes behind its text; ``name`` is its article's."""
    notes = [note for part in body if isinstance(part, Block) for note in part.notes]
    text = (_with_links(part, name) if isinstance(part, Block) else part for part in body)
    return (*text, *(_endnote(note, name) for note in notes))


def _with_links(block: Block, name: str) -> Block:
    """A block with a link to each note in place of the note."""
    html = block.html
    for note in block.notes:
        begin = html.index(f'<span class="note" data-number="{note.number}"')
        end = html.index(">", begin) + 1 + len(note.text.html) + len("</span>")
        call = f'<a class="call" href="#{name}-note-{note.number}">{note.number}</a>'
        html = f"{html[:begin]}{call}{html[end:]}"
    return replace(block, html=html, notes=())


def _endnote(note: Note, name: str) -> Block:
    line = note.text.pos.line
    html = (
        f'<p class="endnote" id="{name}-note-{note.number}" data-line="{line}">'
        f"{note.number}\u2002{note.text.html}</p>"
    )
    return Block(
        kind="paragraph", html=html, text=f"{note.number} {note.text.text}", pos=note.text.pos
    )


def note_passages(notes: Sequence[Note]) -> tuple[Passage, ...]:
    """The words of notes, each with its number before it."""
    return tuple(
        Passage(text=f"{note.number} {note.text.text}", pos=note.text.pos) for note in notes
    )
