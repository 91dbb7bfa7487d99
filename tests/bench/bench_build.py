"""What building an issue costs, beside bare WeasyPrint that sets the same text in CSS columns.

Usage: python tests/bench/bench_build.py [ISSUE_DIR] [PAIRS]

ISSUE_DIR is the sample if not given. Cold processes, one after another and alternating: the command
`pamphleteer build ISSUE_DIR --only screen`; `stock_columns.py`, with the same page, fonts, size,
leading, hyphenation, language and kind of PDF; and the build again with a clock between its parts.
The figures are CPU seconds, user and system, children included: medians, and medians of the ratios
of neighbours. Layout is setting, make-up, line breaking in both, the reading of dictionaries, and
the layout of the finished pages; it is compared with the layout alone of bare WeasyPrint. Line
breaking may take a fifth of it. For each article its pours and the frames that came of them are
counted. Last, the peak memory of a build of all outputs.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pamphleteer.layout.furniture import style_sheet
from pamphleteer.layout.spec import Layout, read_layout
from pamphleteer.problems import SourcePos
from pamphleteer.resources import resource_folder
from pamphleteer.typeset.fontconfig import see_only_fonts_in

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parents[1] / "issues/spring-2026"
LAYOUT = ("setting", "make-up", "line breaking", "dictionaries")
PARTS = ("start-up", "reading", "galleys", *LAYOUT, "PDF", "checks", "preflight")
GOALS = {"whole": 0.85, "layout": 0.5}
MOST_BREAKING = 0.2
"""The part of layout that line breaking may take."""

MORE_POURS = 2
MOST_MEMORY = 250
TEXT = "9pt"
"""The layout's size of text, which its style sheet says and `stock_style` repeats."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a process cost: CPU seconds, and the most memory that it held, in megabytes."""

    seconds: float
    memory: float
    printed: str


def run_cold(command: Sequence[str | Path]) -> Run:
    """Run a process to its end.

    The kernel counts the memory of the process that starts another as the other's too, so this one
    must stay the smaller.
    """
    with tempfile.TemporaryFile("w+") as printed:
        words = [str(word) for word in command]
        process = subprocess.Popen(words, stdout=printed, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        printed.seek(0)
        if process.returncode:
            sys.exit(f"{' '.join(words)}\n{printed.read()}")
        seconds, memory = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
        return Run(seconds=seconds, memory=memory, printed=printed.read())


def stock_style(layout: Layout) -> str:
    """A plain style sheet with the page, the fonts and the setting of a layout's first page size.

    Raises:
        ValueError: the layout's text has another size than this sheet's.
    """
    grid = layout.grid(None)
    assert grid is not None
    if f"font: {TEXT}/{grid.leading}pt" not in style_sheet(layout, grid, "matter.css.j2"):
        raise ValueError(f"the layout's text is no longer set in {TEXT}")
    bottom = grid.trim.height - grid.top - grid.lines * grid.leading
    text, display, label = (f'"{layout.fonts[use]}"' for use in ("text", "display", "label"))
    return f"""
@page {{ size: {grid.trim.width}pt {grid.trim.height}pt;
  margin: {grid.top}pt {grid.outer}pt {bottom}pt {grid.inner}pt; font: 600 6.6pt/9pt {label};
  @top-center {{ content: string(running) }} @bottom-center {{ content: counter(page) }} }}
html {{ font: {TEXT}/{grid.leading}pt {text}; font-variant-numeric: oldstyle-nums }}
body, p, ul, blockquote {{ margin: 0 }}
article {{ break-before: page }}
h1 {{ font: 28pt/28pt {display}; margin: 0; string-set: running content() }}
h2 {{ font: 700 8.4pt/{grid.leading}pt {label}; margin: {grid.leading}pt 0 0; break-after: avoid }}
img {{ width: 100% }}
.columns {{ columns: {grid.columns}; column-gap: {grid.gutter}pt; column-fill: auto;
  text-align: justify; hyphens: auto; hyphenate-limit-chars: 6 3 3; orphans: 2; widows: 2 }}
.columns p {{ text-indent: 1em }}
"""


def alternate(issue: Path, pairs: int) -> list[tuple[Run, Run, Run]]:
    """Run the build, bare WeasyPrint and the timed build in turn, once more than they count."""
    layout = read_layout("booklet", SourcePos(path="booklet"))
    see_only_fonts_in([resource_folder("fonts")])  # bare WeasyPrint inherits this setting
    build = Path(sys.executable).with_name("pamphleteer")
    with tempfile.TemporaryDirectory() as name:
        out = Path(name)
        style = out / "style.css"
        style.write_text(stock_style(layout), encoding="utf-8")
        commands = (
            (build, "build", issue, "--only", "screen", "--out", out),
            (sys.executable, HERE / "stock_columns.py", issue, style, out / "stock.pdf"),
            (sys.executable, HERE / "timed_build.py", issue, out),
        )
        rounds = [tuple(run_cold(command) for command in commands) for _ in range(pairs + 1)]
    return [(ours, stock, timed) for ours, stock, timed in rounds[1:]]


def peak_memory(issue: Path) -> float:
    """The most memory, in megabytes, that a build of all outputs holds."""
    build = Path(sys.executable).with_name("pamphleteer")
    with tempfile.TemporaryDirectory() as out:
        return run_cold((build, "build", issue, "--out", out)).memory


def read_result(run: Run) -> dict[str, Any]:
    """What a process printed last, as JSON."""
    result: dict[str, Any] = json.loads(run.printed.splitlines()[-1])
    return result


def layout_seconds(timed: dict[str, Any]) -> float:
    """What layout cost in a timed build, in CPU seconds."""
    spent: dict[str, float] = timed["spent"]
    return sum(spent.get(part, 0.0) for part in LAYOUT)


def verdict(well: bool) -> str:
    """Say whether a goal was met."""
    return "PASS" if well else "FAIL"


def compare(issue: Path, pairs: int) -> bool:
    """Print medians, ratios and verdicts; False if a goal was missed."""
    rounds = alternate(issue, pairs)
    stocks = [read_result(bare) for _, bare, _ in rounds]
    timed: list[dict[str, Any]] = [read_result(run) for *_, run in rounds]
    median = statistics.median
    ours, stock, _ = (median(run.seconds for run in runs) for runs in zip(*rounds, strict=True))
    print(f"{issue.name}: whole {ours:.2f} s CPU, bare WeasyPrint {stock:.2f} s")
    for part in PARTS:
        print(f"  {part:13} {median(run['spent'].get(part, 0.0) for run in timed):.3f} s")
    parts = [f"{part} {median(bare[part] for bare in stocks):.3f}" for part in stocks[0]]
    print(f"  bare WeasyPrint: {', '.join(parts[:-1])} s; {stocks[0]['pages']} pages")
    ratios = {
        "whole": median(build.seconds / bare.seconds for build, bare, _ in rounds),
        "layout": median(
            layout_seconds(run) / bare["layout"] for run, bare in zip(timed, stocks, strict=True)
        ),
    }
    verdicts = [ratio <= GOALS[name] for name, ratio in ratios.items()]
    for (name, ratio), well in zip(ratios.items(), verdicts, strict=True):
        print(f"{name:8} {ratio:.2f} of bare WeasyPrint, goal {GOALS[name]}: {verdict(well)}")
    share = median(run["spent"]["line breaking"] / layout_seconds(run) for run in timed)
    verdicts.append(share <= MOST_BREAKING)
    print(f"breaking {share:.2f} of layout, goal {MOST_BREAKING}: {verdict(verdicts[-1])}")
    for path, pours, frames in timed[0]["articles"]:
        verdicts.append(pours <= frames + MORE_POURS)
        print(f"pours    {pours} for {frames} frames, {Path(path).name}: {verdict(verdicts[-1])}")
    memory = peak_memory(issue)
    verdicts.append(memory < MOST_MEMORY)
    print(f"memory   {memory:.0f} MB, goal {MOST_MEMORY}: {verdict(verdicts[-1])}")
    return all(verdicts)


def main(arguments: list[str]) -> int:
    """Compare on an issue, and with so many pairs, as the command line says."""
    pairs = [int(word) for word in arguments if word.isdecimal()]
    issues = [Path(word).resolve() for word in arguments if not word.isdecimal()]
    return 0 if compare(issues[0] if issues else SAMPLE, max(5, *pairs, 0)) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
