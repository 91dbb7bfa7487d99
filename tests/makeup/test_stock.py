"""Stock: what is poured once, and as numbers."""

from pamphleteer.makeup.model import Float, Jump, Story
from pamphleteer.makeup.stock import take_stock
from tests.makeup.copies import LINES
from tests.makeup.issues import make_grid, make_spacing
from tests.makeup.lines import LineThread, Strip, plain


def test_parts_before_a_jump_are_counted_as_they_were_written() -> None:
    """The first part stops for what stands across, and so is three."""
    text = [Strip(block=0), Strip(block=1, mentions=(0,)), Strip(block=2)]
    story = Story(
        heads={2: LineThread(plain(1))},
        parts=(LineThread(text), LineThread(plain(9))),
        running_head="a",
        floats=(Float(name="a", thread=LineThread(plain(2)), span=2, across=True),),
        jump=Jump(page=2, turn=LineThread(plain(1)), head=LineThread(plain(1)), parts=1),
    )
    begun, rest = take_stock([story], make_grid(lines=LINES), make_spacing())
    assert [getattr(part, "end", part) for part in getattr(begun.copy, "parts", ())] == [2, 0, 3]
    assert [getattr(part, "end", part) for part in getattr(rest.copy, "parts", ())] == [9]
