"""Lists and tables: numbers as their author wrote them, and no row or head twice."""

import pytest

from tests.build.pdf import Letter, read_letters, runs
from tests.build.publications import Publication, article, prose


def lines(publication: Publication) -> list[str]:
    """The runs of letters in the type area, from the top, left before right."""
    done = publication.build_here()
    assert done.code == 0, done.err
    text = (each for each in read_letters(publication.screen) if each.font.startswith("Linux"))
    ordered = sorted(text, key=lambda letter: (letter.page, column(letter), letter.y, letter.x))
    return [run.text for run in runs(ordered, gap=40)]


def column(letter: Letter) -> bool:
    return letter.x > 396 / 2


NUMBERS = {
    "from one": ("1. a\n2. b\n3. c\n", ["1.a", "2.b", "3.c"]),
    "from five": ("5. a\n6. b\n", ["5.a", "6.b"]),
    "with gaps": ("1. a\n3. b\n7. c\n", ["1.a", "3.b", "7.c"]),
    "all alike": ("1. a\n1. b\n", ["1.a", "2.b"]),
    "loose": ("1. a\n\n2. b\n", ["1.a", "2.b"]),
    "two lists": ("1. a\n2. b\n\nc\n\n1. d\n", ["1.a", "2.b", "c", "1.d"]),
    "nested": ("3. a\n   1. b\n   2. c\n4. d\n", ["3.a", "1.b", "2.c", "4.d"]),
    "bullets": ("- a\n- b\n", ["•a", "•b"]),
}


@pytest.mark.parametrize(("body", "wanted"), NUMBERS.values(), ids=NUMBERS)
def test_numbers_are_the_authors(publication: Publication, body: str, wanted: list[str]) -> None:
    publication.write({"winter/articles/news.md": article("News", f"z\n\n{body}")})
    found = lines(publication)
    at = found.index("z") + 1
    assert found[at : at + len(wanted)] == wanted


def test_a_long_list_goes_on_in_the_next_column(publication: Publication) -> None:
    """Its items are broken with hyphens, and columns and pages end within them."""
    items = "".join(f"{at}. {prose(30, seed=30 * at)}\n" for at in range(1, 31))
    publication.write({"winter/articles/news.md": article("News", items)})
    found = lines(publication)
    numbers = [text.split(".")[0] for text in found if text.split(".")[0].isdigit()]
    assert numbers == [str(number) for number in range(1, 31)]


def test_a_long_table_repeats_its_head_in_each_column(publication: Publication) -> None:
    rows = "".join(f"|Street {at}|{at} tenants|\n" for at in range(200))
    table = f"|Address|Who|\n|-|-|\n{rows}"
    publication.write({"winter/articles/news.md": article("News", f"a\n\n{table}\nb")})
    done = publication.build_here("--json")
    assert done.code == 0, done.out
    assert done.json["pages"] == 4
    text = "".join(letter.text for letter in read_letters(publication.screen))
    assert text.count("Address") == 6
    assert text.count("tenants") == 200


def test_what_hangs_beside_a_bullet_is_still_a_word_of_the_text(publication: Publication) -> None:
    """Items that are paragraphs are justified, and their first letters hang to the left."""
    body = "".join(f"- {start} {prose(40, seed=9)}\n\n" for start in ("Abend", "“Vogel”", "Tau"))
    publication.write({"winter/articles/news.md": article("News", body)})
    assert any("Vogel" in text for text in lines(publication))
