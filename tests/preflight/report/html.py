"""Reports read back by a parser of HTML."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

import tinyhtml5

from pamphleteer.preflight.model import Preflight
from pamphleteer.preflight.report import render_report

SVG = "{http://www.w3.org/2000/svg}"
Sides = tuple[float, float, float, float]


@dataclass(frozen=True, kw_only=True)
class Mark:
    """What circles a finding: frames and discs as left, top, right and bottom."""

    id: str
    leads_to: str
    frames: tuple[Sides, ...]
    discs: tuple[Sides, ...]


def parse(html: bytes) -> Element:
    """The elements of a report."""
    root: Element = tinyhtml5.parse(html, namespace_html_elements=False)
    return root


def report(*files: Preflight, **options: Any) -> Element:
    """The report of some files, read back."""
    return parse(render_report(files, **options))


def by_id(root: Element) -> dict[str, Element]:
    """Elements by their id, each of which there is once."""
    named = [element for element in root.iter() if "id" in element.attrib]
    found = {element.attrib["id"]: element for element in named}
    assert len(found) == len(named)
    return found


def text_of(element: Element) -> str:
    """All text in an element, with single spaces."""
    return " ".join("".join(element.itertext()).split())


def marks(root: Element, page: int) -> Iterator[Mark]:
    """The marks on the picture of a page of the first file."""
    for link in root.iter(f"{SVG}a"):
        if link.attrib["id"].startswith(f"f1-p{page}m"):
            yield Mark(
                id=link.attrib["id"],
                leads_to=link.attrib["href"].removeprefix("#"),
                frames=tuple(map(_frame, link.iter(f"{SVG}rect"))),
                discs=tuple(map(_disc, link.iter(f"{SVG}circle"))),
            )


def _frame(rect: Element) -> Sides:
    x, y, width, height = (float(rect.attrib[key]) for key in ("x", "y", "width", "height"))
    return x, y, x + width, y + height


def _disc(circle: Element) -> Sides:
    x, y, r = (float(circle.attrib[key]) for key in ("cx", "cy", "r"))
    return x - r, y - r, x + r, y + r
