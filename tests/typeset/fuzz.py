"""The kernel's fuzz: random documents poured into random frames, taken back and poured again.

``python -m tests.typeset.fuzz 400 --seed 1`` pours 400 documents and tells what broke a law.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from pamphleteer.problems import IssueError
from pamphleteer.typeset.frame import Frame
from pamphleteer.typeset.thread import Thread
from pamphleteer.typeset.typesetter import Typesetter
from pamphleteer.units import Pt
from tests.typeset.random_documents import ASSETS, RandomDocument, write_document
from tests.typeset.random_styles import LINE
from tests.typeset.reading_back import Reader, first_difference, run_together, signature

WIDTHS = (82.5, 120.0, 154.5, 240.0, 323.25)
Size = tuple[Pt, Pt]


@dataclass(slots=True)
class Outcome:
    """What one document showed: the laws it broke, and how much was poured."""

    seed: int
    faults: list[str] = field(default_factory=list)
    frames: int = 0
    pours: int = 0
    overset: int = 0


def fuzz_document(seed: int) -> Outcome:
    """Pour the document of a seed and hold it against every law."""
    document = write_document(seed)
    outcome = Outcome(seed)
    thread = make_thread(document)
    try:
        frames, sizes = pour_out(thread, random.Random(seed * 7 + 1), bound=3 * document.size + 30)
    except IssueError as stall:
        outcome.faults.append(f"stalled: {stall}")
        return outcome
    outcome.frames, outcome.pours = len(frames), thread.pours
    outcome.overset = sum(frame.overset is not None for frame in frames)
    signatures = [signature(frame) for frame in frames]
    outcome.faults += missing_words(document, frames)
    outcome.faults += differing_frames(make_thread(document), sizes, signatures)
    if signatures != [signature(frame) for frame in frames]:
        outcome.faults.append("a frame changed while another thread was poured")
    return outcome


def make_thread(document: RandomDocument) -> Thread:
    """A new thread of a document."""
    typesetter = Typesetter(stylesheet=document.css, assets=ASSETS)
    return typesetter.thread(document.html, language="en", path=f"seed-{document.seed}.md")


def pour_out(thread: Thread, rng: random.Random, *, bound: int) -> tuple[list[Frame], list[Size]]:
    """Pour a thread to its end, trying other frames now and then and taking them back.

    Raises:
        AssertionError: an accepted frame changed later, or more frames than ``bound`` were needed.
    """
    next_size = random_sizes(rng)
    frames: list[Frame] = []
    sizes: list[Size] = []
    signatures = []
    while not thread.done:
        assert len(frames) < bound, f"{bound} frames were not enough"
        if rng.random() < 0.35:
            try_and_take_back(thread, rng, next_size)
        sizes.append(next_size())
        frames.append(thread.pour(*sizes[-1]))
        signatures.append(signature(frames[-1]))
    assert signatures == [signature(frame) for frame in frames], "an accepted frame changed"
    return frames, sizes


def try_and_take_back(thread: Thread, rng: random.Random, next_size: Callable[[], Size]) -> None:
    """Pour one to three frames and take them back; a stall among them is taken back too."""
    mark = thread.mark()
    for _ in range(rng.randint(1, 3)):
        if not thread.done:
            thread.pour(*next_size())
    thread.back_to(mark)


def random_sizes(rng: random.Random) -> Callable[[], Size]:
    """A source of frame sizes: tall, short or mixed, of one width or of many."""
    heights = rng.choice((range(20, 46), range(1, 4), (1, 2, 3, 5, 8, 13, 21, 34, 43)))
    widths = WIDTHS if rng.random() < 0.67 else (rng.choice(WIDTHS),)
    return lambda: (Pt(rng.choice(widths)), Pt(rng.choice(heights) * LINE))


def missing_words(document: RandomDocument, frames: list[Frame]) -> list[str]:
    """Compare the words of the source with those of the frames: none lost, doubled or moved."""
    found = Reader()
    for frame in frames:
        found.read(frame)
    faults = []
    for kind, words, texts in (
        ("main flow", document.main, found.main),
        ("notes", document.notes, found.notes),
    ):
        expected, read = run_together(words), run_together(texts)
        if expected != read:
            faults.append(f"{kind} differs {first_difference(expected, read)}")
    heads, found_heads = set(document.heads), set(found.heads)
    if found_heads - heads or (heads - found_heads and not any(f.overset for f in frames)):
        faults.append(f"heads of tables: {document.heads} became {sorted(found_heads)}")
    if document.items != found.markers:
        faults.append(f"{document.items} list items have {found.markers} markers")
    return faults


def differing_frames(thread: Thread, sizes: list[Size], signatures: Sequence[object]) -> list[str]:
    """Pour a fresh thread into the same frames; each must come out the same to the last digit."""
    for index, (size, expected) in enumerate(zip(sizes, signatures, strict=True)):
        if thread.done:
            return [f"a fresh thread is done before frame {index}"]
        if signature(thread.pour(*size)) != expected:
            return [f"frame {index} of a fresh thread differs"]
    return [] if thread.done else ["a fresh thread is not done"]


def main(arguments: list[str]) -> int:
    """Fuzz many documents; the exit code is 1 if a law was broken."""
    parser = argparse.ArgumentParser(description="Pour random documents into random frames.")
    parser.add_argument("documents", type=int)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    started, outcomes = time.perf_counter(), []
    for seed in range(options.seed, options.seed + options.documents):
        try:
            outcome = fuzz_document(seed)
        except Exception as fault:  # every fault is told, and the others still tried
            outcome = Outcome(seed, faults=[f"{type(fault).__name__}: {fault}"])
        outcomes.append(outcome)
        for told in outcome.faults:
            print(f"seed {outcome.seed}: {told}", flush=True)
    failed = sum(bool(outcome.faults) for outcome in outcomes)
    frames = sum(outcome.frames for outcome in outcomes)
    pours = sum(outcome.pours for outcome in outcomes)
    overset = sum(outcome.overset for outcome in outcomes)
    seconds = time.perf_counter() - started
    print(
        f"{len(outcomes)} documents, {frames} frames ({overset} overset), {pours} pours: "
        f"{failed} documents broke a law; {seconds:.0f} s"
    )
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
