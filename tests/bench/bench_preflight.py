"""How long the preflight takes: of an issue, beside its build, and of long files.

    python -m tests.bench.bench_preflight [ISSUE_DIR] [PAIRS]

prints CPU seconds of builds and of checks of what they made, each in a process of its own, and
their ratio; then those of the same pages so often that they are 100, 200 and 400, with the memory.
"""

import resource
import statistics
import sys
import tempfile
from pathlib import Path

from pypdf import PdfReader, PdfWriter

from tests.build.publications import COMMAND, REPO, run_program

LENGTHS = (100, 200, 400)


def spent(*command: str | Path) -> float:
    """CPU seconds of a command and of the processes that it starts."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = run_program(COMMAND, *command, cwd=REPO)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.code:
        sys.exit(done.out + done.err)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def lengthen(pdf: Path, pages: int) -> Path:
    """Write the pages of a file one after the other, as often as it takes."""
    writer, reader = PdfWriter(), PdfReader(pdf)
    while len(writer.pages) < pages:
        writer.append(reader)
    for _ in range(len(writer.pages) - pages):
        writer.remove_page(len(writer.pages) - 1)
    long = pdf.with_name(f"{pages}.pdf")
    writer.write(long)
    return long


def main() -> None:
    issue = Path(sys.argv[1]) if len(sys.argv) > 1 else REPO / "issues" / "summer-2026"
    pairs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as folder:
        built = [spent("build", issue.resolve(), "--out", folder) for _ in range(pairs)]
        (screen,) = Path(folder).glob("*-screen.pdf")
        checked = [spent("check", screen) for _ in range(pairs)]
        one, other = statistics.median(built), statistics.median(checked)
        print(f"build {one:.2f} s, check {other:.2f} s of CPU: {other / one:.2f} times the build")
        for pages in LENGTHS:
            seconds = spent("check", lengthen(screen, pages))
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
            print(f"{pages} pages: {seconds:.1f} s of CPU, at most {peak} MB so far")


if __name__ == "__main__":
    main()
