"""Paragraphs that a page break had cut, and those that only look so. All words are ours."""

from pathlib import Path

import pytest

from tests.importing.documents import EVENING, TUESDAY, import_text

BEFORE = "The printers met again in the spring, and what they had to say about the price of paper"
NAMES = f"At the meeting the Folders spoke first, and many Folders stayed late. {TUESDAY}"

JOINED = {
    "small letters": (f"{BEFORE} was in", "everybody's mouth by the evening."),
    "after an apostrophe": (f"{BEFORE} and the 'better'", "printers was short and clear."),
    "after a bracket": (f"{BEFORE} (in the hall)", "was short and clear, and was heard."),
    "before a short rest": (f"{BEFORE} was", "no news."),
    "a name": (f"{BEFORE} pleased the 'older'", "Folders, who had said so for years."),
    "a number": (f"{BEFORE} cost some of them", "40 euros or more for each ream."),
    "after a comma": (f"{BEFORE}, and the ink,", "Ada Bell wrote down, word for word."),
    "after a dash": (f"{BEFORE} –", "Ada Bell had it all in her notes – was short."),
    "inside brackets": (f"{BEFORE} (which Ada Bell", "Smith wrote down) was short and clear."),
    "after an article": (f"{BEFORE} was news to the", "Easton branch, which had no paper."),
    "after an abbreviation": (f"{BEFORE} in the U.S.", "was news to all of them."),
    "inside a word": (f"{BEFORE} was in every well-", "known paper of the town."),
    "emphasis on both sides": (f"{BEFORE} was *very*", "*much* on their minds."),
}


@pytest.mark.parametrize(("before", "after"), JOINED.values(), ids=JOINED)
@pytest.mark.parametrize("name", ["notes.md", "notes.txt"])
def test_halves_of_a_paragraph(tmp_path: Path, before: str, after: str, name: str) -> None:
    text = f"THE PRICE OF PAPER\n\n{NAMES}\n\n{before}\n\n\n\n{after}\n\n{EVENING}\n"
    made = import_text(tmp_path, text, name)
    glue = "" if before.endswith("-") else " "
    blocks = [block.replace("\\", "") for block in made.articles[0][1]]
    assert blocks == [NAMES, f"{before}{glue}{after}", EVENING]
    assert len([line for line in made.done if line.startswith("9 joined a paragraph")]) == 1


LEFT = {
    "a sentence ends": (f"{BEFORE} was heard.", "Nobody slept."),
    "a sentence ends in quotes": (f"{BEFORE}: 'Too high!'", "Nobody slept."),
    "a sentence ends before a note": (f"{BEFORE} was heard.¹", "Nobody slept."),
    "a capital that is no name": (f"{BEFORE} was heard", "Nobody slept that night."),
    "a colon": (f"{BEFORE}:", "it was too high."),
    "a salutation": ("Dear folding friends,", "we write to you about paper, once more."),
    "an address": (f"{BEFORE} can be read on our pages", "Folders write to fold@example.org."),
    "two closing lines": ("The Folders are the local branch of the Union of Printing Workers",
                          "For more about the Folders and their paper: <https://example.org/fold>"),
    "a list": (f"{BEFORE} was", "- high\n- too high"),
    "small letters after a stop": (f"{BEFORE} was heard.", "and nobody slept."),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after"), LEFT.values(), ids=LEFT)
def test_two_paragraphs(tmp_path: Path, before: str, after: str) -> None:
    text = f"# The price of paper\n\n{NAMES}\n\n{before}\n\n{after}\n"
    made = import_text(tmp_path, text)
    assert made.articles[0][1] == [NAMES, before, after]
    assert not any("joined" in line for line in made.done)


SURE = {"small letters", "after an apostrophe", "after a bracket", "before a short rest",
        "emphasis on both sides"}  # fmt: skip
DOUBTED = {"a capital that is no name", "a salutation", "an address", "two closing lines",
           "small letters after a stop", "a colon"}  # fmt: skip


@pytest.mark.parametrize("case", JOINED)
def test_a_join_that_is_not_sure_is_told(tmp_path: Path, case: str) -> None:
    before, after = JOINED[case]
    made = import_text(tmp_path, f"# The price\n\n{NAMES}\n\n{before}\n\n{after}\n")
    assert made.doubts == ([] if case in SURE else ["7 unsure-join"])


@pytest.mark.parametrize("case", LEFT)
def test_a_gap_that_is_not_sure_is_told(tmp_path: Path, case: str) -> None:
    before, after = LEFT[case]
    made = import_text(tmp_path, f"# The price\n\n{NAMES}\n\n{before}\n\n{after}\n")
    assert made.doubts == (["7 unsure-gap"] if case in DOUBTED else [])


def test_a_paragraph_cut_twice(tmp_path: Path) -> None:
    parts = (BEFORE, "was on everybody's lips, and", "was heard in the whole town.")
    made = import_text(tmp_path, "# The price\n\n" + "\n\n".join(parts) + "\n")
    assert made.articles[0][1] == [" ".join(parts)]


def test_markdown_that_joining_would_change_is_left(tmp_path: Path) -> None:
    before, after = f"{BEFORE} was *very high", "or very* low, depending on the day."
    made = import_text(tmp_path, f"# The price\n\n{before}\n\n{after}\n")
    assert made.articles[0][1] == [before, after]
    assert made.doubts == ["5 unsure-gap"]


def test_a_head_between_paragraphs_is_not_joined(tmp_path: Path) -> None:
    text = f"THE PRICE OF PAPER\n\n{NAMES}\n\nThe Way Forward\n\n{EVENING}\n"
    made = import_text(tmp_path, text)
    assert made.articles[0][1] == [NAMES, "## The Way Forward", EVENING]


def test_a_page_between_the_halves_is_enough(tmp_path: Path) -> None:
    text = f"# The price\n\n{BEFORE} was known to\n\n- 1 -\n\nEaston for years.\n\n- 2 -\n"
    made = import_text(tmp_path, text.replace("- 1 -", "Page 1").replace("- 2 -", "Page 2"))
    assert made.articles[0][1] == [f"{BEFORE} was known to Easton for years."]
    assert made.doubts == ["7 unsure-join"]
