"""How large a picture may be before it looks coarse, told in millimetres."""

from dataclasses import dataclass

from pamphleteer.images.model import Picture
from pamphleteer.problems import Problem, Severity, SourcePos
from pamphleteer.units import MM_PER_PT, Pt

MM_PER_INCH = 25.4


@dataclass(frozen=True, slots=True, kw_only=True)
class Sharpness:
    """Pixels to the inch below which a picture is ``soft``, and below which it is ``coarse``."""

    soft: int
    coarse: int


OFFICE = Sharpness(soft=150, coarse=100)
"""For an office printer or a copier: what `preflight`'s profile of it says, too."""


def tell_sharpness(
    picture: Picture,
    name: str,
    *,
    width: Pt,
    pos: SourcePos,
    has_width: bool = True,
    least: Sharpness = OFFICE,
) -> Problem | None:
    """Tell of a picture that has too few pixels for the width at which it is placed, in points.

    A coarse one is an error, which an editor may put up with. A figure ``has_width``, which its
    author may give; a cover or a notice is as large as its place.
    """
    if picture.is_drawing or picture.width / (width / 72) >= least.soft:
        return None
    placed, sharp = width * MM_PER_PT, picture.width / least.soft * MM_PER_INCH
    is_coarse = picture.width / (width / 72) < least.coarse
    looks = "its pixels will be seen" if is_coarse else "it will look soft"
    needed = -(-width * least.soft // 72)
    smaller = f"; or make it smaller: {{width={max(1, int(sharp))}mm}}" if has_width else ""
    return Problem(
        severity=Severity.ERROR if is_coarse else Severity.WARNING,
        code="image-ppi",
        message=f"{name}: sharp up to {int(sharp)} mm wide; placed at {placed:.0f} mm, {looks}",
        hint=f"Find the original, {needed:.0f} pixels wide or more{smaller}.",
        pos=pos,
    )
