"""A cover apart: its sheet and the others are two files, which together are the job."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from pamphleteer.imposition.jobs import Job, plan_job
from pamphleteer.imposition.placing import Setting
from pamphleteer.press.covers import split_cover
from pamphleteer.press.sheets import impose_pdf
from pamphleteer.problems import IssueError
from tests.imposition.pages import LETTER, numbered_pdf, read_text


def numbers(pdf: bytes, side: int) -> list[str]:
    return [read_text(pdf, side, left=left, right=left + 396) for left in (0, 396)]


def test_the_cover_is_the_outermost_sheet() -> None:
    plan = plan_job(12, Job(cover=True))
    imposed = impose_pdf(numbered_pdf(12), plan, Setting(paper=LETTER))
    cover, inside = split_cover(imposed, sides=2)
    assert [numbers(cover, side) for side in range(2)] == [["12", "1"], ["2", "11"]]
    assert [numbers(inside, side) for side in range(2)] == [["10", "3"], ["4", "9"]]
    for part, count in ((cover, 2), (inside, 4)):
        reader = PdfReader(BytesIO(part))
        assert len(reader.pages) == count
        wishes = reader.root_object["/ViewerPreferences"]
        assert wishes["/Duplex"] == "/DuplexFlipShortEdge"  # type: ignore[index]


def test_the_same_input_gives_the_same_bytes() -> None:
    imposed = impose_pdf(numbered_pdf(8), plan_job(8, Job(cover=True)), Setting(paper=LETTER))
    assert split_cover(imposed, sides=2) == split_cover(imposed, sides=2)


@pytest.mark.parametrize(
    ("count", "job"),
    [
        (4, Job(cover=True)),
        (16, Job(scheme="perfect-bound", sheets=1, cover=True)),
        (16, Job(scheme="loose-leaf", cover=True)),
        (16, Job(rows=2, order="copies", cover=True)),
    ],
)
def test_what_has_no_cover_is_refused(count: int, job: Job) -> None:
    with pytest.raises(IssueError, match="have a cover"):
        plan_job(count, job)
