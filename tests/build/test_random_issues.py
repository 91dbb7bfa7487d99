"""Issues made by chance hold the laws that the sample and the real issue hold."""

import random
from pathlib import Path

import pytest

from tests.build import test_grid
from tests.build.finished import Finished
from tests.build.publications import WORDS, article, make_publication, manifest, prose
from tests.build.test_booklet import LETTER, assert_folds

SEEDS = (1, 2, 15, 36, 58)
"""Among them some of a hundred that once broke a law."""

LAWS = (
    test_grid.test_body_keeps_to_the_grid,
    test_grid.test_grid_is_the_layouts,
    test_grid.test_columns_are_even_where_an_article_ends,
    test_grid.test_no_widows_and_no_orphans,
    test_grid.test_no_crosshead_is_last_in_its_column,
    test_grid.test_crossheads_stay_whole,
    test_grid.test_every_block_was_found_in_order,
)


@pytest.mark.parametrize("seed", SEEDS)
def test_laws_hold(tmp_path: Path, seed: int) -> None:
    publication = make_publication(tmp_path, write_issue(random.Random(seed)))
    done = publication.build_here()
    assert done.code == 0, done.err
    finished = Finished(folder=publication.issue)
    for law in LAWS:
        law(finished)
    assert_folds(finished.screen, finished.booklet, LETTER, "short-edge")


def write_issue(chance: random.Random) -> dict[str, str]:
    """One to four articles of paragraphs and crossheads, short and long."""
    names = [f"articles/a{number}.md" for number in range(chance.randint(1, 4))]
    articles = {f"winter/{name}": write_article(chance, name) for name in names}
    return articles | {"winter/issue.yaml": manifest([*names, "contact"])}


def write_article(chance: random.Random, name: str) -> str:
    blocks: list[str] = []
    for _ in range(chance.randint(1, 14)):
        if chance.random() < 0.3:
            blocks.append("## " + " ".join(chance.choices(WORDS, k=chance.randint(1, 7))))
        words = chance.choice([8, 20, 40, 90, 160])
        blocks.append(prose(words, seed=chance.randint(0, 999)))
    headline = " ".join(chance.choices(WORDS, k=chance.randint(2, 8)))
    return article(f"{headline} {name[-4]}", "\n\n".join(blocks))
