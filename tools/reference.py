"""Writes the table of the keys of ``printing:`` into the README: ``python tools/reference.py``."""

import re
from pathlib import Path

from pamphleteer.ticket.reference import reference_table

README = Path(__file__).resolve().parent.parent / "README.md"
FENCED = re.compile(r"(<!-- keys of printing -->\n).*?(<!-- end -->)", re.DOTALL)


def main() -> None:
    """Put the table between the two comments that fence it."""
    text = README.read_text(encoding="utf-8")
    table = "".join(f"{line}\n" for line in reference_table())
    fenced = FENCED.sub(lambda found: f"{found[1]}{table}{found[2]}", text)
    README.write_text(fenced, encoding="utf-8")


if __name__ == "__main__":
    main()
