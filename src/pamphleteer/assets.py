"""What pages load: pictures made safe, QR codes and initials, each under a name of its own."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from pamphleteer import images
from pamphleteer.images import Picture
from pamphleteer.issue.holdings import pictures_of
from pamphleteer.issue.model import Issue
from pamphleteer.layout.spec import Layout
from pamphleteer.problems import IssueError, Problem
from pamphleteer.typeset.fetching import Asset


def prepare_pictures(issue: Issue) -> dict[Path, Picture]:
    """Prepare every picture once.

    Raises:
        IssueError: ``bad-image``, one problem for each picture that cannot be read.
    """
    pictures: dict[Path, Picture] = {}
    problems: list[Problem] = []
    for picture in pictures_of(issue):
        if picture.image not in pictures:
            try:
                pictures[picture.image] = images.prepare_picture(picture.image, picture.pos)
            except IssueError as fault:
                problems += fault.problems
    if problems:
        raise IssueError(problems)
    return pictures


def collect_assets(
    issue: Issue,
    layout: Layout,
    *,
    pictures: Mapping[Path, Picture],
    drawings: Iterable[tuple[str, bytes]],
) -> dict[str, Asset]:
    """All that an issue's pages load; ``drawings`` are in SVG, by name.

    Raises:
        IssueError: the QR code's address is too long.
    """
    assets = {picture.name: picture_asset(picture) for picture in pictures.values()}
    assets |= drawn_assets(drawings)
    if issue.contact and issue.contact.qr:
        code = images.draw_qr(
            issue.contact.qr.url, ink=layout.inks["ink"].stand_in, pos=issue.contact.pos
        )
        assets["qr.svg"] = _svg(code)
    return assets


def drawn_assets(drawings: Iterable[tuple[str, bytes]]) -> dict[str, Asset]:
    """Drawings in SVG, by name, as pages load them."""
    return {name: _svg(content) for name, content in drawings}


def picture_asset(picture: Picture) -> Asset:
    """A picture as pages load it."""
    return Asset(content=picture.content, media_type=picture.media_type)


def _svg(content: bytes) -> Asset:
    return Asset(content=content, media_type="image/svg+xml")
