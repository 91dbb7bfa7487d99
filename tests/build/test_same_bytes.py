"""Same input, same bytes; and the two commands that lead from a document to a folded booklet."""

from pathlib import Path

import pytest

from tests.build.finished import Finished
from tests.build.pdf import page_sizes
from tests.build.publications import Publication, copy_sample, run


def outputs(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.pdf"))}


def test_bytes_know_no_folder_time_zone_language_or_hash_seed(
    sample: Finished, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Built elsewhere, from within the issue's folder, to another folder of outputs."""
    folder = copy_sample(tmp_path / "Another folder, ünïcode")
    out = tmp_path / "printed"
    elsewhere = {"TZ": "Pacific/Auckland", "LC_ALL": "de_DE.UTF-8", "PYTHONHASHSEED": "77"}
    done = run("build", "--out", out, cwd=folder, **elsewhere)
    assert done.code == 0, done.err
    assert outputs(out) == outputs(sample.screen.parent)
    assert not (folder / "out").exists()


def test_two_commands_lead_from_a_document_to_a_booklet(real: Finished) -> None:
    """``import`` and ``build`` made the outputs; built again, they are the same to the byte."""
    before = outputs(real.screen.parent)
    done = run("build", "--json", cwd=real.folder.parents[1])
    assert done.code == 0, done.out
    assert (done.json["pages"], done.json["sheets"]) == (8, 2)
    assert done.json["problems"] == []
    assert outputs(real.screen.parent) == before
    assert len(page_sizes(real.booklet)) == 4


def test_one_output_alone_is_the_same(publication: Publication, tmp_path: Path) -> None:
    assert publication.build_here().code == 0
    for output in ("screen", "print", "booklet"):
        done = publication.build_here("--only", output, "--out", tmp_path / output)
        assert done.code == 0, done.err
        name = f"winter-{output}.pdf"
        assert outputs(tmp_path / output) == {name: publication.files()[name]}
