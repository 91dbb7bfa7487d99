"""Builds issues that are written by chance: ``python -m tests.build.random_issues 500``.

The seeds are 0, 1, 2 and so on, or with ``--seeds 7,12`` those that are named. Each is built in 20
seconds of a processor at the most, its booklet folded; no word may be lost, doubled or out of its
order, and at most one of twenty builds may end with a placement error
(`judging.PLACEMENT_ERRORS`). It prints how many were built, the placement errors by code, and every
failure with its seed; it ends with 1 if there was a failure, or too many placement errors.
``--keep DIR`` leaves the publications there.
"""

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial
from multiprocessing import Pool, cpu_count
from pathlib import Path

from tests.build.random_issues.judging import PLACEMENT_ERRORS, Verdict, judge

MOST_UNPLACED = 0.05
"""The part of all builds that may end with a placement error."""


def main() -> int:
    """Build the issues of many seeds and print what became of them."""
    arguments = _read_arguments()
    seeds = arguments.seeds or range(arguments.count)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(arguments.keep or folder)
        verdicts = []
        with Pool(arguments.jobs) as pool:
            for verdict in pool.imap_unordered(partial(_judge, root), seeds):
                verdicts.append(verdict)
                if verdict.outcome != "built":
                    print(f"seed {verdict.seed}: {verdict.code}\n{verdict.told}", flush=True)
    return tell(sorted(verdicts, key=lambda verdict: verdict.seed))


def tell(verdicts: Sequence[Verdict]) -> int:
    """Print the sum of all verdicts; give the exit code."""
    built = _of(verdicts, "built")
    unplaced, failures = _of(verdicts, "placement"), _of(verdicts, "failure")
    slowest = max(verdicts, key=lambda verdict: verdict.seconds)
    print(f"{len(built)} of {len(verdicts)} built, {sum(each.pages for each in built)} pages")
    print(f"slowest: seed {slowest.seed}, {slowest.seconds:.1f} s")
    print(f"{len(unplaced)} ended with a placement error ({len(unplaced) / len(verdicts):.1%})")
    for code, count in Counter(each.code for each in unplaced).most_common():
        meanings = "; ".join(PLACEMENT_ERRORS[each] for each in code.split("+"))
        print(f"  {count:3} {code}: {meanings}")
    print(f"{len(failures)} failed")
    for each in failures:
        print(f"  seed {each.seed}: {each.code}")
    return int(bool(failures) or len(unplaced) > MOST_UNPLACED * len(verdicts))


def _of(verdicts: Iterable[Verdict], outcome: str) -> list[Verdict]:
    return [verdict for verdict in verdicts if verdict.outcome == outcome]


def _judge(root: Path, seed: int) -> Verdict:
    return judge(seed, root / f"seed-{seed}")


def _read_arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, nargs="?", default=500)
    parser.add_argument("--seeds", type=lambda text: [int(each) for each in text.split(",")])
    parser.add_argument("--keep", metavar="DIR")
    parser.add_argument("--jobs", type=int, default=cpu_count())
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
