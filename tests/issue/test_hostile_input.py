"""What could crash, hang or look outside: links, deep nesting, names that no file can have."""

import pytest

from pamphleteer.issue import find_issue
from tests.issue.publications import ARTICLE, Publication

TAIL = "date: Winter\narticles: [articles/news.md]\n"


def test_an_article_that_is_linked_from_outside_is_refused(publication: Publication) -> None:
    secret = publication.root.parent / f"{publication.root.name}.md"
    secret.write_text(ARTICLE)
    (publication.root / "winter/link.md").symlink_to(secret)
    publication.write({"winter/issue.yaml": "date: x\narticles: [link.md]\n"})
    assert publication.faults() == ["winter/issue.yaml:2:12 outside-publication"]


def test_a_folder_that_is_linked_from_outside_is_refused(publication: Publication) -> None:
    outside = publication.root.parent / f"{publication.root.name}-outside"
    outside.mkdir()
    (outside / "news.md").write_text(ARTICLE)
    (publication.root / "winter/out").symlink_to(outside)
    publication.write({"winter/issue.yaml": "date: x\narticles: [out/news.md]\n"})
    assert publication.faults() == ["winter/issue.yaml:2:12 outside-publication"]


@pytest.mark.parametrize("manifest", ["publication.yaml", "winter/issue.yaml"])
def test_a_manifest_that_is_linked_from_outside_is_refused(
    publication: Publication, manifest: str
) -> None:
    secret = publication.root.parent / f"{publication.root.name}.secret"
    secret.write_text("root:x:0:0\n")
    path = publication.root / manifest
    path.unlink()
    path.symlink_to(secret)
    assert publication.faults() == [f"{manifest} outside-publication"]
    assert "root:x" not in str(publication.problems()[0])


def test_links_inside_the_publication_are_followed(publication: Publication) -> None:
    (publication.root / "winter/link.md").symlink_to("articles/news.md")
    publication.write({"winter/issue.yaml": "date: x\narticles: [link.md]\n"})
    assert publication.article().headline.text == "News"


def test_a_file_and_a_link_to_it_are_the_same_article(publication: Publication) -> None:
    (publication.root / "winter/link.md").symlink_to("articles/news.md")
    publication.write({"winter/issue.yaml": "date: x\narticles: [link.md, articles/news.md]\n"})
    assert publication.faults() == ["winter/issue.yaml:2:21 duplicate-entry"]


NAMES = {
    "a ring of links": "ring.md",
    "longer than a file's name may be": "n" * 300 + ".md",
    "longer than a path may be": "n/" * 3000 + "n.md",
    "in a folder of such a name": "n" * 300 + "/n.md",
    "below a file": "issue.yaml/n.md",
    "no file": "pipe.md",
}


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES)
def test_names_that_no_article_can_have(publication: Publication, name: str) -> None:
    (publication.root / "winter/ring.md").symlink_to("ring.md")
    publication.write({"winter/issue.yaml": f"date: x\narticles:\n  - {name}\n"})
    assert publication.faults() == ["winter/issue.yaml:3:5 unknown-article"]


@pytest.mark.parametrize("name", ["a%00.png", "a\\0.png", f"{'n' * 300}.png", "ring.png"])
def test_names_that_no_picture_can_have(publication: Publication, name: str) -> None:
    (publication.root / "winter/articles/ring.png").symlink_to("ring.png")
    assert publication.body_faults(f"![a]({name})\n") == ["5 unknown-image"]


@pytest.mark.parametrize("escape", [r"\0", r"\a", r"\x7f", r"\e", r"\u0001"])
def test_characters_that_cannot_be_printed_are_refused_in_escapes_too(
    publication: Publication, escape: str
) -> None:
    publication.write({"winter/issue.yaml": f'{TAIL}subtitle: "a{escape}b"\nabout: "a{escape}"\n'})
    faults = publication.faults()
    assert faults[:2] == ["winter/issue.yaml:3:11 bad-yaml", "winter/issue.yaml:4:8 bad-yaml"]


LAUGHS = "a: &a [l, l, l, l, l, l, l, l, l]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
    for before, name in zip("abcdefghi", "bcdefghij", strict=True)
)

BOMBS = {
    "billion laughs": LAUGHS,
    "deep lists": f"x: {'[' * 200_000}",
    "deep mappings": f"x: {'{a: ' * 100_000}",
    "deep blocks": "".join(f"{' ' * depth}x:\n" for depth in range(2000)),
    "deep hyphens": f"x:\n{'- ' * 20_000}x\n",
    "one long word": f"subtitle: {'x' * 1_000_000}\n",
}


@pytest.mark.timeout(60)
@pytest.mark.parametrize("bomb", BOMBS.values(), ids=BOMBS)
def test_no_manifest_takes_long(publication: Publication, bomb: str) -> None:
    publication.write({"winter/issue.yaml": TAIL + bomb})
    faults = publication.faults()
    assert all(fault.startswith("winter/issue.yaml:") for fault in faults)
    assert bool(faults) == (not bomb.startswith("subtitle"))


def test_the_depth_at_which_reading_stops_is_told_once(publication: Publication) -> None:
    publication.write({"winter/issue.yaml": TAIL + f"subtitle: {'[' * 5000}"})
    (fault,) = publication.problems()
    assert (fault.code, fault.pos.line if fault.pos else 0) == ("bad-yaml", 3)
    assert "nested more than 16 levels deep" in fault.message


@pytest.mark.parametrize("contact", ["{}", "{email: }", "{accounts: }", "", "~", "{email: ''}"])
def test_a_contact_block_that_says_nothing_is_missing(
    publication: Publication, contact: str
) -> None:
    manifest = f"date: Winter\narticles: [articles/news.md, contact]\ncontact: {contact}\n"
    publication.write({"winter/issue.yaml": manifest})
    assert publication.faults() == ["winter/issue.yaml:2:30 missing-key"]
    publication.write({"winter/issue.yaml": manifest.replace(", contact]", "]")})
    assert publication.faults() == []


def test_merge_keys_are_no_keys(publication: Publication) -> None:
    publication.write({"winter/issue.yaml": f"{TAIL}contact: {{<<: {{email: a@b.org}}}}\n"})
    assert publication.faults() == ["winter/issue.yaml:3:11 unknown-key"]


@pytest.mark.parametrize("name", ["Articles/news.md", "articles/NEWS.md", "articles/news.MD"])
def test_a_name_in_other_letters_is_not_the_same(publication: Publication, name: str) -> None:
    """Where a disk takes capitals for small letters it is found; elsewhere the hint names it."""
    publication.write({"winter/issue.yaml": f"date: x\narticles: [{name}]\n"})
    if (publication.root / "winter" / name).exists():
        assert publication.faults() == []
    else:
        assert publication.faults() == ["winter/issue.yaml:2:12 unknown-article"]
        assert publication.hints() == ['Did you mean "articles/news.md"?']


def test_a_rule_at_the_top_of_an_article_is_explained(publication: Publication) -> None:
    publication.write({"winter/articles/news.md": "---\n\nWords.\n\n---\n\nMore words.\n"})
    assert publication.faults() == ["winter/articles/news.md:3:1 wrong-type"]
    assert publication.hints() == ["Write *** for a rule at the top of a text."]


def test_a_number_of_an_issue_without_end(publication: Publication) -> None:
    publication.write({"spring/issue.yaml": f"number: {'9' * 5000}\n"})
    assert find_issue(publication.root).name == "spring"
