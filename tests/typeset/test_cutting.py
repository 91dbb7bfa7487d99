"""A column that is cut out of a proof is the column that would be poured, ink and all."""

import random
from typing import Any

import pytest
from weasyprint.formatting_structure import boxes

from pamphleteer.typeset.cutting import can_be_cut
from pamphleteer.typeset.frame import Frame
from pamphleteer.typeset.thread import Thread
from pamphleteer.units import Pt
from tests.typeset.composing import make_thread
from tests.typeset.fuzz import make_thread as make_random_thread
from tests.typeset.random_documents import write_document

ENDLESS = Pt(1_000_000)
MEASURE = Pt(120)
INK = (boxes.LineBox, boxes.TextBox, boxes.ReplacedBox)
RULES = """
html { hyphens: auto }
p { orphans: 2; widows: 2; text-indent: 1em; text-align: justify }
h2 { break-after: avoid; margin: 12pt 0 0 }
.smallcaps { font-variant-caps: all-small-caps; letter-spacing: .03em }
code { font-family: 'Linux Libertine Mono O'; line-height: 0 }
sup { font-size: 6pt; line-height: 0 }
"""
WORDS = "paper street meeting rent boiler landlord neighbor printer evening staple window "


def ink(frame: Frame) -> list[tuple[Any, ...]]:
    """What prints, and where, to a millionth of a pixel."""
    return [
        (
            type(box).__name__,
            *(round(value, 6) for value in (box.position_x, box.position_y, box.width, box.height)),
            getattr(box, "justification_spacing", None),
            getattr(box, "text", None),
        )
        for root in frame.content[0]
        for box in root.descendants()
        if isinstance(box, INK)
    ]


def facts(frame: Frame) -> list[tuple[float, ...]]:
    return [(round(line.top, 5), round(line.bottom, 5)) for line in frame.lines]


def compare(thread: Thread, seed: int) -> int:
    """Pour a thread into columns of random depth, and cut each; says how many there were."""
    chance = random.Random(seed)
    begin = thread.mark()
    proof = thread.pour(MEASURE, ENDLESS)
    thread.back_to(begin)
    start = count = 0
    while can_be_cut(proof) and not thread.done:
        height = Pt(chance.randint(4, 30) * 12)
        poured = thread.pour(MEASURE, height)
        end = start + len(poured.lines)
        cut = thread.cut(proof, start, end, height)
        if poured.overset is None:
            assert cut is not None
            assert ink(cut) == ink(poured)
            assert facts(cut) == facts(poured)
            assert cut.depth == pytest.approx(poured.depth)
            assert cut.finished == poured.finished
        start, count = end, count + 1
    return count


def test_random_documents() -> None:
    counts = [compare(make_random_thread(write_document(seed)), seed) for seed in range(30)]
    assert sum(count > 0 for count in counts) >= 2


def article(seed: int) -> str:
    """Paragraphs, crossheads, lists and quotes, none of which has edges."""
    chance = random.Random(seed)
    parts = []
    for _ in range(12):
        text = WORDS * chance.randint(1, 4) + str(chance.random())
        kind = chance.choice(["p", "p", "p", "h2", "li", "quote", "whole"])
        match kind:
            case "li":
                parts.append(f"<ul><li>{text}</li><li>{text}</li></ul>")
            case "quote":
                parts.append(f'<blockquote style="margin: 12pt 10pt"><p>{text}</p></blockquote>')
            case "whole":
                style = "break-inside: avoid; padding: 3pt 0; border-top: 1pt solid"
                parts.append(f'<div style="{style}"><p>{WORDS}</p></div>')
            case "h2":
                parts.append(f"<h2>{WORDS[:20]}</h2><p>{text}</p>")
            case _:
                parts.append(f"<p>{text} {marked_up(chance)} {text} {marked_up(chance)}</p>")
    return "".join(parts)


def marked_up(chance: random.Random) -> str:
    """Some words in other type."""
    forms = (
        f"<em>{WORDS}</em>",
        f'<strong>{WORDS}</strong> <a href="https://example.org/">{WORDS[:30]}</a>',
        f'<span class="smallcaps">{WORDS}</span>',
        f"<code>{WORDS[:40]}</code> “quoted,”",
        "raised<sup>2</sup> — news\u00adletter, well-known",
        '<span lang="de">Arbeiterklasse</span>',
    )
    return chance.choice(forms)


@pytest.mark.parametrize("seed", range(12))
def test_articles_are_cut_as_they_are_poured(seed: int) -> None:
    assert compare(make_thread(article(seed), RULES), seed) > 0


@pytest.mark.parametrize(
    "matter",
    [
        "<table><tr><td>one</td></tr></table>",
        '<p>one<span class="note">two</span></p>',
        '<div style="border: 1pt solid"><p>one</p></div>',
    ],
)
def test_what_a_cut_would_change_is_poured(matter: str) -> None:
    thread = make_thread(matter)
    proof = thread.pour(MEASURE, ENDLESS)
    assert thread.cut(proof, 0, len(proof.lines), ENDLESS) is None


def test_a_proof_can_be_cut_twice() -> None:
    thread = make_thread(article(1), RULES)
    proof = thread.pour(MEASURE, ENDLESS)
    first, again = (thread.cut(proof, 3, 20, Pt(400)) for _ in range(2))
    assert first is not None
    assert again is not None
    assert ink(first) == ink(again)


def test_markers_are_cut_with_their_items_every_time() -> None:
    """A marker stands apart from the flow: its letters must be moved with it, each time anew."""
    matter = "<p>one</p><ul>" + "<li>two</li>" * 3 + "</ul>"
    thread = make_thread(matter, "ul { list-style: '•' outside }")
    begin = thread.mark()
    proof = thread.pour(MEASURE, ENDLESS)
    thread.back_to(begin)
    thread.pour(MEASURE, Pt(24))
    poured = thread.pour(MEASURE, Pt(24))
    for _ in range(2):
        cut = thread.cut(proof, 2, 4, Pt(24))
        assert cut is not None
        assert len(markers(cut)) == 2
        assert markers(cut) == markers(poured)


def markers(frame: Frame) -> list[tuple[float, float]]:
    """Where the letters of markers stand."""
    items = (box for root in frame.content[0] for box in root.descendants())
    outside = [box for box in items if box.is_outside_marker]
    texts = (text for box in outside for text in box.descendants())
    return [
        (round(text.position_x, 6), round(text.position_y, 6))
        for text in texts
        if isinstance(text, boxes.TextBox)
    ]
