"""The user's own issue comes out as its editors made it. Its text is not in this repository."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt

from pamphleteer.importing import ImportReport, import_documents
from pamphleteer.issue import read_issue

SEAMS = (
    ("in preparation", "for ICE raids"),
    ("that this is", "no idle threat."),
    ("more 'progressive'", "Democrats, who"),
    ("Homeland Security (DHS)", "and its branches"),
    ("disciplining of the", "working class, or lose"),
    ("destroy the capitalist", "state outright"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """The document and what became of it."""

    source: str
    report: ImportReport
    folder: Path

    @property
    def publication(self) -> Any:
        return yaml.safe_load((self.folder.parent / "publication.yaml").read_text("utf-8"))

    @property
    def issue(self) -> Any:
        return yaml.safe_load((self.folder / "issue.yaml").read_text("utf-8"))

    @property
    def articles(self) -> tuple[str, ...]:
        paths = [item for item in self.issue["articles"] if isinstance(item, str)]
        return tuple((self.folder / path).read_text("utf-8") for path in paths if path != "contact")

    @property
    def about(self) -> str:
        return (self.folder.parent / "about.md").read_text("utf-8")


@pytest.fixture(scope="module")
def imported(real_issue: Path, tmp_path_factory: pytest.TempPathFactory) -> Imported:
    folder = tmp_path_factory.mktemp("publication") / "issues" / "winter-2026"
    report = import_documents([real_issue], folder)
    return Imported(source=real_issue.read_text("utf-8"), report=report, folder=folder)


def paragraphs(article: str) -> list[str]:
    """The blocks below the front matter."""
    return article.split("---\n", 2)[2].strip().split("\n\n")


def headline(article: str) -> str:
    return str(yaml.safe_load(article.split("---\n")[1])["headline"])


def words(markdown: str) -> list[str]:
    """All printed words, read here with markdown-it's own HTML, and not as the importer does."""
    html = MarkdownIt("commonmark", {"html": False}).render(markdown)
    text = re.sub(r"<[^>]*>", " ", html.replace("\n", " "))
    for entity, letter in (("&quot;", '"'), ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        text = text.replace(entity, letter)
    return text.split()


def test_the_masthead(imported: Imported) -> None:
    assert imported.publication["title"] == "Internationalist Notes"
    assert "publisher" not in imported.publication
    assert imported.publication["language"] == "en"
    head = {key: str(imported.issue[key]) for key in ("volume", "number", "date")}
    assert head == {"volume": "1", "number": "14", "date": "Winter 2026"}


def test_the_running_order(imported: Imported) -> None:
    kinds = [
        item if item == "contact" else "article" if isinstance(item, str) else item
        for item in imported.issue["articles"]
    ]
    assert kinds == [
        *["article"] * 3,
        {"banner": "NO WAR BUT THE CLASS WAR"},
        {"box": "about"},
        "contact",
    ]


def test_three_articles_with_their_headlines_as_written(imported: Imported) -> None:
    assert [headline(article) for article in imported.articles] == [
        "ICE'S REPRESSION ONLY ENDS WITH COMMUNISM",
        "THE NATIONAL GUARD, AN APPENDAGE OF CAPITALIST RULE",
        "ANOTHER STEP TOWARDS IMPERIALIST SLAUGHTER",
    ]


def test_front_matter_invents_nothing(imported: Imported) -> None:
    for article in (*imported.articles, imported.about):
        assert set(yaml.safe_load(article.split("---\n")[1])) == {"headline"}


def test_the_first_article_has_its_five_crossheads_and_the_others_none(imported: Imported) -> None:
    first, *others = imported.articles
    assert re.findall(r"^## (.*)$", first, re.MULTILINE) == [
        "ICE's Fear and Hate-Mongering",
        "The Fight So Far",
        "Why the Capitalist Class is United on Deportations",
        "Why the Democrats are a Pseudo-Opposition to the Regime of Deportations",
        "The Way Forward",
    ]
    assert not any(re.search(r"^#", article, re.MULTILINE) for article in (*others, imported.about))


def test_who_we_are_with_affiliate_and_address(imported: Imported) -> None:
    assert headline(imported.about) == "Who We Are"
    blocks = paragraphs(imported.about)
    assert len(blocks) == 4
    assert blocks[2].endswith("is the US affiliate of the Internationalist Communist Tendency")
    assert blocks[3].startswith("For more information")
    assert blocks[3].endswith("<https://www.leftcom.org/en/about-us>")


def test_the_contact_block(imported: Imported) -> None:
    assert imported.publication["contact"] == {
        "heading": "Publication and Contact Info",
        "intro": "Address all correspondence to",
        "email": "us@leftcom.org",
        "web": "leftcom.org",
        "accounts": {
            "Instagram": {
                "text": "@iwg_official",
                "url": "https://www.instagram.com/iwg_official",
            },
            "Twitter": {"text": "@IWGOfficial", "url": "https://twitter.com/IWGOfficial"},
            "Facebook": {"text": "@iwguna", "url": "https://www.facebook.com/iwguna"},
        },
        "qr": {
            "url": "https://leftcom.org",
            "label": "Scan our QR Code to access our webpage",
        },
    }


def test_dollars_need_no_escape(imported: Imported) -> None:
    second = imported.articles[1]
    assert "($50,000 recruitment" in second
    assert "$60,000-$100,000" in second
    assert "\\" not in "".join((*imported.articles, imported.about))


def test_the_six_cut_paragraphs_are_joined(imported: Imported) -> None:
    text = "\n\n".join(imported.articles)
    for before, after in SEAMS:
        assert f"{before} {after}" in text
    joined = [done.text for done in imported.report.done if "joined" in done.text]
    assert len(joined) == len(SEAMS)
    for text, (before, after) in zip(joined, SEAMS, strict=True):
        assert before in text
        assert after.split(",")[0] in text


def test_no_other_paragraphs_are_joined(imported: Imported) -> None:
    """The blocks of the document, less six, less the masthead's line, are the blocks written."""
    blocks = [block.strip() for block in re.split(r"\n\s*\n", imported.source) if block.strip()]
    cut = {after for _, after in SEAMS}
    starts = [" ".join(block.split()[:6]) for block in blocks]
    expected = [start for start in starts if not any(start.startswith(seam) for seam in cut)]
    assert len(starts) - len(expected) == len(SEAMS)
    contact = next(index for index, start in enumerate(expected) if "Contact Info" in start)
    found = []
    for article in (*imported.articles, imported.about):
        found += [headline(article), *paragraphs(article)]
        if article == imported.articles[-1]:
            found.append("NO WAR BUT THE CLASS WAR")
    assert [" ".join(block.removeprefix("## ").split()[:6]) for block in found] == expected[
        :contact
    ]


def test_every_word_of_the_articles_once_and_in_order(imported: Imported) -> None:
    source = words(imported.source)
    at = source.index("Publication")
    while source[at : at + 4] != ["Publication", "and", "Contact", "Info"]:
        at = source.index("Publication", at + 1)
    found: list[str] = []
    for article in (*imported.articles, "NO WAR BUT THE CLASS WAR", imported.about):
        if article.startswith("---"):
            found += [*headline(article).split(), *words(article.split("---\n", 2)[2])]
        else:
            found += article.split()
    assert found == source[:at]


def test_every_word_of_the_rest(imported: Imported) -> None:
    """Labels are said by keys: the rest of the words stand in the manifests."""
    contact = imported.publication["contact"]
    issue = imported.issue
    found = [
        *contact["heading"].split(),
        *f"{imported.publication['title']}, Volume {issue['volume']},".split(),
        *f"Number {issue['number']}, {issue['date']}".split(),
        *f"{contact['intro']}: Email: {contact['email']} Webpage: {contact['web']}".split(),
        *(
            word
            for label, account in contact["accounts"].items()
            for word in (f"{label}:", account["text"])
        ),
        *f"{contact['qr']['label']}:".split(),
    ]
    source = words(imported.source)
    assert source[-len(found) :] == found


def test_what_was_unsure_is_told_with_its_line(imported: Imported) -> None:
    told = {(problem.code, problem.pos.line) for problem in imported.report.unsure if problem.pos}
    assert ("unsure-join", 41) in told
    assert ("unsure-gap", 97) in told
    assert ("qr-target", 108) in told


def test_the_issue_room_reads_it(imported: Imported) -> None:
    issue = read_issue(imported.folder)
    assert issue.title == "Internationalist Notes"
    assert (issue.volume, issue.number, issue.date) == ("1", "14", "Winter 2026")
    assert len(issue.items) == 6


def test_a_second_import_writes_the_same(
    real_issue: Path, imported: Imported, tmp_path: Path
) -> None:
    folder = tmp_path / "issues" / "winter-2026"
    import_documents([real_issue], folder)
    for path in sorted(imported.folder.parent.rglob("*")):
        if path.is_file():
            again = folder.parent / path.relative_to(imported.folder.parent)
            assert again.read_bytes() == path.read_bytes()
