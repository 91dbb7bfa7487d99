"""What an editor reads: positions, problems and hints, letter for letter."""

import pytest

from pamphleteer.problems import IssueError, Severity, SourcePos, error, nearest, warning


@pytest.mark.parametrize(
    ("pos", "shown"),
    [
        (SourcePos(path="issue.yaml", line=14, column=9), "issue.yaml:14:9"),
        (SourcePos(path="issue.yaml", line=14), "issue.yaml:14"),
        (SourcePos(path="issue.yaml"), "issue.yaml"),
    ],
)
def test_position_shows_what_is_known(pos: SourcePos, shown: str) -> None:
    assert str(pos) == shown


def test_positions_are_in_the_order_of_reading() -> None:
    numbers = [(2, 1), (10, 1), (2, 12), (2, 3)]
    poses = [SourcePos(path="a.md", line=line, column=column) for line, column in numbers]
    assert [(pos.line, pos.column) for pos in sorted(poses)] == sorted(numbers)


def test_problem_has_its_fix_on_the_next_line() -> None:
    problem = error(
        "unknown-article",
        'no article "citty.md"',
        hint=nearest("citty.md", ["guard.md", "city.md"]),
        pos=SourcePos(path="issue.yaml", line=14, column=9),
    )
    assert str(problem) == (
        'issue.yaml:14:9: error[unknown-article]: no article "citty.md"\n'
        '    Did you mean "city.md"?'
    )


def test_problem_without_place_or_fix_is_one_line() -> None:
    assert str(warning("no-fit", "two lines over")) == "warning[no-fit]: two lines over"


def test_severity_is_as_the_maker_says() -> None:
    assert error("a", "b").severity is Severity.ERROR
    assert warning("a", "b").severity is Severity.WARNING


def test_issue_error_tells_every_problem_in_order() -> None:
    problems = [error("first", "one"), warning("second", "two")]
    raised = IssueError(iter(problems))
    assert raised.problems == tuple(problems)
    assert str(raised) == "error[first]: one\nwarning[second]: two"


def test_nothing_near_is_no_hint() -> None:
    assert nearest("colophon", ["city.md", "guard.md"]) == ""
