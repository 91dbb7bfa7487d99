"""Pictures as they were placed: fitted to each output, and told of where they are too small."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pamphleteer import images
from pamphleteer.images import Picture, Purpose, Use
from pamphleteer.issue.holdings import notices_of, pictures_of
from pamphleteer.issue.model import CoverItem, Issue, PictureFile
from pamphleteer.problems import Problem, warning
from pamphleteer.typeset.pictures import Placed
from pamphleteer.units import Pt


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A picture as an editor named it, as it was prepared, and as it is used on the pages.

    A figure in a text ``has_width``, which may be made smaller.
    """

    file: PictureFile
    picture: Picture
    use: Use
    has_width: bool


def shown_pictures(
    issue: Issue,
    pictures: Mapping[Path, Picture],
    cover: Picture | None,
    placed: Iterable[Placed],
) -> tuple[Shown, ...]:
    """Every picture that is placed, with the width at which it is widest.

    Args:
        issue: What names the pictures.
        pictures: As they were prepared, by file.
        cover: The cover's, as it was shaded.
        placed: Where they stand, by their names as assets.
    """
    widths: dict[str, Pt] = {}
    for each in placed:
        widths[each.name] = max(each.width, widths.get(each.name, each.width))
    on_cover = {id(item.picture) for item in issue.items if isinstance(item, CoverItem)}
    fixed = on_cover | {id(notice.picture) for notice in notices_of(issue)}
    found = (
        (file, cover if cover and id(file) in on_cover else pictures[file.image])
        for file in pictures_of(issue)
    )
    return tuple(
        Shown(
            file=file,
            picture=picture,
            use=Use(width=widths[picture.name], halftone=_halftone(file, issue)),
            has_width=id(file) not in fixed,
        )
        for file, picture in found
        if picture.name in widths
    )


def _halftone(file: PictureFile, issue: Issue) -> int:
    return issue.halftone if file.halftone is None else file.halftone


def fitter(shown: Iterable[Shown], purpose: Purpose) -> Callable[[bytes], bytes]:
    """What makes of a picture's bytes those that an output needs.

    Where one file is named twice, as it is named first.
    """
    known = {each.picture.content: each for each in reversed(tuple(shown))}

    def fit(content: bytes) -> bytes:
        each = known[content]
        return images.fit_picture(each.picture, each.use, purpose)

    return fit


def picture_problems(shown: Iterable[Shown]) -> Iterator[Problem]:
    """What is to be told of pictures: each file once."""
    told: set[Path] = set()
    for each in shown:
        file, name = each.file, each.file.image.name
        if file.image in told:
            continue
        told.add(file.image)
        if each.picture.is_unmanaged:
            yield warning(
                "unknown-colours",
                f"the colour profile in {name} cannot be used: its colours are taken for sRGB's",
                hint="Open it in a picture program, convert it to sRGB, and save it anew.",
                pos=file.pos,
            )
        problem = images.tell_sharpness(
            each.picture, name, width=each.use.width, pos=file.pos, has_width=each.has_width
        )
        if problem:
            yield problem
