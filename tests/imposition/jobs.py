"""Jobs of every scheme, drawn by Hypothesis."""

from hypothesis import assume
from hypothesis import strategies as st

from pamphleteer.imposition.fold import FoldError, check_book, make_books
from pamphleteer.imposition.jobs import SCHEMES, Job, plan_job
from pamphleteer.imposition.plan import Fold, Plan
from pamphleteer.problems import IssueError
from pamphleteer.units import Pt, Size

PRESS_SHEET = Size(width=Pt(10500), height=Pt(10000))
"""Paper on which every job here fits, with half-letter pages."""
OWN = {
    "front": "5* 4* / 8 1",
    "back": "3* 6* / 2 7",
    "folds": (Fold(half="top"), Fold(half="left")),
}


@st.composite
def planned_jobs(draw: st.DrawFn, *, most: int = 40) -> tuple[Plan, Job, int]:
    """A plan, the job it is of, and how many pages it has."""
    scheme = draw(st.sampled_from(sorted(SCHEMES)))
    pieces = st.just(1) if scheme == "mini-zine" else st.integers(1, 2)
    job = draw(
        st.builds(
            Job,
            scheme=st.just(scheme),
            sheets=st.integers(1, 4),
            section=st.sampled_from([4, 8, 16, 32]),
            nested=st.booleans(),
            rows=pieces,
            columns=st.integers(2, 8) if scheme == "concertina" else pieces,
            order=st.sampled_from(["piles", "sheets", "copies"]),
            binding=st.sampled_from(["left", "left", "right", "top"]),
            head_to_toe=st.booleans(),
            foot_fold=st.booleans(),
            one_sided=st.booleans(),
            style=st.sampled_from(["sheetwise", "sheetwise", "work-and-turn", "work-and-tumble"]),
            **{key: st.just(value) for key, value in OWN.items()},
        )
    )
    count = draw(st.integers(1, min(most, job.columns) if scheme == "concertina" else most))
    try:
        plan = plan_job(count, job)
        for book in make_books(plan):
            check_book(book, plan, page_count=count)
    except (IssueError, FoldError):  # not every scheme can be cut, or worked and turned
        assume(False)
        raise
    return plan, job, count
