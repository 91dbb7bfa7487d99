"""Draw all reference pictures anew: ``python -m tests.pictures.draw [NAME…]``."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.pictures.drawing import FOLDER, draw_page, save
from tests.pictures.pages import REFERENCES


def main(names: list[str]) -> None:
    """Draw those that are named, or all; what has no page any more is deleted."""
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.glob("*.png"):
        if path.stem not in REFERENCES:
            path.unlink()
    for name in names or REFERENCES:
        with TemporaryDirectory() as root:
            save(draw_page(Path(root), REFERENCES[name]), FOLDER / f"{name}.png")


if __name__ == "__main__":
    main(sys.argv[1:])
