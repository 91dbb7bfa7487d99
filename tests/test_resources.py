"""The shipped folders are found in a checkout; tests/test_wheel.py finds them in a wheel."""

from pathlib import Path
from typing import Literal

import pytest

from pamphleteer import resources


@pytest.mark.parametrize("name", ["layouts", "fonts", "profiles"])
def test_checkout_has_its_folders_beside_src(name: Literal["layouts", "fonts", "profiles"]) -> None:
    assert resources.resource_folder(name) == Path(__file__).resolve().parents[1] / name


def test_folder_in_the_package_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "lib" / "site-packages" / "pamphleteer"
    (package / "fonts").mkdir(parents=True)
    (tmp_path / "lib" / "fonts").mkdir()
    monkeypatch.setattr(resources, "PACKAGE", package)
    assert resources.resource_folder("fonts") == package / "fonts"


def test_broken_installation_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "PACKAGE", tmp_path / "lib" / "pamphleteer")
    with pytest.raises(FileNotFoundError, match='"layouts" is missing'):
        resources.resource_folder("layouts")
