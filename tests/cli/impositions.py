"""The command for imposition, run in a folder that has sheets of another day."""

import shlex
from contextlib import chdir
from pathlib import Path

import pypdfium2

from tests.build.publications import Told, run_here, run_program
from tests.imposition.pages import numbered_pdf

OLDER = b"sheets of another day"
SOUND = numbered_pdf(4)


def impose(folder: Path, data: bytes | None, line: str = "", *, output: str = "out.pdf") -> Told:
    """Impose ``in.pdf``, which is written first if there is something to write."""
    (folder / "out.pdf").write_bytes(OLDER)
    if data is not None:
        (folder / "in.pdf").write_bytes(data)
    with chdir(folder):
        return run_here("impose", "in.pdf", "-o", output, *shlex.split(line))


def nothing_written(folder: Path) -> bool:
    """Whether the older sheets are as they were, and no other file is there but the source."""
    files = {path.name for path in folder.iterdir()} - {"in.pdf"}
    return files == {"out.pdf"} and (folder / "out.pdf").read_bytes() == OLDER


def read_sides(path: Path) -> list[str]:
    """The words on each side."""
    with pypdfium2.PdfDocument(path) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return [" ".join(text.split()) for text in pages]


def check_with_qpdf(path: Path) -> None:
    done = run_program("qpdf", "--check", path, cwd=path.parent)
    assert done.code == 0, done.out + done.err
