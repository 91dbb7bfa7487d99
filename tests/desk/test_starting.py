"""Numbers are counted up, and nothing else of a manifest is touched."""

from hypothesis import given
from hypothesis import strategies as st

from pamphleteer.desk.starting import next_number, with_number


@given(st.integers(0, 10**6), st.text("abc-/ .", max_size=5), st.text("abc ", max_size=5))
def test_the_next_number_is_one_more(number: int, before: str, after: str) -> None:
    assert next_number(f"{before}{number}{after}") == f"{before}{number + 1}{after}"


@given(st.integers(1, 8), st.data())
def test_zeros_are_kept(width: int, data: st.DataObject) -> None:
    number = data.draw(st.integers(0, 10**width - 2))
    assert next_number(f"{number:0{width}}") == f"{number + 1:0{width}}"


def test_what_has_no_digits_has_no_next() -> None:
    assert next_number(None) is None
    assert next_number("") is None
    assert next_number("XIV") is None


LINES = st.sampled_from(
    ["title: Our News", "volume: 14", "# number: 3", "  number: 3", "contact:", "numbers: 3", "",
     'note: "number: 3"', "articles:", "  - banner: number 3"]
)  # fmt: skip


@given(st.lists(LINES), st.lists(LINES), st.sampled_from(["", "'", '"']), st.integers(0, 999))
def test_only_the_number_changes(
    before: list[str], after: list[str], quote: str, number: int
) -> None:
    def manifest(written: int) -> str:
        return "\n".join([*before, f"number: {quote}{written}{quote} # ours", *after])

    assert with_number(manifest(number), str(number + 1)) == manifest(number + 1)


def test_without_a_number_a_manifest_stays() -> None:
    assert with_number("number: XIV\n", None) == "number: XIV\n"
    assert with_number("date: 3\n", "4") == "date: 3\n"
