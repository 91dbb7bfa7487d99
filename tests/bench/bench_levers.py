"""What each lever of `pamphleteer.levers` saves: builds without it, beside builds with all of them.

Usage: python -m tests.bench.bench_levers [ISSUE_DIR] [PAIRS]

ISSUE_DIR is the sample if not given. Cold processes of `pamphleteer build ISSUE_DIR --only screen`,
in turn with all levers and without each of them, so many rounds. Printed are CPU seconds, user and
system, children included: the median with all levers; for each lever the median without it, the
median of what it saved in each round, and its ratio. The bytes of all builds must be the same.
"""

import os
import statistics
import sys
import tempfile
from pathlib import Path

from pamphleteer.levers import ALL, LEVERS, WITHOUT
from tests.bench.bench_build import SAMPLE, run_cold

ROUNDS = 9
NONE = ""


def build(issue: Path, without: str) -> tuple[float, bytes]:
    """Build in a cold process; the CPU seconds, and the PDF."""
    command = Path(sys.executable).with_name("pamphleteer")
    os.environ[WITHOUT] = without  # the process inherits it
    with tempfile.TemporaryDirectory() as out:
        seconds = run_cold((command, "build", issue, "--only", "screen", "--out", out)).seconds
        return seconds, (Path(out) / f"{issue.name}-screen.pdf").read_bytes()


def run_round(issue: Path, *, backwards: bool) -> dict[str, float]:
    """Build once with all levers, without each of them, and without any: CPU seconds."""
    tried = (NONE, *LEVERS, ALL)
    built = {without: build(issue, without) for without in (tried[::-1] if backwards else tried)}
    for without, (_, pdf) in built.items():
        if pdf != built[NONE][1]:
            sys.exit(f"without {without} the bytes are others")
    return {without: seconds for without, (seconds, _) in built.items()}


def compare(issue: Path, count: int) -> None:
    """Print a line for each lever; every other round is run backwards."""
    rounds = [run_round(issue, backwards=at % 2 == 1) for at in range(count + 1)][1:]
    median = statistics.median
    print(f"{issue.name}: {median(each[NONE] for each in rounds):.3f} s CPU with all levers")
    for lever in (*LEVERS, ALL):
        without = median(each[lever] for each in rounds)
        saved = median(each[lever] - each[NONE] for each in rounds)
        ratio = median(each[lever] / each[NONE] for each in rounds)
        print(f"  without {lever:10} {without:.3f} s, {1000 * saved:+4.0f} ms, ratio {ratio:.3f}")


def main(arguments: list[str]) -> None:
    """Compare on an issue, in so many rounds, as the command line says."""
    counts = [int(word) for word in arguments if word.isdecimal()]
    issues = [Path(word).resolve() for word in arguments if not word.isdecimal()]
    compare(issues[0] if issues else SAMPLE, counts[0] if counts else ROUNDS)


if __name__ == "__main__":
    main(sys.argv[1:])
