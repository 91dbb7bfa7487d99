"""What a proof foresees of a column is what pouring it gives: with notes, tables, crossheads."""

import random

import pytest

from pamphleteer.makeup.block import take_proof
from pamphleteer.typeset.thread import Thread
from pamphleteer.units import Pt
from tests.build.publications import SOME_WORDS
from tests.typeset.composing import make_thread

LEADING = Pt(12)
MEASURE = Pt(120)
WORDS = SOME_WORDS.split()

CSS = """
@page { @footnote { margin-top: 4pt; border-top: .5pt solid; padding-top: 2pt } }
.note { font-size: 7pt; line-height: 9pt; footnote-policy: line }
.note::footnote-call { line-height: 0 }
p { orphans: 2; widows: 2; text-indent: 1em }
h2 { font: inherit; margin-top: 12pt; break-after: avoid; break-inside: avoid }
table { border-spacing: 0; margin: 12pt 0 } thead { break-after: avoid } td, th { padding: 0 }
.stanza { break-inside: avoid; margin-top: 12pt; orphans: 1; widows: 1 }
"""


def words(chance: random.Random, count: int) -> str:
    return " ".join(chance.choices(WORDS, k=count))


def matter(chance: random.Random) -> str:
    """Paragraphs with notes, crossheads, tables with heads, and stanzas that stay whole."""
    return "".join(block(chance) for _ in range(12))


def block(chance: random.Random) -> str:
    match chance.choice(["p", "p", "p", "note", "note", "h2", "table", "stanza"]):
        case "h2":
            return f"<h2>{words(chance, 4)}</h2>"
        case "table":
            rows = "".join(f"<tr><td>{word}</td></tr>" for word in chance.choices(WORDS, k=9))
            return f"<table><thead><tr><th>head</th></tr></thead><tbody>{rows}</tbody></table>"
        case "stanza":
            return f'<p class="stanza">{"<br>".join(chance.choices(WORDS, k=4))}</p>'
        case "note":
            note = f'<span class="note">{words(chance, chance.choice([3, 12, 30]))}</span>'
            return f"<p>{words(chance, 9)}{note} {words(chance, chance.choice([1, 20]))}</p>"
        case _:
            return f"<p>{words(chance, chance.choice([5, 15, 50]))}</p>"


@pytest.mark.parametrize("seed", range(24))
def test_columns_end_where_they_were_foreseen(seed: int) -> None:
    """But where WeasyPrint lets a note wait, or breaks a rule: then the exact depth mends it."""
    chance = random.Random(seed)
    thread: Thread = make_thread(matter(chance), CSS)
    proof = take_proof(thread, MEASURE, LEADING).proof
    start = 0
    while not thread.done:
        rows = chance.randint(16, 40)
        end = proof.fill(start, rows)
        begin = thread.mark()
        frame = thread.pour(MEASURE, Pt(rows * LEADING))
        poured = start + len(frame.lines)
        if poured != end or frame.late:
            assert frame.late or not proof.may_break(start, poured)
            thread.back_to(begin)
            frame = thread.pour(MEASURE, Pt(proof.depth(start, end)))
        assert start + len(frame.lines) == end
        assert not frame.late
        start = end
