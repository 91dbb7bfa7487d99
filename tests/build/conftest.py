"""The sample and the real issue, built once and looked at by many tests."""

from functools import partial
from pathlib import Path

import pytest

from tests.build.finished import Finished, build_once, prepare_real, prepare_sample
from tests.build.publications import Publication, make_publication


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Finished:
    """The sample issue, built."""
    return build_once(tmp_path_factory, worker_id, "sample", prepare_sample)


@pytest.fixture(scope="session")
def real(real_issue: Path, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Finished:
    """The real issue, imported and built."""
    prepare = partial(prepare_real, real_issue)
    return build_once(tmp_path_factory, worker_id, "real", prepare)


@pytest.fixture(scope="session", params=["sample", "real"])
def finished(request: pytest.FixtureRequest) -> Finished:
    """Each of the two issues in turn."""
    made: Finished = request.getfixturevalue(request.param)
    return made


@pytest.fixture
def publication(tmp_path: Path) -> Publication:
    """A small publication, not yet built."""
    return make_publication(tmp_path)
