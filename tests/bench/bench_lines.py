"""How well justified lines are set, beside bare WeasyPrint and Typst, on the same text.

Usage: python -m tests.bench.bench_lines [ISSUE_DIR] [MEASURE …]

The running text of an issue (the sample's if none is given): its paragraphs of more than 200
characters, in one justified column of 156 and of 112 points. Each is set by all three in processes
of their own, one after another, by `typesetters.py`, which says how. Typst is the compiler of the
package `typst`, which the benchmark needs: ``pip install typst``. The lines are read from the PDFs:
a gap is a line's mean word space, in units of the face's own space; the part of full lines that
have gaps of more than twice that, the mean, the widest; hyphens at lines' ends, and rows of three
and more. What it cost is CPU seconds of setting and writing, without imports, once.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from fontTools.ttLib import TTFont

from pamphleteer.issue import read_issue
from pamphleteer.issue.model import ArticleItem, Block
from pamphleteer.resources import resource_folder
from pamphleteer.typeset.fontconfig import see_only_fonts_in
from tests.bench.line_gaps import Measured, measure_lines
from tests.bench.typesetters import MARGIN, SETTERS, SIZE

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parents[1] / "issues/spring-2026"
LONG = 200
MEASURES = (156.0, 112.0)
GOALS = {156.0: {"wide": 0.015, "mean": 1.22, "widest": 2.6, "hyphens": 95, "ladders": 0},
         112.0: {"wide": 0.16}}  # fmt: skip


def running_text(folder: Path) -> list[str]:
    """The long paragraphs of an issue's articles, without those that have web addresses."""
    return list(_paragraphs(folder))


def _paragraphs(folder: Path) -> Iterator[str]:
    for item in read_issue(folder).items:
        for block in item.article.body if isinstance(item, ArticleItem) else ():
            if isinstance(block, Block) and block.kind == "paragraph":
                text = " ".join(block.text.split())
                if len(text) > LONG and "http" not in text:
                    yield text


def face_space() -> float:
    """The width of the face's own space, in points."""
    with TTFont(resource_folder("fonts") / "linux-libertine/LinLibertine_R.otf") as font:
        return float(font["hmtx"]["space"][0] / font["head"].unitsPerEm * SIZE)


def set_and_measure(setter: str, text: Path, measure: float, out: Path) -> tuple[Measured, float]:
    """Let one of the setters set the text in a process of its own, and measure its lines."""
    words = (sys.executable, HERE / "typesetters.py", setter, text, measure, out)
    command = [str(word) for word in words]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return measure_lines(out, right=MARGIN + measure, space=face_space()), float(run.stdout)


def compare(folder: Path, measures: Sequence[float]) -> bool:
    """Print the table; False if a goal was missed."""
    paragraphs = running_text(folder)
    words = sum(len(paragraph.split()) for paragraph in paragraphs)
    print(f"{folder.name}: {len(paragraphs)} paragraphs, {words} words")
    print(f"{'':12} {'lines':>6} {'>2':>6} {'mean':>6} {'widest':>7} {'hyphens':>8} {'≥3':>4}  CPU")
    well = True
    see_only_fonts_in([resource_folder("fonts")])  # bare WeasyPrint inherits this setting
    with tempfile.TemporaryDirectory() as name:
        text = Path(name) / "text.json"
        text.write_text(json.dumps(paragraphs), encoding="utf-8")
        for measure in measures:
            for setter in SETTERS:
                out = Path(name) / f"{setter}.pdf"
                found, seconds = set_and_measure(setter, text, measure, out)
                print(
                    f"{measure:g} {setter:8} {found.lines:6} {found.wide:6.1%} {found.mean:6.2f}"
                    f" {found.widest:7.2f} {found.hyphens:8} {found.ladders:4}  {seconds:.2f} s"
                )
            for key, most in GOALS.get(measure, {}).items():
                value = getattr(found, key)
                well = well and value <= most
                print(f"  {key:8} {value:.3g}, goal {most}: {'PASS' if value <= most else 'FAIL'}")
    return well


def main(arguments: Sequence[str]) -> int:
    """Compare on an issue and at measures, as the command line says."""
    measures = [float(word) for word in arguments if word.replace(".", "").isdecimal()]
    folders = [Path(word) for word in arguments if not word.replace(".", "").isdecimal()]
    return 0 if compare(folders[0] if folders else SAMPLE, measures or MEASURES) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
