"""Several documents at once: each an article, or one of them the frame of the issue."""

from pathlib import Path

import pytest

from pamphleteer.importing import import_documents
from pamphleteer.problems import IssueError
from tests.importing.documents import EVENING, TUESDAY, import_files, write

THREE = {
    "1 first.md": f"# Why we fold\n\n{TUESDAY}\n\n## The stapler\n\n{EVENING}\n\n## Ink\n\nRed.\n",
    "2 second.md": f"---\ntitle: Paper\nauthor: Ada Bell\n---\n\n{EVENING}\n",
    "3 third.txt": f"INK AND WATER\n\n{TUESDAY}\n",
}


def test_three_articles(tmp_path: Path) -> None:
    made = import_files(tmp_path, THREE)
    assert made.items == [
        "articles/why-we-fold.md",
        "articles/paper.md",
        "articles/ink-and-water.md",
    ]
    assert made.articles == [
        ("Why we fold", [TUESDAY, "## The stapler", EVENING, "## Ink", "Red."]),
        ("Paper", [EVENING]),
        ("INK AND WATER", [TUESDAY]),
    ]


def test_they_stand_in_the_order_given(tmp_path: Path) -> None:
    made = import_files(tmp_path, dict(reversed(THREE.items())))
    assert made.headlines == ["INK AND WATER", "Paper", "Why we fold"]


def test_the_report_names_each_document_once(tmp_path: Path) -> None:
    lines = list(import_files(tmp_path, THREE).report.lines())
    assert [line for line in lines if line.startswith(f"{tmp_path}/") and line.endswith(":")] == [
        f"{tmp_path}/{name}:" for name in THREE
    ]


def test_a_frame_and_its_articles(tmp_path: Path) -> None:
    frame = (
        f"The Fold, No. 7, May 2026\n\nWho We Are\n\n{EVENING}\n\nContact\n\n"
        "Email: fold@example.org\nWeb: example.org\n"
    )
    repeated = f"The Fold, No. 7, May 2026\n\nWHY WE FOLD\n\n{TUESDAY}\n"
    made = import_files(tmp_path, {"article.md": repeated, "frame.md": frame})
    assert made.head == {"title": "The Fold", "number": "7", "date": "May 2026"}
    assert made.items == ["articles/why-we-fold.md", {"box": "about"}, "contact"]
    assert '1 left out "The Fold, No. 7, May 2026": it repeats the issue\'s line' in made.done
    assert made.report.mend == ()


def test_articles_of_the_same_name(tmp_path: Path) -> None:
    made = import_files(tmp_path, {f"{n}.md": f"# Fold\n\n{TUESDAY}\n" for n in "abc"})
    assert made.items == ["articles/fold.md", "articles/fold-2.md", "articles/fold-3.md"]


def test_headlines_in_other_scripts_have_names_too(tmp_path: Path) -> None:
    texts = {"a.md": f"# Складка\n\n{TUESDAY}\n", "b.md": f"# Écrire à Łódź\n\n{TUESDAY}\n"}
    made = import_files(tmp_path, texts)
    assert made.items == ["articles/article.md", "articles/ecrire-a-odz.md"]
    assert made.headlines == ["Складка", "Écrire à Łódź"]


def test_pictures_of_the_same_name_are_told(tmp_path: Path) -> None:
    texts = {f"{n}/a.md": f"# {n}\n\n{TUESDAY}\n\n![{n}](p.png)\n" for n in "xyz"}
    for folder, picture in {"x": "one", "y": "two", "z": "one"}.items():
        write(tmp_path / folder / "p.png", picture)
    made = import_files(tmp_path, texts)
    assert (made.folder / "p.png").read_text() == "one"
    assert [line for line in made.doubts if "picture" in line] == ["1 picture-name"] * 2


def test_the_faults_of_all_are_told(tmp_path: Path) -> None:
    good = write(tmp_path / "good.md", f"# Fold\n\n{TUESDAY}\n")
    bad = write(tmp_path / "bad.md", b"\xff")
    paths = [good, bad, tmp_path / "gone.md", good]
    with pytest.raises(IssueError) as failure:
        import_documents(paths, tmp_path / "winter")
    codes = [problem.code for problem in failure.value.problems]
    assert codes == ["duplicate-file", "not-utf-8", "missing-file"]
    assert not (tmp_path / "winter").exists()
