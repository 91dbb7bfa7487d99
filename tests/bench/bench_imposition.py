"""What imposing costs, beside pypdf's plain clone-and-write of the same 400 pages.

Usage: python tests/bench/bench_imposition.py [PAIRS]

Cold processes, one after another and alternating: clone and write; impose; impose and prove. The
figures are CPU seconds of the work itself, without the imports, which all three share.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

PAGES = 400
GOALS = {"impose": 1.1, "prove": 2.5, "size": 1.1}
CSS = "@page{size:5.5in 8.5in;margin:.6in;@bottom-center{content:counter(page)}}"
CSS += "html{font:9.5pt/12pt serif}section{break-before:page}"
WORDS = "union press folds sheets paper page carries news strike rent school parish garden bread"


def write_source(path: Path) -> None:
    """Write 400 half-letter pages of text, no two alike."""
    from weasyprint import HTML

    words = WORDS.split()
    sections = []
    for page in range(PAGES):
        text = " ".join(words[(page * 7 + index * index) % len(words)] for index in range(280))
        sections.append(f"<section><h1>{page + 1}</h1><p>{text}</section>")
    html = f"<html lang=en><title>Four hundred</title><style>{CSS}</style>{''.join(sections)}"
    HTML(string=html).write_pdf(path)


def clone(pdf: bytes) -> Callable[[], bytes]:
    """Prepare pypdf's own clone-and-write: the yardstick."""
    from pypdf import PdfWriter

    def work() -> bytes:
        stream = BytesIO()
        PdfWriter(clone_from=BytesIO(pdf)).write(stream)
        return stream.getvalue()

    return work


def impose(pdf: bytes) -> Callable[[], bytes]:
    """Prepare imposing without the proof."""
    from pamphleteer.imposition.placing import Setting
    from pamphleteer.imposition.schemes import saddle_stitch
    from pamphleteer.press.sheets import impose_pdf
    from pamphleteer.units import parse_size

    def work() -> bytes:
        return impose_pdf(pdf, saddle_stitch(PAGES), Setting(paper=parse_size("letter")))

    return work


def prove(pdf: bytes) -> Callable[[], bytes]:
    """Prepare imposing with the proof."""
    from pamphleteer.imposition.placing import Setting
    from pamphleteer.imposition.schemes import saddle_stitch
    from pamphleteer.reading.sheets import prove as prove_sheets
    from pamphleteer.units import parse_size

    write = impose(pdf)

    def work() -> bytes:
        imposed = write()
        setting = Setting(paper=parse_size("letter"))
        prove_sheets(pdf, imposed, saddle_stitch(PAGES), setting)
        return imposed

    return work


JOBS = {"clone": clone, "impose": impose, "prove": prove}


def run_cold(job: str, path: Path) -> tuple[float, int]:
    """Do a job in a fresh process; say its CPU seconds and the size of what it wrote."""
    command = [sys.executable, __file__, "--job", job, str(path)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, size = run.stdout.split()
    return float(seconds), int(size)


def do_job(job: str, path: Path) -> None:
    """Do a job in this process and print what it cost."""
    work = JOBS[job](path.read_bytes())
    start = time.process_time()
    written = work()
    print(time.process_time() - start, len(written))


def compare(pairs: int) -> bool:
    """Alternate the jobs and print medians, ratios and verdicts; False if a goal was missed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "source.pdf"
        write_source(path)
        runs = [{job: run_cold(job, path) for job in JOBS} for _ in range(pairs)]
    for job in JOBS:
        print(f"{job:8} {statistics.median(run[job][0] for run in runs):.3f} s CPU")
    ratios = {
        job: statistics.median(run[job][0] / run["clone"][0] for run in runs)
        for job in ("impose", "prove")
    }
    ratios["size"] = runs[0]["impose"][1] / runs[0]["clone"][1]
    for name, ratio in ratios.items():
        verdict = "PASS" if ratio <= GOALS[name] else "FAIL"
        print(f"{name:8} {ratio:.2f} of clone-and-write, goal {GOALS[name]}: {verdict}")
    return all(ratio <= GOALS[name] for name, ratio in ratios.items())


def main(arguments: list[str]) -> int:
    """Run one job, or the comparison."""
    if arguments[:1] == ["--job"]:
        do_job(arguments[1], Path(arguments[2]))
        return 0
    return 0 if compare(max(5, int(arguments[0]) if arguments else 9)) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
