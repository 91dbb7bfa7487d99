"""``printing:`` of two manifests: one ticket, and faults in the words of the command line."""

import re
from pathlib import Path

import pytest

from pamphleteer.cli import imposing
from pamphleteer.cli.asked import read_ticket
from pamphleteer.ticket import Ticket
from pamphleteer.ticket.table import BY_NAME, OPTIONS
from tests.cli.impositions import SOUND, impose
from tests.issue.publications import Publication

TAIL = "date: Winter 2026\narticles: [articles/news.md]\n"


def write(publication: Publication, own: str, shared: str = "") -> None:
    common = f"title: Our News\nprinting: {{{shared}}}\n" if shared else "title: Our News\n"
    issue = f"printing: {{{own}}}\n{TAIL}" if own else TAIL
    publication.write({"winter/issue.yaml": issue, "publication.yaml": common})


def ticket(publication: Publication, own: str, shared: str = "") -> Ticket:
    write(publication, own, shared)
    return publication.read().printing


# A wrong value, or two that do not go together: the column at which it is told, and its code.
WRONG = {
    "scheme: signatures": "20 bad-value",
    "paper: lettre": "19 bad-value",
    "flip: short": "18 bad-value",
    "binding: bottom": "21 bad-value",
    "signature: 0": "23 bad-value",
    "binding: up": "21 bad-value",
    "grid: 2x": "18 bad-value",
    "blanks: middle": "20 bad-value",
    "style: turned": "19 bad-value",
    "gutter: 5": "20 bad-value",
    "scale: nan": "19 bad-value",
    "folds: top bottom": "19 bad-value",
    "front: 4 x": "19 bad-value",
    "copies: 0": "20 bad-value",
    "weight: 8": "20 bad-value",
    "caliper: 2": "21 bad-value",
    "marks: corp": "19 unknown-mark",
    "creep: sideways": "19 bad-value",
    "gripper: -5mm": "21 bad-value",
    "signature: 2": "12 bad-combination",
    "gutter: 5mm": "12 bad-combination",
    "creep: scaling": "12 bad-combination",
    "cover_weight: 160": "12 bad-combination",
    "slug: x": "12 bad-combination",
    "scheme: custom": "12 bad-combination",
    "printer: attic, flip: short-edge": "28 bad-combination",
    "printer: attic, style: perfecting": "28 bad-combination",
}

# Keys of a manifest alone: they say how pages are drawn, of which the command changes nothing.
OF_MANIFESTS = {
    "inks: blue": "18 bad-value",
    "crop_marks: maybe": "24 bad-value",
    "inks: riso, crop_marks: yes": "24 bad-combination",
    "inks: riso, filler: notes.pdf": "24 bad-combination",
}


@pytest.mark.parametrize("written", OF_MANIFESTS)
def test_a_fault_of_inks_is_told_at_its_place(publication: Publication, written: str) -> None:
    publication.write({"notes.pdf": SOUND})
    write(publication, written)
    assert publication.faults() == [f"winter/issue.yaml:1:{OF_MANIFESTS[written]}"]


def test_what_does_nothing_for_drums_and_was_asked_for_by_all_issues_is_left_out(
    publication: Publication,
) -> None:
    asked = ticket(publication, "inks: riso", "crop_marks: yes")
    assert (asked.inks, asked.crop_marks) == ("riso", "no")


@pytest.mark.parametrize("written", WRONG)
def test_a_fault_is_told_at_its_place_in_the_words_of_the_command(
    publication: Publication, written: str, tmp_path: Path
) -> None:
    write(publication, written)
    assert publication.faults() == [f"winter/issue.yaml:1:{WRONG[written]}"]
    (problem,) = publication.problems()
    pairs = (each.split(": ") for each in written.split(", "))
    options = " ".join(f"{BY_NAME[name].option}='{text}'" for name, text in pairs)
    (tmp_path / "job").mkdir()
    told = impose(tmp_path / "job", SOUND, options)
    assert told.code == 2
    said = re.sub(r'^"\w+": ', "", problem.message)
    for name, key in BY_NAME.items():
        said = said.replace(f'"{name}"', key.option)
    assert said in told.err
    hint = re.sub(r'"(\w+)"', lambda found: _option(found[1]), problem.hint)
    assert hint in told.err or problem.hint in told.err


def _option(name: str) -> str:
    return BY_NAME[name].option if name in BY_NAME else f'"{name}"'


def test_marks_are_a_set_or_a_list(publication: Publication) -> None:
    assert ticket(publication, "marks: sheetfed").marks == "sheetfed"
    assert ticket(publication, "marks: [fold, crop]").marks == "fold, crop"
    assert ticket(publication, "marks: 'fold, crop'").marks == "fold, crop"


@pytest.mark.parametrize(
    ("marks", "fault"),
    [
        ("[fold, corp]", "26 unknown-mark"),
        ("[fold, office]", "19 unknown-mark"),
        ("[fold, [crop]]", "26 wrong-type"),
        ("{fold: yes}", "19 wrong-type"),
    ],
)
def test_a_wrong_mark_is_told_where_it_stands(
    publication: Publication, marks: str, fault: str
) -> None:
    write(publication, f"marks: {marks}")
    assert publication.faults() == [f"winter/issue.yaml:1:{fault}"]


def test_an_issue_stands_over_the_publication_key_by_key(publication: Publication) -> None:
    made = ticket(publication, "paper: a3, copies: 40", "paper: a4, weight: 80 g, cover: yes")
    assert made == Ticket.of_issue(
        {"paper": "a3", "copies": "40", "weight": "80 g", "cover": "yes"}
    )
    assert ticket(publication, "cover: no", "cover: yes, cover_weight: 160 g") == Ticket.of_issue(
        {}
    )


def test_what_the_publication_says_beside_its_own_scheme_is_left_out_beside_another(
    publication: Publication,
) -> None:
    shared = "scheme: folded-section, grid: 2x2, foot_fold: yes, flip: long-edge"
    made = ticket(publication, "scheme: mini-zine, printer: attic", shared)
    assert made == Ticket.of_issue({"scheme": "mini-zine", "printer": "attic"})
    write(publication, "scheme: mini-zine, grid: 4x2", shared)
    assert publication.faults() == ["winter/issue.yaml:1:31 bad-combination"]


def test_what_the_publication_leaves_to_its_issues_is_no_fault(publication: Publication) -> None:
    made = ticket(publication, "marks: [slug]", "slug: Our News")
    assert (made.marks, made.slug) == ("slug", "Our News")
    write(publication, "paper: a4", "slug: Our News")
    assert publication.faults() == ["publication.yaml:2:12 bad-combination"]


def test_a_filler_is_a_file_of_the_publication(publication: Publication) -> None:
    publication.write({"notes.pdf": SOUND, "winter/own.pdf": SOUND})
    root = publication.root.resolve()
    assert Path(ticket(publication, "filler: own.pdf").filler) == root / "winter" / "own.pdf"
    assert Path(ticket(publication, "", "filler: notes.pdf").filler) == root / "notes.pdf"
    for text, code in (("note.pdf", "unknown-filler"), ("/etc/x.pdf", "outside-publication")):
        write(publication, "", f"filler: {text}")
        assert publication.faults() == [f"publication.yaml:2:20 {code}"]
    write(publication, "", "filler: note.pdf")
    assert publication.hints() == ['Did you mean "notes.pdf"?']


@pytest.mark.parametrize("key", ["instructions", "preview"])
def test_a_file_that_is_written_has_a_name_of_its_own(publication: Publication, key: str) -> None:
    assert getattr(ticket(publication, f"{key}: yes"), key) == "yes"
    assert getattr(ticket(publication, f"{key}: no"), key) == ""
    write(publication, f"{key}: how.pdf")
    assert [fault.split()[1] for fault in publication.faults()] == ["bad-value"]


# A value for each key, and what must stand beside it.
SAMPLES = {
    "scheme": "loose-leaf",
    "paper": "sra3",
    "flip": "long-edge",
    "binding": "right",
    "head_to_toe": "yes",
    "cover": "yes",
    "cover_weight": "160 g, cover: yes",
    "signature": "2, scheme: perfect-bound",
    "grid": "2x2, scheme: folded-section",
    "gathered": "yes, scheme: folded-section",
    "foot_fold": "yes, scheme: folded-section",
    "order": "sheets, scheme: cut-and-stack",
    "style": "work-and-turn",
    "blanks": "centre",
    "filler": "notes.pdf",
    "gutter": "5mm, scheme: cards",
    "milling": "3mm, scheme: perfect-bound",
    "gripper": "10mm",
    "margin": "10mm",
    "scale": "fit",
    "front": "4 1, scheme: custom, back: 2 3",
    "back": "2 3, scheme: custom, front: 4 1",
    "folds": "left under, scheme: custom, front: 4 1, back: 2 3",
    "printer": "attic",
    "copies": "300",
    "weight": "80 g",
    "bulk": "1.5, weight: 80 g",
    "caliper": "0.1 mm",
    "fold_factor": "1.3, weight: 80 g",
    "creep": "outwards, weight: 80 g",
    "marks": "copyshop",
    "slug": "Winter, marks: slug",
    "links": "yes",
    "instructions": "yes",
    "preview": "yes",
}


@pytest.mark.parametrize("key", [key.name for key in OPTIONS])
def test_a_key_and_its_option_ask_for_the_same(publication: Publication, key: str) -> None:
    written = f"{key}: {SAMPLES[key]}"
    publication.write({"notes.pdf": SOUND})
    in_manifest = ticket(publication, "", written)
    assert getattr(in_manifest, key) != BY_NAME[key].default_for_issue
    options: list[str] = []
    for name, text in (each.split(": ") for each in written.split(", ")):
        is_alone = BY_NAME[name].kind == "yes-no"
        options += [BY_NAME[name].option] if is_alone else [BY_NAME[name].option, text]
    context = imposing.impose.make_context("impose", ["in.pdf", "-o", "out.pdf", *options])
    given = {key.name: getattr(read_ticket(context), key.name) for key in OPTIONS}
    asked = {name: text for name, text in given.items() if text != BY_NAME[name].default}
    if "filler" in asked:
        asked["filler"] = str(publication.root.resolve() / asked["filler"])
    assert in_manifest == Ticket.of_issue(asked)
