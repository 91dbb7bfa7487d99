"""A layout of our own for each test to spoil."""

import shutil
from pathlib import Path

import pytest

from pamphleteer.resources import resource_folder

BOOKLET = resource_folder("layouts") / "booklet"


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a copy of the booklet layout, called ``mine``, the only one there is."""
    folder = tmp_path / "layouts" / "mine"
    shutil.copytree(BOOKLET, folder)
    monkeypatch.setattr("pamphleteer.resources.PACKAGE", tmp_path)
    return folder
