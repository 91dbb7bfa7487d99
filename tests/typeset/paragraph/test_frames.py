"""A paragraph that frames divide: its lines are those it would have had, whatever was tried."""

import random
from collections.abc import Iterator, Sequence

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from weasyprint.formatting_structure import boxes

from pamphleteer.typeset.frame import Frame
from pamphleteer.typeset.thread import Thread
from pamphleteer.units import Pt
from tests.typeset.paragraph.printing import LEADING, make_thread, make_typesetter
from tests.typeset.paragraph.prose import TEXT, Phrase, html, prose
from tests.typeset.reading_back import signature

EXAMPLES = settings(max_examples=10, phases=(Phase.explicit, Phase.reuse, Phase.generate))
SETTER = make_typesetter(
    ".indented { text-indent: 1em } .opens { display: flow-root; orphans: 3 } "
    ".drop-cap { float: left; width: 24pt; height: 35pt }"
)
ROWS = st.lists(st.integers(1, 7), min_size=1, max_size=12)


def lines_of(frames: Sequence[Frame]) -> list[str]:
    """The text of each line of some frames, with the place of its last letter."""
    return [f"{text} {right:.3f}" for frame in frames for text, right in _lines(frame)]


def _lines(frame: Frame) -> Iterator[tuple[str, float]]:
    root = frame.content[0][0]
    for line in root.descendants():
        if isinstance(line, boxes.LineBox):
            flow = (child for child in line.children if not child.is_floated())
            texts = [box for child in flow for box in child.descendants()]
            yield (
                "".join(box.text for box in texts if isinstance(box, boxes.TextBox)),
                line.position_x + line.width,
            )


def pour_rows(thread: Thread, measure: float, rows: Sequence[int]) -> list[Frame]:
    """Pour a thread to its end into frames of so many lines, the last number for all others."""
    frames: list[Frame] = []
    while not thread.done:
        height = rows[min(len(frames), len(rows) - 1)] * LEADING
        frames.append(thread.pour(Pt(measure), Pt(height)))
    return frames


BEGINNINGS = {
    "plain": "<p>{}</p>",
    "indented": '<p class="indented">{}</p>',
    "drop cap": '<p class="opens"><span class="drop-cap"></span>{}</p>',
}


@EXAMPLES
@given(phrases=prose(least=30, most=50), beginning=st.sampled_from([*BEGINNINGS]), rows=ROWS)
def test_frames_of_one_measure_make_no_difference(
    phrases: tuple[Phrase, ...], beginning: str, rows: list[int]
) -> None:
    matter = BEGINNINGS[beginning].format(html(phrases).replace('class="note"', ""))
    rows = [max(rows[0], 3), *rows]  # as deep as a drop cap
    whole = pour_rows(make_thread(SETTER, matter), 120, [1000])
    parts = pour_rows(make_thread(SETTER, matter), 120, rows)
    assert lines_of(parts) == lines_of(whole)


WORDS = [word for word in TEXT.split() if "-" not in word][30:]


@EXAMPLES
@given(words=st.permutations(WORDS), rows=st.integers(1, 9), indent=st.booleans())
def test_a_frame_of_another_measure_is_planned_anew(
    words: list[str], rows: int, indent: bool
) -> None:
    """What is left is set as a paragraph of its own; further frames go on with that."""
    css = 'style="hyphens: manual"'
    matter = f"<p {css} class={'indented' if indent else 'plain'}>{' '.join(words)}</p>"
    thread = make_thread(SETTER, matter)
    first = thread.pour(Pt(120), Pt(rows * LEADING))
    left = words[len(" ".join(text for text, _ in _lines(first)).split()) :]
    others = pour_rows(thread, 150, [3, 5, 2])
    alone = make_thread(SETTER, f"<p {css}>{' '.join(left)}</p>")
    assert lines_of(others) == lines_of(pour_rows(alone, 150, [1000]))


SIZES = st.tuples(st.sampled_from((90.0, 95.0, 100.0)), st.integers(2, 9))


@EXAMPLES
@given(
    words=st.permutations(WORDS),
    accepted=st.lists(SIZES, min_size=2, max_size=3),
    trials=st.lists(SIZES, min_size=2, max_size=2),
)
def test_trials_leave_no_trace(
    words: list[str], accepted: list[tuple[float, int]], trials: list[tuple[float, int]]
) -> None:
    """Whatever was poured and taken back, the frames are those of a fresh thread."""
    matter = f'<p class="indented">{" ".join(words)}</p>'
    tried, fresh = make_thread(SETTER, matter), make_thread(SETTER, matter)
    for measure, rows in accepted:
        mark = tried.mark()
        for other, amount in trials:
            if not tried.done:
                tried.pour(Pt(other), Pt(amount * LEADING))
        tried.back_to(mark)
        if not tried.done:
            poured = [thread.pour(Pt(measure), Pt(rows * LEADING)) for thread in (tried, fresh)]
            assert signature(poured[0]) == signature(poured[1])


def test_a_plan_that_begins_amid_the_text_is_kept_from_frame_to_frame() -> None:
    """Planned again from a later frame, this text would have other lines.

    Nothing is known there of the hyphens before, and of how loose the last line was.
    """
    chance = random.Random(94)
    words = [chance.choice([word for word in WORDS if len(word) > 5]) for _ in range(30)]
    found = []
    for rows in ([1000], [2], [3, 1, 2]):
        thread = make_thread(SETTER, f"<p>{' '.join(words)}</p>")
        thread.pour(Pt(101), Pt(2 * LEADING))
        found.append(lines_of(pour_rows(thread, 90, rows)))
    assert found[1] == found[0]
    assert found[2] == found[0]
