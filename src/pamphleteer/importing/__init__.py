"""The importing room: documents in, the folder of an issue out.

    FILE ─ readers ─▶ Document: bytes made clean text (`readers`), cut into blocks of Markdown by
      │               a reader for the format (`markdown_source`, `text_source`); its words apart
      ▼
    understanding ─▶ Parts: what names the issue (`mastheads`), page numbers and running heads
      │              (`furniture`), cut words (`hyphens`), a role for each block (`runin`, `heads`),
      │              blocks to parts and cut paragraphs joined (`parts`, `joins`)
      ▼
    compose ─▶ Composition, all files as text: manifests (`contacts`, `publication`, `yamltext`)
      │        and articles (`frontmatter`, `articles`)
      ▼
    proof ─ placing ─▶ the issue's folder ─▶ ImportReport (`report`)

Invariants: no word is lost and none is invented, or nothing is written; files appear all or none;
an existing publication.yaml is never changed; the same documents make the same files. Nothing is
decided silently: what was done, doubted, and is still to be mended is in the report.

Another format is a reader more in `readers.READERS`: a function from a document to its blocks in
Markdown, each line with its place, and to its printed words, read independently of the blocks so
that the proof compares two readings. Nothing after the readers knows what the document was.

What is not done: kickers, standfirsts and pull quotes are not guessed; a page's columns that a
program has mixed up are not put in order; words are not corrected.
"""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from pamphleteer.importing.compose import ABOUT_FILE, PUBLICATION_FILE, Surroundings, compose
from pamphleteer.importing.pictures import find_pictures
from pamphleteer.importing.placing import place
from pamphleteer.importing.proof import prove_words
from pamphleteer.importing.publication import read_publication
from pamphleteer.importing.readers import read_document
from pamphleteer.importing.report import ImportReport, make_report
from pamphleteer.importing.source import Document
from pamphleteer.importing.understanding import understand
from pamphleteer.issue import read_issue
from pamphleteer.problems import IssueError, Problem, Severity, SourcePos, error

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
    folder = _named(to)
    documents = _read_all(files, folder, force=force)
    understood = understand(documents)
    around = _look_around(folder)
    made = compose(understood.parts, understood.entries, understood.language, around)
    faults = prove_words(documents, made, around.publication)
    if faults:
        raise IssueError(faults)
    pictures = find_pictures(made.articles)
    shared = {around.root / name: text for name, text in made.shared.items()}
    own: dict[Path, str | Path] = {
        **{folder / name: picture for name, picture in pictures.files.items()},
        **{folder / name: text for name, text in made.issue.items()},
    }
    stays = _files_that_stay(folder, own)
    place({**shared, **own}, folder)
    report = make_report(folder, understood, made, around.publication)
    return replace(
        report,
        unsure=(*report.unsure, *pictures.unsure),
        mend=_to_be_mended(folder),
        written=(*shared, *own),
        stays=stays,
    )


def _named(to: Path) -> Path:
    """The folder by a path with its name in it, which ``.`` and ``..`` have not."""
    return Path(os.path.abspath(to)) if to.name in ("", "..") else to  # noqa: PTH100 (keeps ..)


def _read_all(files: Sequence[Path], to: Path, *, force: bool) -> tuple[Document, ...]:
    """Read all documents; the faults of all, and of the target, are told at once."""
    if not files:
        raise ValueError("no files to import")
    documents: list[Document] = []
    problems = [*_target_faults(to, force=force), *_repeated(files)]
    for path in dict.fromkeys(files):
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


def _repeated(files: Sequence[Path]) -> Iterator[Problem]:
    times = Counter(path.resolve() for path in files)
    for path, count in times.items():
        if count > 1:
            shown = next(each for each in files if each.resolve() == path).as_posix()
            message = f'"{shown}" is named {count} times'
            yield error("duplicate-file", message, pos=SourcePos(path=shown))


def _look_around(folder: Path) -> Surroundings:
    """Find the publication: as for a build, in the issue's folder or else in the one above."""
    root = folder if (folder / PUBLICATION_FILE).is_file() else folder.parent
    about = root / ABOUT_FILE
    return Surroundings(
        root=root,
        publication=read_publication(root / PUBLICATION_FILE),
        about=about.read_text("utf-8", errors="replace") if about.is_file() else None,
    )


def _files_that_stay(folder: Path, written: Iterable[Path]) -> tuple[Path, ...]:
    """The files of an existing folder that the import does not write."""
    written = set(written)
    found = sorted(folder.rglob("*")) if folder.is_dir() else ()
    return tuple(path for path in found if path.is_file() and path not in written)


def _to_be_mended(folder: Path) -> tuple[Problem, ...]:
    """What keeps the new issue from being built: the importer writes nothing of its own."""
    try:
        read_issue(folder)
    except IssueError as fault:
        return tuple(replace(each, severity=Severity.WARNING) for each in fault.problems)
    return ()
