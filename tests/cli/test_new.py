"""``new``: a publication that can be built, and the next issue after the last."""

from pathlib import Path

import pytest

from tests.build.pdf import page_sizes, plain, plain_letters, read_letters
from tests.build.publications import Publication, article, manifest, run, run_here


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_a_new_publication_can_be_built(tmp_path: Path) -> None:
    done = run("new", "Our paper", cwd=tmp_path)
    assert done.code == 0, done.err
    folder = tmp_path / "Our paper"
    assert sorted(path.name for path in folder.iterdir()) == ["issues"]
    built = run("build", cwd=folder)
    assert built.code == 0, built.err
    assert "8 pages on 2 sheets" in built.out
    outputs = list(folder.glob("issues/*/out/*.pdf"))
    assert len(outputs) == 3


def test_the_advice_of_new_can_be_followed(tmp_path: Path) -> None:
    """The command that it names, typed as it stands there."""
    done = run_here("new", tmp_path / "ours")
    assert done.code == 0
    assert str(tmp_path / "ours" / "issues" / "publication.yaml") in done.out
    assert "pamphleteer build" in done.out


@pytest.mark.parametrize("what", ["file in it", "file"])
def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path, what: str) -> None:
    target = tmp_path / "ours"
    if what == "file":
        target.write_text("mine")
    else:
        target.mkdir()
        (target / "notes.txt").write_text("mine")
    before = tree(tmp_path)
    done = run_here("new", target)
    assert done.code == 1
    assert "error[folder-exists]" in done.err
    assert tree(tmp_path) == before


def test_an_empty_folder_is_taken(tmp_path: Path) -> None:
    assert run_here("new", tmp_path).code == 0
    assert (tmp_path / "issues" / "publication.yaml").is_file()


@pytest.fixture
def at_publication(publication: Publication, monkeypatch: pytest.MonkeyPatch) -> Publication:
    monkeypatch.chdir(publication.root)
    return publication


def test_the_next_issue_has_the_manifest_counted_up(at_publication: Publication) -> None:
    text = (
        "# Ours: keep this line\n"
        + manifest(["articles/news.md", "banner: All of us", "box: articles/who.md", "contact"])
        + "# number: 7\n"
    )
    at_publication.write(
        {"winter/issue.yaml": text, "winter/articles/who.md": article("Who", "Us.")}
    )
    done = run_here("new", "issue")
    assert done.code == 0, done.err
    folder = at_publication.root / "issues" / "number-8"
    assert (folder / "issue.yaml").read_text() == text.replace('number: "7"', 'number: "8"')
    assert "Its number is 8." in done.out
    assert "Winter 2026" in done.out, "the date that is to be changed"
    assert "pamphleteer build" in done.out


def test_the_next_issue_can_be_built(at_publication: Publication) -> None:
    """With starter articles, which say what to do, and without the last issue's."""
    files = {"winter/articles/who.md": article("Who", "Us.")}
    order = ["articles/news.md", "box: articles/who.md", "contact"]
    at_publication.write({"winter/issue.yaml": manifest(order), **files})
    assert run_here("new", "issue", "spring").code == 0
    done = run_here("build", "--json")
    assert done.code == 0, done.out
    (screen, *_) = done.json["outputs"]
    assert screen.endswith("spring/out/spring-screen.pdf")
    printed, _ = plain_letters(read_letters(Path(screen)))
    assert plain("Volume 2, Number 8") in printed
    assert plain("A few words") not in printed
    assert len(page_sizes(Path(screen))) == 4


def test_issue_after_issue(at_publication: Publication) -> None:
    for number in (8, 9, 10, 11):
        assert run_here("new", "issue").code == 0
        assert (at_publication.root / f"issues/number-{number}/issue.yaml").is_file()


def test_a_second_issue_of_the_name_is_refused(at_publication: Publication) -> None:
    before = tree(at_publication.root)
    done = run_here("new", "issue", "winter")
    assert done.code == 1
    assert "error[folder-exists]" in done.err
    assert tree(at_publication.root) == before


def test_no_issue_to_begin_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    done = run_here("new", "issue")
    assert done.code == 1
    assert "error[no-issue]" in done.err
    assert tree(tmp_path) == {}


def test_faults_of_the_last_issue_are_told(at_publication: Publication) -> None:
    at_publication.write({"winter/issue.yaml": manifest(["articles/newz.md"])})
    done = run_here("new", "issue")
    assert done.code == 1
    assert "issues/winter/issue.yaml:5:5: error[unknown-article]" in done.err
    assert [path.name for path in at_publication.issue.parent.glob("*/issue.yaml")] == [
        "issue.yaml"
    ]
