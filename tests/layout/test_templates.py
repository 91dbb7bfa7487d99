"""Templates: what they do not find is an error, and what is not markup is escaped."""

from pathlib import Path

import pytest

from pamphleteer.layout.templates import fill
from pamphleteer.problems import IssueError, Problem


def problem_in(folder: Path, text: str, **values: object) -> Problem:
    (folder / "page.html.j2").write_text(text, encoding="utf-8")
    with pytest.raises(IssueError) as caught:
        fill(folder, "page.html.j2", **values)
    (problem,) = caught.value.problems
    assert problem.code == "bad-template"
    assert problem.pos is not None
    assert problem.pos.path == f"{folder.name}/page.html.j2"
    return problem


def test_values_are_escaped(tmp_path: Path) -> None:
    (tmp_path / "page.html.j2").write_text('<p title="{{ text }}">{{ text }}</p>')
    escaped = "&lt;b&gt; &amp; &#34;c&#34; &#39;d&#39;"
    expected = f'<p title="{escaped}">{escaped}</p>'
    assert fill(tmp_path, "page.html.j2", text="<b> & \"c\" 'd'") == expected


def test_a_name_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    assert "'headlin' is undefined" in problem_in(tmp_path, "{{ headlin }}", headline="x").message


def test_a_field_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    assert "has no attribute 'title'" in problem_in(tmp_path, "{{ it.title }}", it=7).message


def test_a_slip_in_a_template_is_told_with_its_line(tmp_path: Path) -> None:
    problem = problem_in(tmp_path, "<p>\n{% if title %}\n</p>\n{% endfor %}\n", title="x")
    assert problem.pos is not None
    assert problem.pos.line == 4


def test_a_template_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(IssueError, match=r"missing\.html\.j2"):
        fill(tmp_path, "missing.html.j2")


def test_a_template_reaches_no_file_outside_its_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    folder = tmp_path / "layout"
    folder.mkdir()
    for name in ("../secret.txt", str(tmp_path / "secret.txt")):
        assert "secret" not in problem_in(folder, f'{{% include "{name}" %}}').hint
