"""A desk for an issue: all that its galleys are made with, and the galleys' words read back."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from pamphleteer.images import prepare_picture
from pamphleteer.issue import read_issue
from pamphleteer.issue.matter import pictures_in
from pamphleteer.issue.model import ArticleItem, BoxItem, Issue, PictureFile
from pamphleteer.layout.desk import Desk
from pamphleteer.layout.fonts import read_fonts
from pamphleteer.layout.galley import Galley
from pamphleteer.layout.galleys import piece_galleys
from pamphleteer.layout.spec import read_layout
from pamphleteer.layout.standing import masthead_galley
from pamphleteer.resources import resource_folder
from pamphleteer.units import Pt

VOID = {"img", "br", "hr", "meta"}


@dataclass(frozen=True, slots=True)
class Ruler:
    """A gauge for which all that is written is of one size."""

    def depth(self, html: str, measure: Pt) -> Pt:
        return Pt(18 if html and measure else 0)

    def width(self, html: str) -> Pt:
        return Pt(700 if html else 0)


class Reading(HTMLParser):
    """Reads HTML strictly: its texts, its elements with their attributes, and that they nest."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert not self._open, f"{self._open} stay open"

    @property
    def text(self) -> str:
        """All text, runs of white space as one space."""
        return " ".join("".join(self.texts).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag, f"</{tag}> closes nothing"

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def values(self, name: str) -> list[str]:
        """The values of an attribute, wherever it stands."""
        return [value for _, attrs in self.elements if (value := attrs.get(name)) is not None]


def make_desk(folder: Path) -> Desk:
    """The desk of the issue in a folder."""
    issue = read_issue(folder)
    layout = read_layout(issue.layout, issue.pos)
    grid = layout.grid(issue.page)
    assert grid is not None
    return Desk(
        issue=issue,
        layout=layout,
        grid=grid,
        fonts=read_fonts((resource_folder("fonts"),)),
        pictures={
            picture.image: prepare_picture(picture.image, picture.pos)
            for picture in pictures_of(issue)
        },
        gauge=Ruler(),
    )


def pictures_of(issue: Issue) -> Iterator[PictureFile]:
    """All pictures of an issue."""
    for item in issue.items:
        if isinstance(item, ArticleItem | BoxItem):
            yield from pictures_in(item.article.body)


def galleys_of(desk: Desk) -> list[Galley]:
    """All galleys of an issue, the masthead's first."""
    return [masthead_galley(desk), *galleys_in(piece_galleys(desk))]


def galleys_in(made: Any) -> Iterator[Galley]:
    """The galleys in whatever holds them, in their order."""
    if isinstance(made, Galley):
        yield made
    elif isinstance(made, tuple | list):
        for each in made:
            yield from galleys_in(each)
    elif isinstance(made, dict):
        yield from galleys_in(list(made.values()))
    elif is_dataclass(made):
        yield from galleys_in([getattr(made, field.name) for field in fields(made)])
