"""A sound publication for each test to spoil."""

from pathlib import Path

import pytest

from tests.issue.publications import Publication, make_publication


@pytest.fixture
def publication(tmp_path: Path) -> Publication:
    return make_publication(tmp_path)
