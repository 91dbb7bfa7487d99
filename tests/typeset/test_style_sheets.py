"""A style sheet that is read rule by rule says what it says when WeasyPrint reads it whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from weasyprint import CSS

from pamphleteer.problems import IssueError
from pamphleteer.typeset.fetching import BASE_URL, AssetFetcher
from pamphleteer.typeset.style_sheets import Known, StyleSheet, read_style_sheet
from pamphleteer.typeset.weasy import FontConfiguration, listening
from tests.typeset.composing import typesetter

RULES = (
    "p { margin: 3pt 0 }",
    "p, .a > b { color: red; font: 9pt/12pt serif }",
    'q::before { content: "} /* {" }',
    "/* } { */ i { margin: 0 }",
    "@media print { u { margin: 1pt } }",
    "@media screen { u { margin: 2pt } }",
    "@page { size: 3cm; @footnote { margin: 1pt } }",
    "h1 { margin: 1pt; b { margin: 2pt } }",
    "s { content: '\\'}' ; margin: 4pt }",
    "a\\{b { margin: 5pt }",
    "em{}",
    "b { background: url(data:a;{b); margin: 6pt }",
)
FONTS = FontConfiguration()


def told(css: CSS) -> list[object]:
    """All that a style sheet says, in words."""
    found = []
    for by in ("id", "class", "lower_local_name", "namespace"):
        by_name = getattr(css.matcher, f"{by}_selectors").values()
        found += [each for some in by_name for each in some]
    found += [*css.matcher.lang_attr_selectors, *css.matcher.other_selectors]
    rules = [(order, rank, pseudo, str(said)) for _, rank, order, pseudo, said in found]
    return [*sorted(rules), *(str(rule[1:]) for rule in css.page_rules)]


def read(text: str, known: Known) -> StyleSheet:
    return read_style_sheet(text, known, fetcher=AssetFetcher({}), fonts=FONTS)


@given(st.lists(st.sampled_from(RULES)), st.lists(st.sampled_from(RULES)))
def test_rules_read_one_by_one_say_the_same(one: list[str], other: list[str]) -> None:
    known: Known = {}
    for text in ("\n".join(one), " ".join(other)):
        whole = CSS(string=text, base_url=BASE_URL, font_config=FONTS)
        assert told(read(text, known).css) == told(whole)


@given(st.lists(st.sampled_from(RULES)), st.integers(1, 99))
def test_a_rule_of_which_a_number_is_another_says_so(rules: list[str], number: int) -> None:
    known: Known = {}
    read("\n".join(rules), known)
    changed = "\n".join(rules).replace("3pt", f"{number}pt").replace("12pt", f"{number}.5pt")
    whole = CSS(string=changed, base_url=BASE_URL, font_config=FONTS)
    assert told(read(changed, known).css) == told(whole)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("p { margin: 0 }\n\n  q { colour: red }", "3:7"),
        ("p { margin: 0 } p { margin: 0;\n marg: 1 }", "2:2"),
        ("p { margin: 0 }\n/* a\nb */ p { marg: 1 }", "3:10"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text: str, place: str) -> None:
    known: Known = {}
    read("p { margin: 1pt }", known)
    with pytest.raises(IssueError) as fault, listening("a style sheet"):
        read(text, known)
    assert place in fault.value.problems[0].message


def test_a_typesetter_tells_it_too() -> None:
    with pytest.raises(IssueError) as fault:
        typesetter("\np { marg: 1 }")
    assert "marg" in fault.value.problems[0].message
