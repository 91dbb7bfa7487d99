"""A photo cover: page one is a picture with the masthead and lines over it; pages begin at two."""

import shutil
from io import BytesIO
from pathlib import Path
from typing import Any

import page as page_validation
import pytest
from PIL import Image
from pypdf import PdfWriter

from tests.build.pdf import Letter, plain, plain_letters, read_letters, render
from tests.build.publications import (
    PUBLICATION,
    REPO,
    Publication,
    article,
    make_publication,
    manifest,
    prose,
)

WIDTH, HEIGHT = 396, 612
LINES = "headline: Whose street?, standfirst: A report from the block, credit: 'Photo: N. N.'"


def write(root: Path, lines: str = LINES, *, alt: str = "alt: A street") -> Publication:
    photo = BytesIO()
    Image.new("RGB", (300, 200), "#f0e0c0").save(photo, "JPEG")
    entry = f"{{cover: street.jpg, {alt}{', ' if lines else ''}{lines}}}"
    files: dict[str, str | bytes] = {
        "publication.yaml": f"{PUBLICATION}ears: {{right: Free}}\n",
        "winter/issue.yaml": manifest([entry, "contents", "articles/news.md", "contact"]),
        "winter/articles/news.md": article("News", prose(700)),
        "winter/street.jpg": photo.getvalue(),
    }
    return make_publication(root, files)


def build(publication: Publication) -> tuple[Letter, ...]:
    done = publication.build_here()
    assert done.code == 0, done.out + done.err
    return read_letters(publication.screen)


def grey(page: Image.Image, x: int, y: int) -> int:
    found = page.getpixel((x, y))
    assert isinstance(found, int)
    return found


def on(letters: tuple[Letter, ...], page: int) -> str:
    return plain_letters(each for each in letters if each.page == page)[0]


def test_the_picture_bleeds_off_all_edges_with_words_over_it(tmp_path: Path) -> None:
    publication = write(tmp_path)
    letters = build(publication)
    first = on(letters, 1)
    for words in ("Our News", "Volume 2, Number 7", "Winter 2026", "Free"):
        assert plain(words) in first
    assert first.endswith(plain("Whose street? A report from the block Photo: N. N."))
    assert first.count(plain("Our News")) == 1, "no page's foot"
    page = render(publication.screen, 1, dpi=72)
    assert page.size == (WIDTH, HEIGHT)
    edges = [(0, 0), (WIDTH - 1, 0), (0, HEIGHT - 1), (WIDTH - 1, HEIGHT - 1), (0, HEIGHT // 2)]
    assert max(grey(page, *place) for place in edges) < 240, "no white edge"
    report = page_validation.validate_pdf(publication.screen, profile="ua1")
    assert [fault.message for fault in report.failures] == []


def test_articles_begin_on_page_two(tmp_path: Path) -> None:
    letters = build(write(tmp_path))
    second = on(letters, 2)
    assert plain("In this issue 2 News") in second
    assert plain(prose(20)[:60]) in second
    foot = [each.text for each in letters if each.page == 2 and each.y > 570]
    assert foot[0] == "2", "its folio"
    assert plain(prose(20)[:60]) not in on(letters, 1)


def test_letters_stand_out_from_their_ground(tmp_path: Path) -> None:
    """The photograph is light: it is dark at its head and foot only."""
    publication = write(tmp_path)
    build(publication)
    page = render(publication.screen, 1, dpi=72)
    head, middle, foot = (grey(page, 4, y) for y in (60, 300, 590))
    assert head < 130
    assert foot < 110
    assert middle > 200


def test_a_cover_may_have_no_lines(tmp_path: Path) -> None:
    publication = write(tmp_path, "", alt="decorative: yes")
    letters = build(publication)
    assert on(letters, 1).endswith(plain("Winter 2026"))
    assert grey(render(publication.screen, 1, dpi=72), 4, 590) > 200


def test_its_alternative_text_is_told(tmp_path: Path) -> None:
    publication = write(tmp_path)
    build(publication)
    objects: list[Any] = [
        each.get_object() for each in PdfWriter(clone_from=publication.screen)._objects if each
    ]
    figures = [each for each in objects if isinstance(each, dict) and each.get("/S") == "/Figure"]
    assert [str(each["/Alt"]) for each in figures].count("A street") == 1


def test_a_layout_may_keep_it_to_the_type_area(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(REPO / "layouts", tmp_path / "layouts")
    for name in ("fonts", "profiles"):
        (tmp_path / name).symlink_to(REPO / name)
    path = tmp_path / "layouts" / "booklet" / "layout.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("cover: trim", "cover: type-area"), encoding="utf-8")
    monkeypatch.setattr("pamphleteer.resources.PACKAGE", tmp_path)
    publication = write(tmp_path)
    letters = tuple(each for each in build(publication) if each.page == 1)
    page = render(publication.screen, 1, dpi=72)
    assert grey(page, 20, 300) == 255, "a white margin"
    assert grey(page, 60, 300) < 240
    inset = 38 + 10 - 1
    assert all(inset < each.x < WIDTH - 34 - 10 for each in letters)


def test_a_cover_and_nothing_but_a_back_page(tmp_path: Path) -> None:
    publication = write(tmp_path)
    entry = "{cover: street.jpg, alt: A street}"
    publication.write({"winter/issue.yaml": manifest([entry, "contact"])})
    letters = build(publication)
    assert {each.page for each in letters} == {1, 4}
