"""A small publication to run commands in."""

from pathlib import Path

import pytest

from tests.build.publications import Publication, make_publication


@pytest.fixture
def publication(tmp_path: Path) -> Publication:
    return make_publication(tmp_path)
