"""Where an import writes, what it leaves alone, and what it says of it."""

import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from pamphleteer.cli import main
from pamphleteer.importing import import_documents
from pamphleteer.issue import read_issue
from pamphleteer.problems import IssueError
from tests.importing.documents import EVENING, TUESDAY, Imported, write

ISSUE = f"""\
The Fold, Volume 3, Number 7, Spring 2026

WHY WE FOLD

{TUESDAY}

WHO WE ARE

{EVENING}

CONTACT

Email: fold@example.org
Web: example.org
"""

NAMES = ["about.md", "publication.yaml", "winter/articles/why-we-fold.md", "winter/issue.yaml"]


def files(folder: Path) -> dict[str, bytes]:
    """All files below a folder with what is in them; empty folders too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() if path.is_file() else b""
        for path in sorted(folder.rglob("*"))
        if path.is_file() or not any(path.iterdir())
    }


@pytest.fixture
def document(tmp_path: Path) -> Path:
    return write(tmp_path / "notes.md", ISSUE)


@pytest.fixture
def made(document: Path, tmp_path: Path) -> Imported:
    return Imported(report=import_documents([document], tmp_path / "issues" / "winter"))


def test_what_is_written(made: Imported) -> None:
    assert list(files(made.folder.parent)) == NAMES
    root = made.folder.parent
    assert sorted(path.relative_to(root).as_posix() for path in made.report.written) == NAMES
    assert read_issue(made.folder).title == "The Fold"


def test_a_folder_that_exists_is_refused(document: Path, made: Imported) -> None:
    before = files(made.folder.parent)
    with pytest.raises(IssueError) as failure:
        import_documents([document], made.folder)
    (problem,) = failure.value.problems
    assert problem.code == "folder-exists"
    assert "--force" in problem.hint
    assert files(made.folder.parent) == before


def test_a_file_for_a_folder_is_refused(document: Path) -> None:
    with pytest.raises(IssueError) as failure:
        import_documents([document], document, force=True)
    assert [problem.code for problem in failure.value.problems] == ["not-a-folder"]
    assert document.read_text() == ISSUE


def test_force_replaces_files_of_the_same_name_and_keeps_others(
    document: Path, made: Imported
) -> None:
    new = files(made.folder)
    write(made.folder / "issue.yaml", "date: mine\n")
    write(made.folder / "articles" / "mine.md", "# Mine\n")
    (made.folder / "out").mkdir()
    report = import_documents([document], made.folder, force=True)
    assert files(made.folder) == {**new, "articles/mine.md": b"# Mine\n", "out": b""}
    assert report.stays == (made.folder / "articles" / "mine.md",)
    assert "These stay as they were; the issue does not name them now:" in list(report.lines())


def test_publication_yaml_is_never_written_over(document: Path, tmp_path: Path) -> None:
    mine = (
        "# mine\ntitle: The Old Fold\nlanguage: en-GB\ncontact:\n  email: old@example.org\n"
        "  web: example.org\n  phone: 1 2 3\nprinting: {paper: a4}\n"
    )
    publication = write(tmp_path / "issues" / "publication.yaml", mine)
    made = Imported(report=import_documents([document], tmp_path / "issues" / "winter"))
    assert publication.read_text() == mine
    told = [(problem.pos.line, problem.message) for problem in made.report.differs if problem.pos]
    assert told == [
        (2, 'title is "The Fold" in the document, and "The Old Fold" in publication.yaml'),
        (1, 'about is "about.md" in the document, and nothing in publication.yaml'),
        (4, 'contact: heading is "CONTACT" in the document, and nothing in publication.yaml'),
        (
            5,
            'contact: email is "fold@example.org" in the document, '
            'and "old@example.org" in publication.yaml',
        ),
    ]
    assert made.issue["contact"] == {"heading": "CONTACT", "email": "fold@example.org"}
    issue = read_issue(made.folder)
    assert issue.title == "The Old Fold"
    assert issue.language == "en-GB"
    assert issue.contact
    assert (issue.contact.email, issue.contact.phone) == ("fold@example.org", "1 2 3")


def test_the_same_publication_differs_in_nothing(document: Path, made: Imported) -> None:
    again = made.folder.with_name("spring")
    report = import_documents([document], again)
    assert report.differs == ()
    assert list(files(again)) == ["articles/why-we-fold.md", "issue.yaml"]
    assert (again / "issue.yaml").read_bytes() == (made.folder / "issue.yaml").read_bytes()


def test_another_text_about_the_group_goes_into_the_issue(document: Path, made: Imported) -> None:
    write(document, ISSUE.replace("WHO WE ARE", "About us"))
    spring = Imported(report=import_documents([document], made.folder.with_name("spring")))
    assert made.about[0] == "WHO WE ARE"
    assert spring.issue["about"] == "about.md"
    assert (spring.folder / "about.md").read_text().startswith("---\nheadline: About us\n")
    assert read_issue(spring.folder)


def test_a_publication_that_cannot_be_read_is_told(document: Path, tmp_path: Path) -> None:
    write(tmp_path / "issues" / "publication.yaml", "title: a\nb: [c\n")
    with pytest.raises(IssueError) as failure:
        import_documents([document], tmp_path / "issues" / "winter")
    assert [problem.code for problem in failure.value.problems] == ["bad-yaml"]
    assert list(files(tmp_path / "issues")) == ["publication.yaml"]


def test_a_publication_in_the_issues_own_folder_is_found(document: Path, tmp_path: Path) -> None:
    folder = tmp_path / "winter"
    write(folder / "publication.yaml", "title: The Old Fold\n")
    import_documents([document], folder, force=True)
    assert not (tmp_path / "publication.yaml").exists()
    assert read_issue(folder).title == "The Old Fold"


OBSTACLES = ["articles", "issue.yaml", "articles/why-we-fold.md"]


@pytest.mark.parametrize("obstacle", OBSTACLES)
def test_when_writing_fails_all_is_as_it_was(document: Path, tmp_path: Path, obstacle: str) -> None:
    folder = tmp_path / "issues" / "winter"
    if "." in obstacle:
        (folder / obstacle / "mine").mkdir(parents=True)
    else:
        write(folder / obstacle, "mine")
    write(folder / "old" / "issue.yaml", "mine")
    before = files(tmp_path)
    with pytest.raises(IssueError) as failure:
        import_documents([document], folder, force=True)
    assert [problem.code for problem in failure.value.problems] == ["cannot-write"]
    assert files(tmp_path) == before


def test_a_folder_under_a_file_cannot_be_made(document: Path) -> None:
    with pytest.raises(IssueError) as failure:
        import_documents([document], document / "issues" / "winter")
    assert [problem.code for problem in failure.value.problems] == ["cannot-write"]


TARGETS = {
    "a name": ("winter", "winter"),
    "a path": ("issues/winter", "issues/winter"),
    "a path with ..": ("x/../issues/winter", "issues/winter"),
    "spaces and umlauts": ("März – Ausgabe/Nr. 7", "März – Ausgabe/Nr. 7"),
    "a slash at the end": ("winter/", "winter"),
}


@pytest.mark.parametrize(("to", "folder"), TARGETS.values(), ids=TARGETS)
def test_the_command(document: Path, monkeypatch: pytest.MonkeyPatch, to: str, folder: str) -> None:
    monkeypatch.chdir(document.parent)
    Path("x").mkdir()
    result = CliRunner().invoke(main, ["import", "notes.md", "--to", to])
    assert result.exit_code == 0, result.output
    assert Path(folder, "issue.yaml").is_file()
    assert Path(folder).with_name("publication.yaml").is_file()
    named = to.rstrip("/")
    assert f"\n  {named}/issue.yaml\n" in result.output
    command = f"pamphleteer build {shlex.quote(named)}"
    assert result.output.endswith(f"\nLook it through, then: {command}\n")


def test_into_the_folder_one_stands_in(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "issues" / "winter"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    here = Path().stat().st_ino
    refused = CliRunner().invoke(main, ["import", str(document), "--to", "."])
    assert refused.exit_code == 1
    result = CliRunner().invoke(main, ["import", str(document), "--to", ".", "--force"])
    assert result.exit_code == 0, result.output
    assert list(files(folder.parent)) == NAMES
    assert Path().stat().st_ino == here


def test_what_the_command_says(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(document.parent)
    cut = EVENING.replace(" two people", "\n\ntwo people")
    write(document, ISSUE.replace("\nWHO", f"\nThe Stapler\n\n{cut}\n\nWHO"))
    result = CliRunner().invoke(main, ["import", "notes.md", "--to", "winter"])
    assert result.output.split("\n\n")[:3] == [
        "The Fold, volume 3, number 7, Spring 2026: 1 article, 1 standing text, 1 contact block.",
        "notes.md:\n"
        '  line 1: issue "The Fold, Volume 3, Number 7, Spring 2026"\n'
        '  line 3: headline "WHY WE FOLD"\n'
        '  line 7: crosshead "The Stapler"\n'
        '  line 11: joined a paragraph: "It takes an evening," + "two people and a"\n'
        '  line 13: standing text "WHO WE ARE"\n'
        '  line 17: contact block "CONTACT"',
        "Please look at this:\n"
        'notes.md: note[language]: the language was guessed to be "en"\n'
        "    Write it with its region in publication.yaml if that matters, such as en-US.",
    ]


def test_faults_of_the_command(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(document.parent)
    result = CliRunner().invoke(main, ["import", "note.md", "x.docx", "--to", "winter"])
    assert result.exit_code == 1
    assert result.output == (
        'note.md: error[missing-file]: no file "note.md"\n    Did you mean "notes.md"?\n'
        'x.docx: error[missing-file]: no file "x.docx"\n'
        "2 problems; no file was changed.\n"
    )
