"""Matter in the text, measured in the PDF: notes, verse, letters, interviews, and quotes chosen."""

from pathlib import Path

from tests.build.pdf import Letter, plain, plain_letters, read_letters
from tests.build.publications import PUBLICATION, article, make_publication, manifest, prose

LEFT, COLUMN, MIDDLE = 38, 155, 198
SMALL = 6.8


def first(letters: tuple[Letter, ...], words: str, *, size: float | None = None) -> Letter:
    """The first letter of words where they stand first, or first in some size."""
    chosen = [each for each in letters if size is None or abs(each.size - size) < 0.05]
    text, sources = plain_letters(chosen)
    return sources[text.index(plain(words))]


def last(letters: tuple[Letter, ...], words: str) -> Letter:
    """The last letter of words where they stand first."""
    text, sources = plain_letters(letters)
    return sources[text.index(plain(words)) + len(plain(words)) - 1]


def build(root: Path, body: str, *head: str, columns: str = "") -> tuple[Letter, ...]:
    """The letters of an issue of one article."""
    entry = f"{{article: articles/news.md{columns}}}"
    publication = make_publication(
        root,
        {
            "winter/issue.yaml": manifest([entry]),
            "winter/articles/news.md": article("News", body, "drop_cap: no", *head),
        },
    )
    done = publication.build_here("--only", "screen")
    assert done.code == 0, done.err
    return read_letters(publication.screen)


def test_a_footnote_stands_at_the_foot_of_the_column_that_calls_it(tmp_path: Path) -> None:
    letters = build(tmp_path, f"Here it is called.[^1] {prose(700)}\n\n[^1]: A short note.\n")
    call, note = first(letters, "Here it is called"), first(letters, "A short note")
    assert (note.page, note.size) == (call.page, 7.4)
    assert note.x < MIDDLE
    below = [each for each in letters if each.page == 1 and note.y + 1 < each.y < 560]
    assert all(each.x > MIDDLE for each in below), "nothing else is below it in its column"


def test_long_notes_stand_at_the_end_of_their_article(tmp_path: Path) -> None:
    """The fallback: a note that would take a third of a column and more leaves no room for text."""
    note = prose(150, paragraph=150, seed=900)
    letters = build(tmp_path, f"Here it is called.[^1] {prose(300)}\n\n[^1]: {note}\n")
    end, begins = first(letters, prose(300)[-20:-1]), first(letters, note[:20])
    assert (begins.page, begins.x > MIDDLE, begins.y) > (end.page, end.x > MIDDLE, end.y)


def test_lines_of_verse_that_turn_over_are_indented_more(tmp_path: Path) -> None:
    long = "and this one goes on and on until the column has no room left for it and it turns"
    letters = build(tmp_path, f"::: verse\nA short line,\n{long}\nand the end.\n:::\n")
    begin, end = first(letters, "and this one"), first(letters, "and the end")
    turned = [each.x for each in letters if begin.y + 1 < each.y < end.y - 1]
    assert min(turned) > begin.x + 5
    assert first(letters, "A short line").x == begin.x == end.x


def test_a_letters_signature_ends_at_its_columns_edge(tmp_path: Path) -> None:
    letters = build(tmp_path, "::: letter\nWe were cold.\n\n-- Ana, second floor\n:::\n")
    assert LEFT + COLUMN - 14 < last(letters, "Ana, second floor").x < LEFT + COLUMN
    assert first(letters, "Ana, second floor").y > first(letters, "We were cold").y


def test_a_question_is_told_from_its_answer(tmp_path: Path) -> None:
    body = "::: interview\n**Q:** Who has the key?\n\n**A:** Nobody has it.\n:::\n"
    letters = build(tmp_path, body)
    asked, told = first(letters, "Who has the key"), first(letters, "Nobody has it")
    assert asked.font != told.font
    assert told.y - asked.y < 13, "they stay together"


def test_a_pull_quote_is_chosen_in_the_head(tmp_path: Path) -> None:
    """It stands in display type besides, across the columns if it is to."""
    body = f"{prose(120)}\n\nNobody needs to thank us.\n\n{prose(120, seed=500)}"
    quote = "pull_quotes: [{quote: Nobody needs to thank us, span: 2}]"
    letters = build(tmp_path, body, quote)
    sizes = {each.size for each in letters if each.font.startswith("League")}
    text, sources = plain_letters(letters)
    starts = [at for at in range(len(text)) if text.startswith(plain("Nobody needs to"), at)]
    assert len(starts) == 2
    assert any(sources[at].font.startswith("League") for at in starts), sizes


def test_a_box_in_small_type_ends_in_even_columns(tmp_path: Path) -> None:
    """The colophon's lines are none of the grid's: they are evened by their own leading."""
    words = prose(44, seed=700)
    publication = make_publication(
        tmp_path,
        {
            "publication.yaml": f"{PUBLICATION}colophon: colophon.md\n",
            "colophon.md": article("Colophon", words),
            "winter/issue.yaml": manifest(["articles/news.md", "colophon", "contact"]),
        },
    )
    assert publication.build_here("--only", "screen").code == 0
    letters = [each for each in read_letters(publication.screen) if each.size == SMALL]
    text, sources = plain_letters(letters)
    start = text.index(plain(words))
    found = sources[start : start + len(plain(words))]
    counts = [len({each.y for each in found if (each.x > MIDDLE) == right}) for right in (0, 1)]
    assert 0 <= counts[0] - counts[1] <= 1, counts
