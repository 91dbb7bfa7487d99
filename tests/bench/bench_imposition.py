"""What imposing costs, beside pypdf's plain clone-and-write of the same 400 and 2,000 pages.

Usage: python tests/bench/bench_imposition.py [PAIRS]

Cold processes, one after another and alternating: clone and write; impose; impose and prove; that,
and a look at the edges of all sheets for what a printer leaves unprinted. The figures are CPU
seconds of the work itself, without the imports, and the most memory that a process had.
"""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from io import BytesIO
from pathlib import Path

PAGES = (400, 2000)
GOALS = {"impose": 1.1, "prove": 2.0, "edges": 7.0, "size": 1.1, "memory": 1.2}
CSS = "@page{size:5.5in 8.5in;margin:.6in;@bottom-center{content:counter(page)}}"
CSS += "html{font:9.5pt/12pt serif}section{break-before:page}"
WORDS = "union press folds sheets paper page carries news strike rent school parish garden bread"


def write_source(path: Path, pages: int) -> None:
    """Write half-letter pages of text, no two alike."""
    from weasyprint import HTML

    words = WORDS.split()
    sections = []
    for page in range(pages):
        text = " ".join(words[(page * 7 + index * index) % len(words)] for index in range(280))
        sections.append(f"<section><h1>{page + 1}</h1><p>{text}</section>")
    html = f"<html lang=en><title>Pages</title><style>{CSS}</style>{''.join(sections)}"
    HTML(string=html).write_pdf(path)


def clone(pdf: bytes) -> Callable[[], bytes]:
    """Prepare pypdf's own clone-and-write: the yardstick."""
    from pypdf import PdfWriter

    def work() -> bytes:
        stream = BytesIO()
        PdfWriter(clone_from=BytesIO(pdf)).write(stream)
        return stream.getvalue()

    return work


def impose(pdf: bytes, *, proved: bool = False) -> Callable[[], bytes]:
    """Prepare imposing, with the proof or without it."""
    from pypdf import PdfReader

    from pamphleteer.imposition.placing import Setting
    from pamphleteer.imposition.schemes import saddle_stitch
    from pamphleteer.press.sheets import impose_pdf
    from pamphleteer.reading.sheets import prove
    from pamphleteer.units import parse_size

    setting = Setting(paper=parse_size("letter"))

    def work() -> bytes:
        source = PdfReader(BytesIO(pdf))
        plan = saddle_stitch(len(source.pages))
        imposed = impose_pdf(pdf, plan, setting, source=source)
        if proved:
            prove(pdf, imposed, plan, setting, source=source)
        return imposed

    return work


def look_at_edges(pdf: bytes) -> Callable[[], bytes]:
    """Prepare imposing with the proof and with a look at the edges of the sheets."""
    from pypdf import PdfReader

    from pamphleteer.imposition.placing import Setting
    from pamphleteer.imposition.printer import Printer
    from pamphleteer.imposition.schemes import saddle_stitch
    from pamphleteer.reading.edges import check_edges
    from pamphleteer.units import parse_size

    setting = Setting(paper=parse_size("letter"))
    printer = Printer(name="office", duplex="short-edge", margin_mm=4.2)
    prove = impose(pdf, proved=True)

    def work() -> bytes:
        imposed, source = prove(), PdfReader(BytesIO(pdf))
        plan = saddle_stitch(len(source.pages))
        found = check_edges(imposed, imposed, plan, setting, printer=printer, source=source)
        assert not list(found)
        return imposed

    return work


JOBS: dict[str, Callable[[bytes], Callable[[], bytes]]] = {
    "clone": clone,
    "impose": impose,
    "prove": partial(impose, proved=True),
    "edges": look_at_edges,
}


def run_cold(job: str, path: Path) -> tuple[float, int, int]:
    """Do a job in a fresh process; its CPU seconds, what it wrote, and its memory in kilobytes."""
    command = [sys.executable, __file__, "--job", job, str(path)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, size, memory = run.stdout.split()
    return float(seconds), int(size), int(memory)


def do_job(job: str, path: Path) -> None:
    """Do a job in this process and print what it cost."""
    work = JOBS[job](path.read_bytes())
    start = time.process_time()
    written = work()
    seconds = time.process_time() - start
    print(seconds, len(written), most_memory())


def most_memory() -> int:
    """The most kilobytes of memory that this process had, which on Linux its parent's are not."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    (line,) = (line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1])


def compare(pairs: int, pages: int) -> bool:
    """Alternate the jobs and print medians, ratios and verdicts; False if a goal was missed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "source.pdf"
        write_source(path, pages)
        runs = [{job: run_cold(job, path) for job in JOBS} for _ in range(pairs)]
    print(f"{pages} pages")
    for job in JOBS:
        seconds, _, memory = (statistics.median(run[job][at] for run in runs) for at in range(3))
        print(f"{job:8} {seconds:.3f} s CPU, {memory / 1024:.0f} MB")
    ratios = {
        job: statistics.median(run[job][0] / run["clone"][0] for run in runs)
        for job in ("impose", "prove", "edges")
    }
    ratios["size"] = runs[0]["impose"][1] / runs[0]["clone"][1]
    ratios["memory"] = statistics.median(run["prove"][2] / run["clone"][2] for run in runs)
    for name, ratio in ratios.items():
        verdict = "PASS" if ratio <= GOALS[name] else "FAIL"
        print(f"{name:8} {ratio:.2f} of clone-and-write, goal {GOALS[name]}: {verdict}")
    return all(ratio <= GOALS[name] for name, ratio in ratios.items())


def main(arguments: list[str]) -> int:
    """Run one job, or the comparison."""
    if arguments[:1] == ["--job"]:
        do_job(arguments[1], Path(arguments[2]))
        return 0
    pairs = max(5, int(arguments[0]) if arguments else 9)
    passed = [compare(pairs, pages) for pages in PAGES]
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
