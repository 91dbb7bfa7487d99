"""Pictures of a sheet that is cut to its pages, and of the strip that is then folded."""

import pytest

from pamphleteer.imposition.instructions import Instructions, instruct
from pamphleteer.imposition.jobs import Job, plan_job
from pamphleteer.imposition.pictures import HEIGHT, WIDTH, Label, Patch, Picture, Stroke
from pamphleteer.imposition.placing import Setting
from pamphleteer.imposition.strip_pictures import picture_fan
from pamphleteer.papers import find_paper


def told(columns: int, page: str, paper: str) -> Instructions:
    job = Job(scheme="concertina", columns=columns)
    plan = plan_job(2 * columns, job)
    return instruct(plan, Setting(paper=find_paper(paper)), page=find_paper(page))


def picture_of(made: Instructions, name: str) -> Picture:
    (picture,) = (step.picture for step in made.steps if step.name == name)
    return picture


def extent(patch: Patch) -> tuple[float, float]:
    x, y = zip(*patch.points, strict=True)
    return max(x) - min(x), max(y) - min(y)


@pytest.mark.parametrize(
    ("columns", "page", "paper", "cuts"),
    [(3, "a6", "a3", 4), (8, "a7", "a2", 2), (4, "a6", "a2", 4), (6, "a7", "sra2", 4)],
)
def test_the_strip_is_drawn_as_it_is_cut_out(
    columns: int, page: str, paper: str, cuts: int
) -> None:
    """Paper as wide as the strip is cut along two edges alone."""
    made = told(columns, page, paper)
    shapes = picture_of(made, "Cut to size").shapes
    numbers = [each.text for each in shapes if isinstance(each, Label) and each.is_number]
    assert numbers == 2 * [f"{number}" for number in range(1, columns + 1)]
    knives = [each for each in shapes if isinstance(each, Stroke) and each.kind == "cut"]
    folds = [each for each in shapes if isinstance(each, Stroke) and each.kind == "fold"]
    assert (len(knives), len(folds)) == (cuts, 2 * (columns - 1))
    sheet, block, strip = (
        extent(each) for each in shapes if isinstance(each, Patch) and each.tone != "solid"
    )
    size = find_paper(page)
    shape = columns * size.width / size.height
    assert [block[0] / block[1], strip[0] / strip[1]] == pytest.approx([shape, shape])
    assert sheet[0] / sheet[1] == pytest.approx(made.bed.sheet.width / made.bed.sheet.height)
    assert strip[0] * strip[1] > block[0] * block[1]
    said = [each.text for each in shapes if isinstance(each, Label) and not each.is_number]
    (text,) = (step.text for step in made.steps if step.name == "Cut to size")
    assert len(said) == 1
    assert said[0] in text


@pytest.mark.parametrize("panels", [2, 3, 8, 13])
@pytest.mark.parametrize("page", ["a7", "a3", "30mm x 200mm", "200mm x 30mm"])
def test_a_fan_stands_within_its_picture(panels: int, page: str) -> None:
    size = find_paper(page)
    shapes = picture_fan(panels, size).shapes
    patches = [each for each in shapes if isinstance(each, Patch)]
    x, y = zip(*(point for each in patches for point in each.points), strict=True)
    assert 0 <= min(x) <= max(x) <= WIDTH
    assert 0 <= min(y) <= max(y) <= HEIGHT
    across, upright = extent(patches[0])[0], patches[0].points[0][1] - patches[0].points[3][1]
    assert across / upright == pytest.approx(size.width / size.height)
    names = [each.text for each in shapes if isinstance(each, Label)]
    assert (names[0], names[-1]) == ("1", f"{panels}")
    assert ("…" in names) == (panels > 8)


def test_paper_of_the_strips_own_size_is_not_cut() -> None:
    made = told(4, "a6", "420mm x 148mm")
    assert [step.name for step in made.steps] == ["Print", "Fold back and forth"]
