"""Steps at the printer and at the knife, and the folds: sheets become folded sections."""

from collections.abc import Iterator
from dataclasses import replace

from pamphleteer.imposition.faces import TURN, Paper, print_sheet
from pamphleteer.imposition.fold import cut_stack, fold_section
from pamphleteer.imposition.folding_pictures import picture_fold
from pamphleteer.imposition.pictures import letter, picture_cut, picture_sheet
from pamphleteer.imposition.plan import Cut, Fold, Half, Plan, Side, Slot
from pamphleteer.imposition.printer import put_back
from pamphleteer.imposition.putting_back import picture_put_back
from pamphleteer.imposition.steps import Step, Work, say_weight
from pamphleteer.imposition.strip_pictures import picture_cutting_out
from pamphleteer.units import MM_PER_PT, Pt, Size


def tell_printing(work: Work) -> Iterator[Step]:
    """Print; the picture is what sheet 1 must look like."""
    plan = work.plan
    if work.by_hand:
        said = "Print the fronts at actual size."
    elif plan.two_sided:
        said = f"Print on both sides at actual size, {work.turning}."
    else:
        said = "Print on one side at actual size."
    if work.printer and work.printer.duplex == "none" and plan.two_sided:
        said += f" {work.printer.name} prints one side only: take another printer."
    if work.copies > 1:
        said += " Make up one copy before you print the others."
    text = f"{said} Sheet 1 looks like this.{_say_covers(work)}"
    yield Step(name="Print", text=text, picture=picture_sheet(plan.sheets[0], plan, work.bed))


def tell_trimming_first(work: Work) -> Iterator[Step]:
    """Where paper is folded in four or more, its margins would put the folds beside the pages."""
    plan, bed = work.plan, work.bed
    is_folded = plan.folds or plan.reading == "ring" or plan.scheme == "concertina"
    folded_often = is_folded and max(bed.grid.rows, bed.grid.columns) > PAIR
    block = bed.grid.extent(work.page, bed.gutter)
    spare = max(bed.sheet.width - block.width, bed.sheet.height - block.height)
    if not folded_often or plan.cut or spare < LEAST_SPARE:
        return
    width, height = (round(each * MM_PER_PT) for each in (block.width, block.height))
    text = (
        f"Cut the margins off, so that the paper is as large as its pages together: "
        f"{width} × {height} mm. The folds then fall between pages."
    )
    yield Step(name="Cut to size", text=text, picture=picture_cutting_out(plan, bed))


def _say_covers(work: Work) -> str:
    covers, weight = work.plan.covers, say_weight(work.stocks.cover)
    if not covers:
        return ""
    which = "Sheet 1 is" if covers == 1 else f"Sheets 1 to {covers} are"
    paper = f"paper of {weight}" if weight else "the heavier paper"
    return f" {which} the cover: print it on {paper}. It is in a file of its own."


def tell_putting_back(work: Work) -> Iterator[Step]:
    """How the stack of fronts goes back into the tray, where that is done by hand."""
    if work.by_hand and work.printer:
        text = f"{put_back(work.printer)} Then print the backs."
        yield Step(name="Put the stack back", text=text, picture=picture_put_back(work.printer))


def tell_cutting(work: Work) -> Iterator[Step]:
    """How sheets are cut, and what becomes of the pieces."""
    cut, plan, bed = work.plan.cut, work.plan, work.bed
    if cut and cut.turned:
        halving = cut.halving
        text = f"Cut the stack in two{_say_margins(work)}. {_say_turning(cut, plan)}"
        yield Step(name="Cut", text=text, picture=picture_cut(halving, bed))
        width, height = bed.sheet.width / halving.columns, bed.sheet.height / halving.rows
        bed = replace(bed, sheet=Size(width=Pt(width), height=Pt(height)))
    if cut and cut.of_half.pieces > 1:
        half = cut.of_half
        into = f"{half.rows} × {half.columns}" if min(half.rows, half.columns) > 1 else half.pieces
        what = "each half" if cut.turned else "the stack"
        margins = "" if cut.turned else _say_margins(work)
        text = f"Cut {what} into {into} piles{margins}. {_say_order(half, plan)}"
        name = "Cut again" if cut.turned else "Cut"
        yield Step(name=name, text=text, picture=picture_cut(half, bed))


def _say_margins(work: Work) -> str:
    return "; the margins fall off" if work.has_margins else ""


def _say_turning(cut: Cut, plan: Plan) -> str:
    """What becomes of the second half of a sheet that a press turned."""
    how = "like the page of a book" if cut.turned == "upright" else "head to foot"
    deal = ", and deal it sheet by sheet onto the table" if len(plan.sheets) > 1 else ""
    each = "Each half has all pages." if cut.of_half.pieces > 1 else "Each pile is a copy."
    return f"Turn pile B over {how}{deal}. {each}"


def _say_order(cut: Cut, plan: Plan) -> str:
    """What becomes of the piles."""
    last = letter(cut.pieces - 1)
    if cut.order == "piles":
        below = "B" if cut.pieces == 2 else f"B, and so on to {last} at the bottom"
        return f"Put them on one another in this order: A on top, below it {below}."
    if cut.order == "sheets" and len(plan.sheets) > 1:
        return f"Collect A to {last} of the first sheet, below them A to {last} of the second."
    if cut.order == "sheets":
        return f"Put A on top, and the others below it in order to {last}."
    return "Each pile is a copy of its own: do with each what follows."


def tell_folding(work: Work) -> Iterator[Step]:
    """Each fold in turn; the picture shows the pages that lie on top before and after it."""
    plan = work.plan
    if plan.reading != "leaves" or not plan.folds:
        return
    papers = _first_section(plan)
    sides = [top_side(papers, plan.folds[:count]) for count in range(len(plan.folds) + 1)]
    for index, fold in enumerate(plan.folds):
        first = _say_what_is_folded(plan) if index == 0 else ""
        last = index == len(plan.folds) - 1
        text = f"{first}{_say_fold(fold)}"
        text += f" This fold is the spine{_say_front(sides[-1])}" if last else ""
        name = "Fold" if len(plan.folds) == 1 else f"Fold {index + 1} of {len(plan.folds)}"
        picture = picture_fold(sides[index], sides[index + 1], fold, work.bed.cell)
        yield Step(name=name, text=text, picture=picture)


def _first_section(plan: Plan) -> tuple[Paper, ...]:
    stack = [print_sheet(sheet, plan.axis) for sheet in plan.sheets]
    piles = cut_stack(stack, plan.cut) if plan.cut else [stack]
    count = plan.sections[0] if plan.sections else 1
    return tuple(piles[0][:count])


def top_side(papers: tuple[Paper, ...], folds: tuple[Fold, ...]) -> Side:
    """The pages that face the eye once papers are laid in one another and folded."""
    top: dict[tuple[float, float], Slot] = {}
    for face in fold_section(papers, folds):
        top.setdefault((-face.y, face.x), Slot(page=face.page, rotation=TURN[face.up]))
    ys = sorted({y for y, _ in top})
    return Side(rows=tuple(tuple(top[at] for at in sorted(top) if at[0] == y) for y in ys))


def _say_what_is_folded(plan: Plan) -> str:
    counts, pieces = plan.sections, "pieces" if plan.cut else "sheets"
    most = max(counts, default=1)
    if len(counts) == 1 and most == 1:
        return ""
    if len(counts) == 1:
        if plan.covers:
            return f"Lay the cover on the other {pieces}, fronts up, the first one on top. "
        all_of_them = "both" if most == PAIR else f"all {most}"
        together = "together, the first one on top with its front up. "
        return f"Keep {all_of_them} {pieces} {together}"
    if most == 1:
        return f"Fold each {pieces[:-1]} by itself, its front up. "
    last = f", the last time {counts[-1]}" if counts[-1] != most else ""
    return f"Take {most} {pieces} at a time{last}, in order, fronts up. "


PAIR = 2

LEAST_SPARE = 6.0
"""Points of margin from which on paper is trimmed before it is folded twice."""

OPPOSITE: dict[Half, Half] = {"left": "right", "right": "left", "top": "bottom", "bottom": "top"}


def _say_fold(fold: Fold) -> str:
    where = "over" if fold.over else "under"
    return f"Fold the {fold.half} half {where} the {OPPOSITE[fold.half]} half."


def _say_front(side: Side) -> str:
    page = side.slots[0].page if len(side.slots) == 1 else None
    return f", and page {page} lies on top." if page else "."
