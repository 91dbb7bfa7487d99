"""Where tables stand, and how wide they may be."""

import pytest

from pamphleteer.issue.model import Block, Placement
from tests.issue.publications import Publication, block

TABLE = "|a|b|\n|-|-|\n|1|2|\n"


@pytest.mark.parametrize("gap", ["", "\n", "\n\n"])
def test_a_table_takes_the_braces_under_it(publication: Publication, gap: str) -> None:
    only = block(publication, f"{TABLE}{gap}{{span=2 place=top}}\n")
    assert only.placement == Placement(span=2, place="top")
    assert (only.html, only.text) == (block(publication, TABLE).html, "a b\n\n1 2")


def test_a_table_with_a_head_alone(publication: Publication) -> None:
    only = block(publication, "|a|\n|-|\n{span=page}\n")
    assert only.placement == Placement(span="page")
    assert only.html.endswith("</thead></table>")


def test_a_table_without_braces(publication: Publication) -> None:
    found = publication.blocks(f"{TABLE}\nc\n\n{TABLE}\n{{place=foot}}\n\nd\n")
    placements = [part.placement for part in found if isinstance(part, Block)]
    assert placements == [Placement(), Placement(), Placement(place="foot"), Placement()]


def test_a_table_in_a_list(publication: Publication) -> None:
    only = block(publication, "- |a|b|\n  |-|-|\n  |1|2|\n")
    assert (only.kind, only.text) == ("list", "a b\n\n1 2")


def wide(count: int) -> str:
    return f"|{'a|' * count}\n|{'-|' * count}\n"


def test_twelve_columns_can_be_set(publication: Publication) -> None:
    assert block(publication, wide(12)).kind == "table"


FAULTS = {
    "13 columns": (f"a\n\n{wide(13)}", ["7 table-too-wide"]),
    "40 columns in a list": (f"- |{'a|' * 40}\n  |{'-|' * 40}\n", ["5 table-too-wide"]),
    "unknown attribute": (f"{TABLE}{{width=3mm}}\n", ["8 unknown-attribute"]),
    "bad value": (f"{TABLE}\n{{span=6}}\n", ["9 bad-attribute"]),
    "bleed": (f"{TABLE}{{span=bleed}}\n", ["8 bad-attribute"]),
    "rubbish": (f"{TABLE}{{=}}\n", ["8 bad-attribute"]),
    "braces under a text": ("a\n\n{span=2}\n", ["7 unknown-attribute"]),
    "braces in a table": (f"{TABLE}|{{span=2}}|\n", ["8 unknown-attribute"]),
    "braces in a sidebar": (f"::: sidebar\n{TABLE}{{span=2}}\n:::\n", ["9 unknown-attribute"]),
    "braces under braces": (f"{TABLE}{{span=2}}\n\n{{span=3}}\n\n{{x}}\n",
                            ["10 unknown-attribute", "12 unknown-attribute"]),
}  # fmt: skip


@pytest.mark.parametrize(("body", "faults"), FAULTS.values(), ids=FAULTS)
def test_a_fault(publication: Publication, body: str, faults: list[str]) -> None:
    assert publication.body_faults(body) == faults
