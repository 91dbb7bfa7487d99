"""What imposing costs, beside pypdf's plain clone-and-write of the same 400 and 2,000 pages.

Usage: python tests/bench/bench_imposition.py [PAIRS] [--pdfimpose PYTHON]

Cold processes, one after another and alternating: clone and write; impose; impose and prove; that,
and a look at the edges of all sheets for what a printer leaves unprinted; and where it is
installed, pdfimpose, which makes the same sheets by another library (PyMuPDF) and does not prove
them. PYTHON is the interpreter that has it, if this one has not. The figures are CPU seconds of the
work itself, without the imports, and the most memory that a process had; and beside them those of
whole commands, which for some pages are mostly the start of Python.
"""

import argparse
import gc
import importlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from io import BytesIO
from pathlib import Path

PAGES = (400, 2000)
GOALS = {"impose": 1.1, "prove": 2.0, "edges": 7.0, "size": 1.1, "memory": 1.2}
TIMES_FASTER = 5.0
"""How many times faster than pdfimpose it is to be to impose and prove."""

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


def clone(path: Path) -> Callable[[], bytes]:
    """Prepare pypdf's own clone-and-write: the yardstick."""
    from pypdf import PdfWriter

    pdf = path.read_bytes()

    def work() -> bytes:
        stream = BytesIO()
        PdfWriter(clone_from=BytesIO(pdf)).write(stream)
        return stream.getvalue()

    return work


def impose(path: Path, *, proved: bool = False) -> Callable[[], bytes]:
    """Prepare imposing, with the proof or without it."""
    from pamphleteer.imposition.placing import Setting
    from pamphleteer.imposition.schemes import saddle_stitch
    from pamphleteer.objects import read_document
    from pamphleteer.press.sheets import impose_pdf
    from pamphleteer.reading.sheets import prove
    from pamphleteer.units import parse_size

    pdf, setting = path.read_bytes(), Setting(paper=parse_size("letter"))

    def work() -> bytes:
        source = read_document(pdf)
        plan = saddle_stitch(len(source.pages))
        imposed = impose_pdf(pdf, plan, setting, source=source)
        if proved:
            prove(pdf, imposed, plan, setting, source=source)
        return imposed

    return work


def look_at_edges(path: Path) -> Callable[[], bytes]:
    """Prepare imposing with the proof and with a look at the edges of the sheets."""
    from pamphleteer.imposition.placing import Setting
    from pamphleteer.imposition.printer import Printer
    from pamphleteer.imposition.schemes import saddle_stitch
    from pamphleteer.objects import read_document
    from pamphleteer.reading.edges import check_edges
    from pamphleteer.units import parse_size

    setting = Setting(paper=parse_size("letter"))
    printer = Printer(name="office", duplex="short-edge", margin_mm=4.2)
    pdf, prove = path.read_bytes(), impose(path, proved=True)

    def work() -> bytes:
        imposed, source = prove(), read_document(pdf)
        plan = saddle_stitch(len(source.pages))
        found = check_edges(imposed, imposed, plan, setting, printer=printer, source=source)
        assert not list(found)
        return imposed

    return work


def pdfimpose(path: Path) -> Callable[[], bytes]:
    """Prepare pdfimpose: two pages on a side, all sheets in one signature, from file to file."""
    saddle = importlib.import_module("pdfimpose.schema.saddle")
    output = path.with_name("pdfimpose.pdf")

    def work() -> bytes:
        saddle.impose([str(path)], str(output), signature=(2, 1), group=0)
        return output.read_bytes()

    return work


JOBS: dict[str, Callable[[Path], Callable[[], bytes]]] = {
    "clone": clone,
    "impose": impose,
    "prove": partial(impose, proved=True),
    "edges": look_at_edges,
    "pdfimpose": pdfimpose,
}


Run = tuple[float, int, int]
"""CPU seconds, bytes written, and kilobytes of memory."""


def run_cold(job: str, path: Path, python: str) -> Run:
    """Do a job in a fresh process."""
    command = [python, __file__, "--job", job, str(path)]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, size, memory = run.stdout.split()
    return float(seconds), int(size), int(memory)


def do_job(job: str, path: Path) -> None:
    """Do a job in this process and print what it cost.

    Python's collector rests in all jobs, as it does while a command of ours works.
    """
    work = JOBS[job](path)
    gc.disable()
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


def compare(pairs: int, pages: int, pythons: Mapping[str, str]) -> bool:
    """Alternate the jobs and print medians, ratios and verdicts; False if a goal was missed.

    Args:
        pairs: How often each job is done.
        pages: Of the source.
        pythons: The jobs, each with its interpreter.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "source.pdf"
        write_source(path, pages)
        runs = [
            {job: run_cold(job, path, python) for job, python in pythons.items()}
            for _ in range(pairs)
        ]
        print(f"{pages} pages")
        compare_commands(pairs, path, pythons)
    for job in pythons:
        seconds, _, memory = (statistics.median(run[job][at] for run in runs) for at in range(3))
        print(f"{job:9} {seconds:.3f} s CPU, {memory / 1024:.0f} MB")
    passed = judge_clone(runs)
    return judge_pdfimpose(runs) and passed if "pdfimpose" in pythons else passed


def judge_clone(runs: Sequence[Mapping[str, Run]]) -> bool:
    """Print what imposing costs beside clone-and-write; whether all goals are reached."""
    ratios = {
        job: statistics.median(run[job][0] / run["clone"][0] for run in runs)
        for job in ("impose", "prove", "edges")
    }
    ratios["size"] = runs[0]["impose"][1] / runs[0]["clone"][1]
    ratios["memory"] = statistics.median(run["prove"][2] / run["clone"][2] for run in runs)
    for name, ratio in ratios.items():
        verdict = "PASS" if ratio <= GOALS[name] else "FAIL"
        print(f"{name:9} {ratio:.2f} of clone-and-write, goal {GOALS[name]}: {verdict}")
    return all(ratio <= GOALS[name] for name, ratio in ratios.items())


def judge_pdfimpose(runs: Sequence[Mapping[str, Run]]) -> bool:
    """Print how many times faster than pdfimpose it is; whether the goal is reached for both."""
    ratios = {
        job: statistics.median(run["pdfimpose"][0] / run[job][0] for run in runs)
        for job in ("impose", "prove")
    }
    for name, ratio in ratios.items():
        verdict = "PASS" if ratio >= TIMES_FASTER else "FAIL"
        print(f"{name:9} {ratio:.2f} times as fast as pdfimpose, goal {TIMES_FASTER}: {verdict}")
    return all(ratio >= TIMES_FASTER for ratio in ratios.values())


def compare_commands(pairs: int, path: Path, pythons: Mapping[str, str]) -> None:
    """Print what whole commands take, the start of Python and all, one of each in turn."""
    commands = [name_command("pamphleteer", sys.executable, "impose", "--paper", "letter")]
    if "pdfimpose" in pythons:
        signature = ("saddle", "--signature", "2x1")
        commands.append(name_command("pdfimpose", pythons["pdfimpose"], *signature))
    runs = [[time_command(command, path) for command in commands] for _ in range(pairs)]
    for command, seconds in zip(commands, zip(*runs, strict=True), strict=True):
        print(f"{command[0].name:9} {statistics.median(seconds):.3f} s CPU, the whole command")
    if len(commands) > 1:
        ratio = statistics.median(theirs / ours for ours, theirs in runs)
        print(f"whole     {ratio:.2f} times as fast as pdfimpose")


def name_command(name: str, python: str, *arguments: str) -> tuple[Path, tuple[str, ...]]:
    """A command that stands beside an interpreter."""
    return Path(python).with_name(name), arguments


def time_command(command: tuple[Path, tuple[str, ...]], path: Path) -> float:
    """The CPU seconds of a whole command."""
    program, arguments = command
    output = path.with_name("sheets.pdf")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([program, *arguments, path, "-o", output], check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def has_pdfimpose(python: str) -> bool:
    """Whether an interpreter can import pdfimpose."""
    code = "import pdfimpose.schema.saddle"
    return subprocess.run([python, "-c", code], capture_output=True, check=False).returncode == 0


def main(arguments: list[str]) -> int:
    """Run one job, or the comparison."""
    if arguments[:1] == ["--job"]:
        do_job(arguments[1], Path(arguments[2]))
        return 0
    parser = argparse.ArgumentParser(description="What imposing costs.")
    parser.add_argument("pairs", nargs="?", type=int, default=9, help="how often each job is done")
    parser.add_argument("--pdfimpose", metavar="PYTHON", help="the interpreter that has pdfimpose")
    asked = parser.parse_args(arguments)
    other = asked.pdfimpose or sys.executable
    pythons = dict.fromkeys(("clone", "impose", "prove", "edges"), sys.executable)
    if has_pdfimpose(other):
        pythons["pdfimpose"] = other
    else:
        print("pdfimpose is not installed here and not compared; name a Python that has it")
    passed = [compare(max(5, asked.pairs), pages, pythons) for pages in PAGES]
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
