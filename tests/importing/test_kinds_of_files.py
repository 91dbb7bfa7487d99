"""What bytes are read as a document, and what is said of the others."""

from pathlib import Path

import pytest

from pamphleteer.importing import import_documents
from pamphleteer.problems import IssueError
from tests.importing.documents import TUESDAY, import_text, refused, write

NEWS = f"The Fold, No. 7, Spring 2026\n\nA NAÏVE QUESTION\n\nWhy “fold” – at all? {TUESDAY}\n"

READ = {
    "line feeds": NEWS.encode(),
    "carriage returns and line feeds": NEWS.replace("\n", "\r\n").encode(),
    "carriage returns": NEWS.replace("\n", "\r").encode(),
    "byte order mark": b"\xef\xbb\xbf" + NEWS.encode(),
    "no last line feed": NEWS.rstrip().encode(),
    "empty lines around": b"\n\n\n" + NEWS.encode() + b"\n\n\n",
    "lines with spaces at the end": NEWS.replace("\n", " \n").encode(),
}


@pytest.mark.parametrize("raw", READ.values(), ids=READ)
@pytest.mark.parametrize("name", ["notes.md", "notes.txt", "NOTES.MARKDOWN", "notes.text"])
def test_the_same_text_however_its_lines_end(tmp_path: Path, raw: bytes, name: str) -> None:
    made = import_text(tmp_path, raw, name)
    assert made.head == {"title": "The Fold", "number": "7", "date": "Spring 2026"}
    assert made.articles == [("A NAÏVE QUESTION", [f"Why “fold” – at all? {TUESDAY}"])]


REFUSED = {
    "Windows-1252": (NEWS.encode("cp1252"), ":3: error[not-utf-8]: byte 34 (0xCF)"),
    "Windows-1252 with CRLF": (NEWS.replace("\n", "\r\n").encode("cp1252"),
                               ":3: error[not-utf-8]: byte 36 (0xCF)"),
    "UTF-16": (NEWS.encode("utf-16"), ":1: error[not-utf-8]: the document is in UTF-16"),
    "UTF-16, big-endian": (b"\xfe\xff" + NEWS.encode("utf-16-be"),
                           ":1: error[not-utf-8]: the document is in UTF-16"),
    "UTF-16 without a mark": (NEWS.encode("utf-16-le"), ":1: error[nul-byte]: byte 1"),
    "NUL": (b"Fold\n\nIt\0ends.\n", ":3: error[nul-byte]: byte 8"),
    "an image": (b"\x89PNG\r\n\x1a\n\x00", ":3: error[nul-byte]: byte 8"),
    "nothing": (b"", ": error[empty-file]: "),
    "nothing but space": (b" \n\t\n\f\n", ": error[empty-file]: "),
    "nothing but rules": (b"***\n\n* * *\n", ": error[empty-file]: "),
    "nothing but front matter": (b"---\ntitle: Fold\n---\n", ": error[empty-file]: "),
    "front matter that is no YAML": (b"---\ntitle: Fold: now\n---\nWords.\n",
                                     ":2:12: error[bad-yaml]: "),
    "front matter that nests": (b"---\na: " + b"[" * 4000 + b"\n---\nWords.\n",
                                ":2:"),
    "front matter with laughs": (b"---\na: &a [x, x]\nb: [*a, *a]\n---\nWords.\n",
                                 ":2:4: error[bad-yaml]: "),
}  # fmt: skip


@pytest.mark.parametrize(("raw", "said"), REFUSED.values(), ids=REFUSED)
def test_bytes_that_are_no_text(tmp_path: Path, raw: bytes, said: str) -> None:
    first = refused(tmp_path, raw)[0]
    assert str(first).startswith(f"{tmp_path}/notes.md{said}")


@pytest.mark.parametrize("name", ["notes.docx", "notes.pdf", "notes", "notes.md.bak"])
def test_other_kinds_of_files(tmp_path: Path, name: str) -> None:
    (problem,) = refused(tmp_path, NEWS, name)
    assert problem.code == "unknown-format"
    assert "Save it as plain text" in problem.hint


def test_files_that_are_not_there(tmp_path: Path) -> None:
    write(tmp_path / "notes.md", NEWS)
    (tmp_path / "folder.md").mkdir()
    paths = [tmp_path / name for name in ("note.md", "folder.md", "folder")]
    with pytest.raises(IssueError) as failure:
        import_documents(paths, tmp_path / "winter")
    said = [(problem.code, problem.hint) for problem in failure.value.problems]
    assert said == [
        ("missing-file", 'Did you mean "notes.md"?'),
        ("unreadable-file", "Name the files in it."),
        ("missing-file", ""),
    ]


def test_what_is_no_text_is_taken_out_and_told(tmp_path: Path) -> None:
    text = (
        "THE FOLD\n\nOne hyphen\u00adated word, one cut at a line's e\u00ad\nnd, a \u200bspace.\a\n"
        "\f\nTwo.\n"
    )
    made = import_text(tmp_path, text, "notes.txt")
    assert made.articles == [
        ("THE FOLD", ["One hyphenated word, one cut at a line's end, a space.", "Two."])
    ]
    assert made.done[:5] == [
        "0 took out soft hyphens at a line's end (1)",
        "0 took out soft hyphens (1)",
        "0 took out invisible characters (1)",
        "0 took out form feeds (1)",
        "0 took out control characters (1)",
    ]
