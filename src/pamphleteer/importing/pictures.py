"""Pictures that articles show: those beside their document go over with them, in the same place.

An article's text is not changed: the issue room looks for a picture from the issue's folder, too.
"""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from pamphleteer.importing.compose import ArticleFile
from pamphleteer.importing.markdown_source import split_front_matter
from pamphleteer.importing.source import note
from pamphleteer.importing.words import markdown_parser
from pamphleteer.issue.files import IMAGE
from pamphleteer.problems import Problem, SourcePos


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """The files to copy, by their paths in the issue's folder, and those that were not."""

    files: dict[str, Path]
    unsure: tuple[Problem, ...]


def find_pictures(articles: Iterable[ArticleFile]) -> Pictures:
    """Find the pictures of articles in the folders of their documents, and below these."""
    files: dict[str, Path] = {}
    unsure: list[Problem] = []
    for article in articles:
        pos = article.part.pieces[0].block.pos
        for source in _sources(article.text):
            path = _beside(source, Path(pos.path).parent)
            if path is None:
                continue
            name = Path(os.path.normpath(unquote(source))).as_posix()
            if not files.setdefault(name, path).samefile(path):
                unsure.append(_not_copied(name, path, pos))
    return Pictures(files=files, unsure=tuple(unsure))


def _sources(text: str) -> Iterator[str]:
    _, body = split_front_matter(text)
    for token in markdown_parser().parse(body):
        for child in token.children or ():
            if child.type == "image":
                yield str(child.attrs["src"])


def _beside(source: str, folder: Path) -> Path | None:
    """The file that a path names in a document's folder, if it is a picture inside it."""
    path = folder / unquote(source)
    is_inside = path.resolve().is_relative_to(folder.resolve())
    is_picture = path.suffix.lower() in IMAGE.suffixes
    return path if is_inside and is_picture and path.is_file() else None


def _not_copied(name: str, path: Path, pos: SourcePos) -> Problem:
    message = f'"{path}" was not copied: another document has a picture "{name}", too'
    hint = "Copy it under another name, and write that name in the article."
    return note("picture-name", message, hint=hint, pos=pos)
