"""The garbage collector rests while it would find nothing, and works again afterwards."""

import gc
import subprocess
import sys
from collections.abc import Iterator

import pytest

from pamphleteer.collector import uncollected


@pytest.fixture(autouse=True)
def _working() -> Iterator[None]:
    working = gc.isenabled()
    gc.enable()
    yield
    if not working:
        gc.disable()


def test_it_rests_within_and_works_again() -> None:
    with uncollected(), uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_it_works_again_after_a_failure() -> None:
    @uncollected()
    def fail() -> None:
        assert not gc.isenabled()
        raise ValueError("tired")

    with pytest.raises(ValueError, match="tired"):
        fail()
    assert gc.isenabled()


def test_whoever_has_switched_it_off_finds_it_off() -> None:
    gc.disable()
    with uncollected():
        pass
    assert not gc.isenabled()


def test_with_the_lever_off_it_works_on() -> None:
    code = "import gc; from pamphleteer.collector import uncollected\n"
    code += "with uncollected(): print(gc.isenabled())"
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={"PAMPHLETEER_WITHOUT": "collector"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert run.stdout.strip() == "True"
