"""What names an issue: its line, its title, its date; in the languages of its writers."""

from pathlib import Path

import pytest

from tests.importing.documents import EVENING, TUESDAY, import_text

LINES = {
    "The Fold, Volume 3, Number 7, Spring 2026": ("The Fold", "3", "7", "Spring 2026"),
    "The Fold | Vol. 3 | No. 7 | May 2026": ("The Fold", "3", "7", "May 2026"),
    "The Fold — Issue #7 — March/April 2026": ("The Fold", None, "7", "March/April 2026"),
    "The Fold, Vol. III, No. 7 (Winter 2026)": ("The Fold", "III", "7", "Winter 2026"),
    "**The Fold**, Number 7, 1 May 2026": ("The Fold", None, "7", "1 May 2026"),
    "The Fold, No. 7-8, Christmas 2026": ("The Fold", None, "7-8", "Christmas 2026"),
    "Das Faltblatt, Jahrgang 3, Nr. 7, März 2026": ("Das Faltblatt", "3", "7", "März 2026"),
    "Das Faltblatt, Nr. 7/2026": ("Das Faltblatt", None, "7/2026", None),
    "La Feuille pliée, n° 7, été 2026": ("La Feuille pliée", None, "7", "été 2026"),
    "El Pliego, año 3, número 7, mayo de 2026": ("El Pliego", "3", "7", "mayo de 2026"),
    "Il Foglio, anno 3, n. 7": None,
    "No. 5 were hurt in 2024, and nobody said a word": None,
    "Ban number 10 since 2020": None,
    "Chapter 7 of 2026": None,
}


@pytest.mark.parametrize(("line", "named"), LINES.items())
def test_the_line_of_an_issue(
    tmp_path: Path, line: str, named: tuple[str | None, ...] | None
) -> None:
    made = import_text(tmp_path, f"{line}\n\nWHY WE FOLD\n\n{TUESDAY}\n")
    keys = ("title", "volume", "number", "date")
    expected = {key: text for key, text in zip(keys, named or (), strict=False) if text}
    assert {key: text for key, text in made.head.items() if named or key != "title"} == expected


LINE = "The Fold, No. 7, May 2026"

PLACES = {
    "a title above": f"The Fold\n\nNo. 7, May 2026\n\nWHY WE FOLD\n\n{TUESDAY}\n",
    "a title above, twice": f"The Fold\n\nThe Fold, No. 7, May 2026\n\nWHY WE FOLD\n\n{TUESDAY}\n",
    "a date by itself": f"The Fold, Volume 1, No. 7\n\nMay 2026\n\nWHY WE FOLD\n\n{TUESDAY}\n",
    "on lines of one block": f"THE FOLD\nNo. 7, May 2026\nWHY WE FOLD\n{TUESDAY}\n",
    "at the end": f"WHY WE FOLD\n\n{TUESDAY}\n\n{LINE}\n",
    "twice": f"{LINE}\n\nWHY WE FOLD\n\n{TUESDAY}\n\n{LINE}\n",
    "in the contact block": f"WHY WE FOLD\n\n{TUESDAY}\n\nContact\n\nThe Fold, No. 7, May 2026\n"
    "Email: fold@example.org\nWeb: example.org\n",
    "a heading": f"# The Fold, No. 7, May 2026\n\n# WHY WE FOLD\n\n{TUESDAY}\n",
}


@pytest.mark.parametrize("text", PLACES.values(), ids=PLACES)
def test_wherever_it_stands(tmp_path: Path, text: str) -> None:
    made = import_text(tmp_path, text)
    assert {key: text.upper() for key, text in made.head.items() if key != "volume"} == {
        "title": "THE FOLD",
        "number": "7",
        "date": "MAY 2026",
    }
    assert made.articles == [("WHY WE FOLD", [TUESDAY])]
    assert made.report.mend == ()


def test_a_title_without_a_line(tmp_path: Path) -> None:
    made = import_text(tmp_path, f"The Fold\n\nWHY WE FOLD\n\n{TUESDAY}\n")
    assert made.head == {"title": "The Fold"}
    assert made.doubts == ["1 unsure-head"]
    assert [problem.hint for problem in made.report.mend] == [
        "Write it in issue.yaml as it is to be printed, for example: date: Spring 2026"
    ]


def test_no_title_at_all(tmp_path: Path) -> None:
    made = import_text(tmp_path, f"{TUESDAY}\n\n{EVENING}\n")
    assert made.head == {}
    assert made.articles == [(None, [TUESDAY, EVENING])]
    assert (made.folder.parent / "publication.yaml").read_text().startswith("# title: ")
    assert (made.folder / "issue.yaml").read_text().startswith("# date: ")
    where = [
        (problem.pos.path.split("/")[-1], problem.code)
        for problem in made.report.mend
        if problem.pos
    ]
    assert where == [
        ("article.md", "missing-key"),
        ("issue.yaml", "missing-key"),
        ("issue.yaml", "missing-key"),
    ]


def test_a_byline_in_small_letters(tmp_path: Path) -> None:
    made = import_text(tmp_path, f"WHY WE FOLD\n\nby Ada Bell and Jo van Dam\n\n{TUESDAY}\n")
    (path,) = made.folder.glob("articles/*.md")
    assert "byline: by Ada Bell and Jo van Dam\n" in path.read_text()
    assert made.doubts == ["3 unsure-head"]


@pytest.mark.parametrize("line", ["by the way we fold", "By Tuesday it was done.", "Ada Bell"])
def test_no_byline(tmp_path: Path, line: str) -> None:
    made = import_text(tmp_path, f"WHY WE FOLD\n\n{line}\n\n{TUESDAY} It was done by the way.\n")
    assert not any("byline" in told for told in made.done)


GERMAN = """\
Das Faltblatt, Nr. 12, Frühjahr 2026

WARUM WIR FALTEN

von Ada Glocke

Der Ausschuss traf sich am Dienstag im Hinterzimmer der Bücherei und sprach zwei Stunden lang über
das

Papier, das immer teurer wird. Niemand hatte mit so vielen gerechnet, und der Tee war bald alle.

Der Tacker

Wir drucken jeden Monat dreihundert Stück. Das dauert einen Abend und braucht zwei Leute.

Über uns

Wir sind eine kleine Gruppe, die gern faltet und die das Falten auch anderen zeigt.

Impressum

E-Mail: falten@example.org
Telefon: 040 1234567
"""

FRENCH = """\
LA FEUILLE PLIÉE, N° 12, printemps 2026

POURQUOI NOUS PLIONS

par Ada Cloche

Le comité s’est réuni mardi dans l’arrière-salle de la bibliothèque, et a parlé pendant deux heures
de la

Banque du papier, qui est à court d’argent. Personne n’attendait tant de monde dans la salle !

L’agrafeuse

Nous imprimons trois cents exemplaires par mois. Il faut une soirée et deux personnes pour cela.

QUI SOMMES-NOUS ?

Nous sommes un petit groupe qui plie des feuilles, et qui montre aux autres comment on plie.

CONTACT

Courriel : pli@example.org
Tél. 01 23 45 67 89
"""

LANGUAGES = {
    "de": (GERMAN, "Das Faltblatt", "über das Papier, das", "040 1234567"),
    "fr": (FRENCH, "LA FEUILLE PLIÉE", "de la Banque du papier", "01 23 45 67 89"),
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_other_languages(tmp_path: Path, language: str) -> None:
    text, title, joined, phone = LANGUAGES[language]
    made = import_text(tmp_path, text)
    assert made.publication["language"] == language
    assert made.head["title"] == title
    assert made.head["number"] == "12"
    (headline, blocks), *others = made.articles
    assert headline in ("WARUM WIR FALTEN", "POURQUOI NOUS PLIONS")
    assert others == []
    assert len(blocks) == 3
    assert joined in " ".join(blocks[0].split())
    assert blocks[1] in ("## Der Tacker", "## L’agrafeuse")
    assert made.items[1:] == [{"box": "about"}, "contact"]
    assert made.publication["contact"]["phone"] == phone
    assert made.report.mend == ()


HEADS_BEFORE_SMALL_LETTERS = {
    "after a whole paragraph": (TUESDAY, "iron and ink", ["WHY WE FOLD", "ON PAPER"]),
    "inside a paragraph": (TUESDAY.rstrip("."), "and of ink", ["WHY WE FOLD"]),
}


@pytest.mark.parametrize(
    ("before", "after", "headlines"),
    HEADS_BEFORE_SMALL_LETTERS.values(),
    ids=HEADS_BEFORE_SMALL_LETTERS,
)
def test_capitals_before_small_letters(
    tmp_path: Path, before: str, after: str, headlines: list[str]
) -> None:
    text = f"The Fold, No. 7, May 2026\n\nWHY WE FOLD\n\n{before}\n\nON PAPER\n\n{after} made it.\n"
    assert import_text(tmp_path, text).headlines == headlines
