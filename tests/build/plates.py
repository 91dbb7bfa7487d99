"""A PDF's plates, as Ghostscript separates them: how much of each ink is where."""

import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from PIL import Image, ImageChops

PLATE = re.compile(r"plate1\((.+)\)")
FULL = 255
PROCESS = ("Cyan", "Magenta", "Yellow", "Black")


def separate(pdf: Path, page: int = 1, *, dpi: int = 50) -> dict[str, Image.Image]:
    """The plates of a page by their inks' names: 0 is no ink, 255 is solid."""
    assert shutil.which("gs"), "Ghostscript is missing, the judge of plates: make system-test"
    with tempfile.TemporaryDirectory() as folder:
        command = [
            *("gs", "-q", "-dNOPAUSE", "-dBATCH", "-dSAFER", "-sDEVICE=tiffsep", f"-r{dpi}"),
            *(f"-dFirstPage={page}", f"-dLastPage={page}", f"-sOutputFile={folder}/plate%d.tif"),
        ]
        done = subprocess.run([*command, pdf], check=True, capture_output=True, text=True)
        assert not done.stderr, done.stderr
        found = ((PLATE.fullmatch(path.stem), path) for path in sorted(Path(folder).glob("*.tif")))
        return {match[1]: _ink(path) for match, path in found if match}


def _ink(path: Path) -> Image.Image:
    with Image.open(path) as image:
        return ImageChops.invert(image.convert("L"))


def inked(plate: Image.Image, *, least: int = 1) -> Image.Image:
    """Where a plate has at least so much ink: 255 there, else 0."""
    return plate.point(lambda level: FULL if level >= least else 0)


def has_ink(plate: Image.Image) -> bool:
    return plate.getbbox() is not None


def both(one: Image.Image, other: Image.Image) -> Image.Image:
    """What two pictures have in common."""
    return ImageChops.darker(one, other)


def most_ink(plates: Mapping[str, Image.Image]) -> float:
    """The most ink that is anywhere, of all plates together, in percent."""
    samples = zip(*(plate.tobytes() for plate in plates.values()), strict=True)
    return max(map(sum, samples)) / FULL * 100
