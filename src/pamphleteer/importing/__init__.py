"""The importing room: documents in, the folder of an issue out.

A document goes one way: bytes are read and cleaned (`readers`), blocks are cut by a reader for
the format (`markdown_source`, `text_source`), the lines that name the issue are found
(`mastheads`), each block gets a role (`heads`), blocks become parts and cut paragraphs are joined
(`parts`, `joins`), contact lines become values (`contacts`), all becomes text (`compose`), the
words are compared with the document's (`proof`), and the files are put in place (`placing`).

Invariants: no word is lost and none is invented, or nothing is written; files appear all or none;
an existing publication.yaml is never changed. Nothing is decided silently: the report says what
was done, by which rule, and what was unsure.

What is not done: kickers, standfirsts and pull quotes are not guessed; running heads that repeat
on every page are not recognised; pictures are not copied.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from pamphleteer.importing.clues import guess_language
from pamphleteer.importing.compose import (
    ABOUT_FILE,
    PUBLICATION_FILE,
    Composition,
    Surroundings,
    compose,
)
from pamphleteer.importing.placing import place
from pamphleteer.importing.proof import prove_words
from pamphleteer.importing.publication import read_publication
from pamphleteer.importing.readers import read_document
from pamphleteer.importing.report import ImportReport, doubts, tell_language
from pamphleteer.importing.source import Document
from pamphleteer.importing.understanding import understand
from pamphleteer.importing.words import plain
from pamphleteer.problems import IssueError, Problem, SourcePos, error

__all__ = ["ImportReport", "import_documents"]


def import_documents(files: Sequence[Path], to: Path, *, force: bool = False) -> ImportReport:
    """Make an issue's folder of documents.

    Args:
        files: Documents in the order in which their articles are to stand; one may hold a whole
            issue.
        to: The issue's folder. What its publication shares goes into the folder above.
        force: Write into a folder that exists. Its files are replaced by those of the same name;
            others stay.

    Returns:
        What was written, done and doubted.

    Raises:
        IssueError: a document cannot be read, the folder exists, or a word would be lost.
    """
    documents = _read_all(files, to, force=force)
    language = guess_language(plain(block.text) for each in documents for block in each.blocks)
    understood = understand(documents)
    around = _look_around(to)
    made = compose(understood.parts, understood.entries, language, around)
    faults = prove_words(documents, made, around.publication)
    if faults:
        raise IssueError(faults)
    stay = tuple(_files_that_stay(to, made))
    return ImportReport(
        folder=to,
        written=place(to, made.issue, made.shared),
        done=(*understood.done, *stay),
        unsure=(
            *tell_language(language, SourcePos(path=documents[0].path)),
            *doubts(understood.parts, understood.joins, made),
        ),
        differs=made.settled.differs,
    )


def _read_all(files: Sequence[Path], to: Path, *, force: bool) -> tuple[Document, ...]:
    """Read all documents; the faults of all, and of the target, are told at once."""
    if not files:
        raise ValueError("no files to import")
    documents: list[Document] = []
    problems = list(_target_faults(to, force=force))
    for path in files:
        try:
            documents.append(read_document(path))
        except IssueError as fault:
            problems.extend(fault.problems)
    if problems:
        raise IssueError(problems)
    return tuple(documents)


def _target_faults(to: Path, *, force: bool) -> Iterator[Problem]:
    pos = SourcePos(path=to.as_posix())
    if to.exists() and not to.is_dir():
        yield error("not-a-folder", f'"{to.as_posix()}" is a file, not a folder', pos=pos)
    elif to.exists() and not force:
        hint = "Name another folder, or add --force to write into this one."
        yield error("folder-exists", f'"{to.as_posix()}" exists already', hint=hint, pos=pos)


def _look_around(to: Path) -> Surroundings:
    path = to.resolve().parent / PUBLICATION_FILE
    about = path.with_name(ABOUT_FILE)
    return Surroundings(
        publication=read_publication(path),
        path=to.parent / PUBLICATION_FILE,
        about=about.read_text("utf-8", errors="replace") if about.is_file() else None,
    )


def _files_that_stay(to: Path, made: Composition) -> Iterator[str]:
    """Name the files of the folder that the import does not write, and that therefore stay."""
    for path in sorted(to.rglob("*")) if to.is_dir() else ():
        name = path.relative_to(to).as_posix()
        if path.is_file() and name not in made.issue:
            yield f"{path.as_posix()} stays as it was; the issue does not name it now."
