"""Profiles are read as they were written, and what is wrong with one is told with its line."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.desk.printers import (
    Manual,
    Printer,
    backs_order,
    flip_of,
    list_printers,
    printers_folder,
    put_back,
    read_printer,
    write_printer,
)
from pamphleteer.imposition.printer import BOUNDS
from pamphleteer.problems import IssueError, Problem, SourcePos

BY_HAND = Printer(name="office", duplex="manual", manual=Manual(order="reversed", turned=True))

NUMBERS = {
    key: st.integers(int(1000 * least), int(1000 * most)).map(lambda number: number / 1000)
    for key, (least, most) in BOUNDS.items()
}
MANUALS = st.builds(Manual)
PRINTERS = st.builds(
    Printer,
    name=st.from_regex(r"printer(-[a-z0-9]{1,5}){0,3}", fullmatch=True),
    duplex=st.sampled_from(["short-edge", "long-edge", "none"]),
    **NUMBERS,
) | st.builds(Printer, name=st.just("office"), duplex=st.just("manual"), manual=MANUALS, **NUMBERS)


def problems_of(folder: Path, text: str) -> tuple[Problem, ...]:
    (folder / "office.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(IssueError) as caught:
        read_printer("office", folder=folder)
    return caught.value.problems


@given(printer=PRINTERS)
def test_a_profile_is_read_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, printer: Printer
) -> None:
    folder = tmp_path_factory.mktemp("settings") / "printers"
    path = write_printer(printer, folder=folder)
    assert path == folder / f"{printer.name}.yaml"
    assert read_printer(printer.name, folder=folder) == printer
    assert [each.name for each in folder.iterdir()] == [path.name]


def test_a_profile_is_plain_to_read(tmp_path: Path) -> None:
    path = write_printer(BY_HAND, folder=tmp_path)
    assert path.read_text(encoding="utf-8") == (
        "duplex: manual\nbacks: reversed\nbacks_turned: yes\nstack: as-it-lies\nfaces: down\n"
        "top: last\noffset_x_mm: 0\noffset_y_mm: 0\nskew_deg: 0\nmargin_mm: 0\n"
    )


def test_little_is_enough_by_hand(tmp_path: Path) -> None:
    (tmp_path / "office.yaml").write_text("duplex: manual\nbacks: reversed\nbacks_turned: yes\n")
    assert read_printer("office", folder=tmp_path) == BY_HAND


def test_printers_are_listed_by_name(tmp_path: Path) -> None:
    assert list_printers(tmp_path / "none") == ()
    for name in ("office", "attic"):
        write_printer(Printer(name=name, duplex="none"), folder=tmp_path)
    for name in ("notes.txt", ".office.yaml", "HP 4.yaml", "office.yaml~"):
        (tmp_path / name).touch()
    assert list_printers(tmp_path) == ("attic", "office")


def test_a_later_profile_takes_the_place_of_the_earlier_one(tmp_path: Path) -> None:
    for duplex in ("short-edge", "long-edge"):
        write_printer(Printer(name="office", duplex=duplex), folder=tmp_path)
    assert read_printer("office", folder=tmp_path).duplex == "long-edge"


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "printers").touch()
    with pytest.raises(IssueError, match="PAMPHLETEER_PRINTERS") as caught:
        write_printer(BY_HAND, folder=tmp_path / "printers")
    assert [problem.code for problem in caught.value.problems] == ["cannot-write"]
    with pytest.raises(IssueError, match="cannot look for printers here") as caught:
        list_printers(tmp_path / "printers")
    assert [problem.code for problem in caught.value.problems] == ["unreadable-file"]


def test_an_unknown_printer_is_told_with_those_there_are(tmp_path: Path) -> None:
    pos = SourcePos(path="issue.yaml", line=7, column=12)
    for known, name, hint in (
        ("", "offce", "No printer has a profile yet: make one with a trial print."),
        ("office", "offce", 'Did you mean "office"?'),
        ("attic", "../x", "There are: attic, office."),
    ):
        if known:
            write_printer(Printer(name=known, duplex="none"), folder=tmp_path)
        with pytest.raises(IssueError) as caught:
            read_printer(name, folder=tmp_path, pos=pos)
        (problem,) = caught.value.problems
        assert (problem.code, problem.hint, problem.pos) == ("unknown-printer", hint, pos)


@pytest.mark.parametrize(("text", "code", "line", "said"), [
    ("duplex: shrot-edge\n", "bad-value", 1, 'Did you mean "short-edge"?'),
    ("margin_mm: 4\n", "missing-key", 1, '"duplex" is missing'),
    ("", "missing-key", 1, '"duplex" is missing'),
    ("duplex: none\nofset_x_mm: 1\n", "unknown-key", 2, 'Did you mean "offset_x_mm"?'),
    ("duplex: none\nskew_deg: 12\n", "bad-value", 2, '"12" is not a number from -5 to 5'),
    ("duplex: none\nmargin_mm: -1\n", "bad-value", 2, '"-1" is not a number from 0 to 30'),
    ("duplex: none\nmargin_mm: [1]\n", "bad-value", 2, "is not a number"),
    ("duplex: none\nduplex: none\n", "duplicate-key", 2, "Delete one of the two."),
    ("duplex: manual\nbacks: same\n", "missing-key", 1, '"backs_turned" is missing'),
    ("duplex: manual\nbacks_turned: no\n", "missing-key", 1, "Write backs: reversed"),
    ("duplex: manual\nbacks: same\nbacks_turned: maybe\n", "bad-value", 3, "expected yes or no"),
    ("duplex: none\n\nbacks: same\n", "bad-value", 3, "Delete this line, or write duplex: manual."),
    ("- duplex\n", "wrong-type", 1, "the file is a list"),
    ("duplex: 'none\n", "bad-yaml", 1, "A quote that was opened is not closed."),
])  # fmt: skip
def test_what_is_wrong_with_a_profile_is_told(
    tmp_path: Path, text: str, code: str, *, line: int, said: str
) -> None:
    (problem,) = problems_of(tmp_path, text)
    assert problem.pos
    assert (problem.code, problem.pos.line) == (code, line)
    assert problem.pos.path.endswith("office.yaml")
    assert said in str(problem)


def test_all_faults_of_a_profile_are_told_in_order(tmp_path: Path) -> None:
    found = problems_of(tmp_path, "duplex: both\nskew_deg: a\nmargin: 3\n")
    assert [problem.pos and problem.pos.line for problem in found] == [1, 2, 3]
    assert [problem.code for problem in found] == ["bad-value", "bad-value", "unknown-key"]


def test_a_profile_that_is_not_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "office.yaml").write_bytes(b"duplex: \xff\n")
    with pytest.raises(IssueError) as caught:
        read_printer("office", folder=tmp_path)
    assert [problem.code for problem in caught.value.problems] == ["not-utf-8"]


def test_profiles_lie_where_the_platform_keeps_settings(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(Path, "home", lambda: Path("/home/ana"))
    rest = Path("pamphleteer") / "printers"
    xdg = {"XDG_CONFIG_HOME": str(tmp_path)}
    assert printers_folder({}, "linux") == Path("/home/ana/.config") / rest
    assert printers_folder(xdg, "linux") == tmp_path / rest
    assert printers_folder({"XDG_CONFIG_HOME": "here"}, "linux") == Path("/home/ana/.config") / rest
    mac = Path("/home/ana/Library/Application Support") / rest
    assert printers_folder(xdg, "darwin") == mac
    assert printers_folder({"APPDATA": "D:/Ana"}, "win32") == Path("D:/Ana") / rest
    assert printers_folder({}, "win32") == Path("/home/ana/AppData/Roaming") / rest
    for system in ("linux", "darwin", "win32"):
        assert printers_folder({"PAMPHLETEER_PRINTERS": "p", **xdg}, system) == Path("p")


def test_the_environment_names_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PAMPHLETEER_PRINTERS", str(tmp_path))
    assert write_printer(BY_HAND) == tmp_path / "office.yaml"
    assert list_printers() == ("office",)
    assert read_printer("office") == BY_HAND


def test_backs_are_sent_in_the_order_that_meets_the_fronts() -> None:
    same = Printer(name="a", duplex="manual", manual=Manual(order="same", turned=False))
    assert backs_order(4, same) == (1, 2, 3, 4)
    assert backs_order(4, BY_HAND) == (4, 3, 2, 1)
    assert backs_order(0, BY_HAND) == ()
    assert backs_order(3, Printer(name="a", duplex="long-edge")) == (1, 2, 3)
    assert backs_order(3, Printer(name="a", duplex="none")) == ()


def test_sheets_are_imposed_for_the_printers_flip() -> None:
    assert flip_of(Printer(name="a", duplex="long-edge")) == "long-edge"
    assert flip_of(Printer(name="a", duplex="short-edge")) == "short-edge"
    assert flip_of(BY_HAND) == "long-edge"
    with pytest.raises(ValueError, match="prints no backs"):
        flip_of(Printer(name="a", duplex="none"))


def test_there_is_nothing_to_put_back_unless_by_hand() -> None:
    assert "nothing to put back" in put_back(Printer(name="a", duplex="none"))
    assert "turns the paper itself" in put_back(Printer(name="a", duplex="short-edge"))


@pytest.mark.parametrize("name", ["", "HP", "../x", "a b", "-a", "lpt1", "con", "a\n", "a" * 61])
def test_a_printers_name_can_be_a_files_name(name: str) -> None:
    with pytest.raises(ValueError, match="not a printer's name"):
        Printer(name=name, duplex="none")


def test_a_printer_cannot_be_what_its_profile_could_not_say() -> None:
    with pytest.raises(ValueError, match="if and only if"):
        Printer(name="a", duplex="manual")
    with pytest.raises(ValueError, match="if and only if"):
        Printer(name="a", duplex="none", manual=BY_HAND.manual)
    for wrong in (-1, 31, float("nan")):
        with pytest.raises(ValueError, match="margin_mm is"):
            Printer(name="a", duplex="none", margin_mm=wrong)
