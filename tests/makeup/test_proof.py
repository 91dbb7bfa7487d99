"""Galley proofs: how deep a column is, and where it may end."""

from pamphleteer.makeup.proof import Proof, read_proof
from pamphleteer.typeset.frame import Line
from pamphleteer.units import Pt
from tests.makeup.lines import LEADING


def proof(*, head: float = 0, tail: float = 0) -> Proof:
    """Four lines, of which the third stands in a box with edges above and below it."""
    line = Line(top=Pt(0), bottom=Pt(12), baseline=Pt(9), block=0)
    tops = (0, 12, 24 + head, 36 + head + tail)
    lines = [line._replace(top=Pt(top), bottom=Pt(top + 12), block=top) for top in map(int, tops)]
    lines[2] = lines[2]._replace(head=Pt(head), tail=Pt(tail))
    return read_proof(lines, LEADING)


def test_edges_count_where_a_column_begins_or_ends_with_them() -> None:
    made = proof(head=5, tail=7)
    assert (made.depth(2, 3), made.depth(2, 4)) == (24, 36)
    assert (made.depth(1, 3), made.depth(1, 4)) == (36, 48)
    assert (made.depth(0, 2), made.depth(3, 4)) == (24, 12)


def test_a_column_ends_before_what_has_no_room_for_the_edge_below_it() -> None:
    assert proof(tail=7).fill(0, 3) == 2
    assert proof(tail=0).fill(0, 3) == 3
