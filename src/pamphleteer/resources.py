"""Where the layouts, fonts, colour profiles and sample issue are that ship with Pamphleteer."""

from pathlib import Path
from typing import Literal

PACKAGE = Path(__file__).resolve().parent


def resource_folder(name: Literal["layouts", "fonts", "profiles", "issues"]) -> Path:
    """Find a folder that ships with us: inside the package in a wheel, beside src in a checkout.

    Raises:
        FileNotFoundError: it is in neither place, so the installation is broken.
    """
    for folder in (PACKAGE / name, PACKAGE.parents[1] / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f'"{name}" is missing from this installation of Pamphleteer')
