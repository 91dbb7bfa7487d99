"""Earlier parts of a job are found by their names and by what they say of themselves."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pamphleteer.imposition.jobs import Job, plan_job
from pamphleteer.imposition.parts import ALL_PARTS, WHOLE, beside
from pamphleteer.imposition.placing import Setting
from pamphleteer.press.covers import split_cover
from pamphleteer.press.printers import for_printer
from pamphleteer.press.sheets import impose_pdf
from pamphleteer.reading.parts import find_other_kinds, find_other_parts, read_part
from tests.imposition.pages import LETTER, numbered_pdf
from tests.press.test_duplex import BY_HAND


def make_parts() -> dict[str, bytes]:
    """Of one job every part that there is."""
    source = numbered_pdf(8)
    whole = impose_pdf(source, plan_job(8, Job(cover=True)), Setting(paper=LETTER))
    jobs = {Path("z.pdf"): whole}
    jobs |= dict(zip((Path("z-cover.pdf"), Path("z-inside.pdf")), split_cover(whole, sides=2),
                     strict=True))  # fmt: skip
    files = dict(jobs)
    for path, job in jobs.items():
        files |= for_printer(job, BY_HAND, path)
    return {path.stem.removeprefix("z").strip("-") or WHOLE: pdf for path, pdf in files.items()}


PARTS = make_parts()
STRANGE = {"source": numbered_pdf(2), "text": b"News of the day", "cut off": PARTS[WHOLE][:900]}


def test_every_part_says_which_it_is(tmp_path: Path) -> None:
    assert set(PARTS) == set(ALL_PARTS)
    for part, pdf in PARTS.items():
        (tmp_path / "any.pdf").write_bytes(pdf)
        assert read_part(tmp_path / "any.pdf") == part
    for content in STRANGE.values():
        (tmp_path / "any.pdf").write_bytes(content)
        assert read_part(tmp_path / "any.pdf") is None


@given(
    there=st.dictionaries(st.sampled_from(ALL_PARTS), st.sampled_from([*PARTS, *STRANGE])),
    made=st.sets(st.sampled_from(ALL_PARTS)),
)
@settings(max_examples=60, deadline=None)
def test_only_what_is_a_part_of_the_job_and_not_made_now_is_found(
    tmp_path_factory: pytest.TempPathFactory, there: dict[str, str], made: set[str]
) -> None:
    """A cover that somebody imposed as a job of its own is the whole of another job."""
    output = tmp_path_factory.mktemp("out") / "zine.pdf"
    for part, content in there.items():
        beside(output, part).write_bytes((PARTS | STRANGE)[content])
    kept = [beside(output, part) for part in made]
    expected = {beside(output, part) for part in there if there[part] == part and part not in made}
    assert set(find_other_parts(output, kept)) == expected
    kinds = {beside(output, part) for part in there if part not in made}
    assert set(find_other_kinds(output, kept)) == kinds


def test_nothing_but_files_is_found(tmp_path: Path) -> None:
    output = tmp_path / "zine.pdf"
    (tmp_path / "zine-fronts.pdf").mkdir()
    (tmp_path / "elsewhere.pdf").write_bytes(PARTS["backs"])
    (tmp_path / "zine-backs.pdf").symlink_to(tmp_path / "elsewhere.pdf")
    assert find_other_kinds(output, []) == ()
    assert find_other_parts(output, []) == ()
