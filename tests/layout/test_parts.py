"""Bodies in parts: no text is lost, and all that stands apart is mentioned, in its order."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.issue.matter import Place
from pamphleteer.issue.model import Aside, Block, Figure, PictureFile, Placement
from pamphleteer.layout.parts import Parted, Run, part_body, refuse_apart, stand_of
from pamphleteer.problems import IssueError, SourcePos

POS = SourcePos(path="a.md", line=3)
PARAGRAPH = Block(kind="paragraph", html="<p>a</p>", text="a", pos=POS)
CROSSHEAD = Block(kind="crosshead", html="<h2>a</h2>", text="a", pos=POS)

placements = st.builds(
    Placement,
    span=st.sampled_from([1, 1, 2, 3, "page", "bleed"]),
    place=st.sampled_from(["here", "here", "top", "foot", "column-top", "column-foot"]),
)


def figure(placement: Placement) -> Figure:
    picture = PictureFile(image=Path("a.png"), alt="a", pos=POS)
    return Figure(
        name="", pictures=(picture,), caption=None, credit=None, pos=POS, placement=placement
    )


def sidebar(placement: Placement, columns: int) -> Aside:
    return Aside(kind="sidebar", name="", body=(), pos=POS, placement=placement, columns=columns)


matter = st.one_of(
    st.just(PARAGRAPH),
    st.just(CROSSHEAD),
    st.builds(figure, placements),
    st.builds(sidebar, placements, st.integers(1, 2)),
)
bodies = st.lists(matter, max_size=12)
columns_of = st.integers(1, 4)


def indexes(parted: Parted) -> list[int]:
    return [index for part in parted.parts if isinstance(part, Run) for index in part.indexes]


@given(bodies, columns_of, st.booleans())
def test_all_stands_in_the_text_or_apart(
    body: list[Block | Figure | Aside], columns: int, across: bool
) -> None:
    parted = part_body(body, columns=columns, across=across)
    apart = [at for at, part in enumerate(body) if stand_of(part, columns)]
    assert [each.index for each in parted.apart] == apart
    assert indexes(parted) == [at for at in range(len(body)) if at not in apart]


@given(bodies, columns_of)
def test_each_is_mentioned_once_or_is_a_part(
    body: list[Block | Figure | Aside], columns: int
) -> None:
    parted = part_body(body, columns=columns)
    mentioned = [number for at in indexes(parted) for number in parted.mentions.get(at, ())]
    alone = [part for part in parted.parts if isinstance(part, int)]
    assert sorted((*mentioned, *alone)) == list(range(len(parted.apart)))
    assert mentioned == sorted(mentioned)


@given(bodies, columns_of)
def test_what_stands_next_to_it_mentions_it(
    body: list[Block | Figure | Aside], columns: int
) -> None:
    parted = part_body(body, columns=columns)
    text = indexes(parted)
    for at, numbers in parted.mentions.items():
        for number in numbers:
            index = parted.apart[number].index
            before = [each for each in text if each < index]
            assert at == (before[-1] if before else text[0])


@given(bodies, columns_of)
def test_nothing_is_wider_than_its_columns(
    body: list[Block | Figure | Aside], columns: int
) -> None:
    for each in part_body(body, columns=columns).apart:
        assert 1 <= each.stand.span <= columns


@given(bodies, columns_of, st.integers(1, 4))
def test_a_jump_comes_right_after_its_paragraph(
    body: list[Block | Figure | Aside], columns: int, after: int
) -> None:
    parted = part_body(body, columns=columns, jump_after=after)
    paragraphs = [at for at, part in enumerate(body) if part is PARAGRAPH]
    assert (parted.before_jump is None) == (len(paragraphs) < after)
    if parted.before_jump is not None:
        before = parted.parts[: parted.before_jump]
        last = [part.indexes[-1] for part in before if isinstance(part, Run)][-1]
        assert last == paragraphs[after - 1]


@given(bodies)
def test_runs_are_broken_by_a_jump_alone(body: list[Block | Figure | Aside]) -> None:
    """The text stays one flow where something stands across it."""
    runs = [part for part in part_body(body, columns=2).parts if isinstance(part, Run)]
    assert len(runs) == 1 or not body or not runs
    for one, other in pairwise(runs):
        assert one.indexes[-1] < other.indexes[0]


@given(placements)
def test_nothing_stands_apart_in_a_box(placement: Placement) -> None:
    body: list[Block | Figure | Aside] = [PARAGRAPH, figure(placement)]
    if placement == Placement():
        refuse_apart(body)
        return
    with pytest.raises(IssueError) as failure:
        refuse_apart(body)
    assert [problem.code for problem in failure.value.problems] == ["misplaced-block"]


@pytest.mark.parametrize("place", ["here", "top", "foot"])
def test_nothing_bleeds_where_its_article_stands_beside_another(place: Place) -> None:
    bleeding = figure(Placement(span="bleed", place=place))
    alone, beside = stand_of(bleeding, 2), stand_of(bleeding, 1, across=False)
    assert alone is not None
    assert beside is not None
    assert (alone.bleed, alone.span) == (True, 2)
    assert (beside.bleed, beside.span) == (False, 1)
