"""An imported issue can be built as it is."""

from pathlib import Path

from pamphleteer.build import build_issue
from tests.importing.documents import EVENING, TUESDAY, import_text


def test_an_imported_issue_is_built(tmp_path: Path) -> None:
    text = (
        f"The Fold, Volume 3, Number 7, Spring 2026\n\nWHY WE FOLD\n\nby Ada Bell\n\n{TUESDAY}\n\n"
        f"The Stapler\n\n{EVENING}\n\n- one\n- two\n\n> A page that nobody holds.\n\nON PAPER\n\n"
        f"{TUESDAY}\n\nFOLD AND READ\n\nWHO WE ARE\n\n{EVENING}\n\nCONTACT\n\n"
        "Write to us:\nEmail: fold@example.org\nWeb: example.org\nInstagram: @the_fold\n"
        "Scan the QR code\n"
    )
    made = import_text(tmp_path, text)
    assert made.report.mend == ()
    built = build_issue(made.folder, only=("screen",))
    assert built.pages == 4
    assert built.problems == ()
