"""An office: printers of all kinds, made of trays and sheets, and a person who does as told.

It knows nothing of profiles. A sheet lies landscape in a tray, seen from above; its head points
away from the eye (1) or towards it (-1).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

from hypothesis import strategies as st

Surface = Literal["up", "down"]
End = Literal["top", "bottom"]

OTHER: dict[Surface, Surface] = {"up": "down", "down": "up"}


@dataclass(frozen=True)
class Print:
    """What was printed on a surface: ``front 1`` or ``back 1``, and where its head points."""

    kind: str
    number: int
    head: int


@dataclass(frozen=True)
class Paper:
    """A sheet in a tray: what was printed on its two surfaces, one print over the other."""

    up: tuple[Print, ...] = ()
    down: tuple[Print, ...] = ()

    def on(self, surface: Surface) -> tuple[Print, ...]:
        return self.up if surface == "up" else self.down

    def printed(self, surface: Surface, new: Print) -> "Paper":
        if surface == "up":
            return replace(self, up=(*self.up, new))
        return replace(self, down=(*self.down, new))

    def turned_over(self) -> "Paper":
        """Half a turn about a line along the short edges: heads point where they did."""
        return Paper(up=self.down, down=self.up)

    def turned_round(self) -> "Paper":
        """Half a turn on the table."""
        up, down = (
            tuple(replace(each, head=-each.head) for each in surface)
            for surface in (self.up, self.down)
        )
        return Paper(up=up, down=down)

    def surface_of(self, kind: str) -> Surface:
        return "up" if any(each.kind == kind for each in self.up) else "down"

    def find(self, kind: str) -> Print:
        (found,) = (each for each in (*self.up, *self.down) if each.kind == kind)
        return found


Stack = tuple[Paper, ...]
"""From the top down."""


@dataclass(frozen=True)
class Machine:
    """A printer that prints one side of what lies in its paper tray.

    ``prints`` is the side of the paper in the paper tray that gets the ink, and ``head_in`` where
    the head comes to lie on it; ``faces`` and ``head_out`` are how it lies in the output tray then.
    ``takes`` and ``lays`` are the ends of the stacks; one that goes ``backwards`` prints the last
    page of a job first. ``carried_round``: its trays stand so that whoever carries the stack over
    turns it round.
    """

    prints: Surface
    head_in: int
    faces: Surface
    head_out: int
    takes: End = "top"
    lays: End = "top"
    backwards: bool = False
    carried_round: bool = False

    def run(self, tray: Stack, job: Iterable[Print]) -> Stack:
        """Print a job, a page on each sheet, and give the stack in the output tray."""
        pages = tuple(job)
        sheets = tray if self.takes == "top" else tray[::-1]
        out: Stack = ()
        for paper, page in zip(sheets, pages[::-1] if self.backwards else pages, strict=True):
            inked = paper.printed(self.prints, replace(page, head=page.head * self.head_in))
            if self.prints != self.faces:
                inked = inked.turned_over()
            if self.head_in != self.head_out:
                inked = inked.turned_round()
            out = (inked, *out) if self.lays == "top" else (*out, inked)
        return out

    def carry(self, stack: Stack) -> Stack:
        """Carry a stack from the output tray to the paper tray, as it lies."""
        return tuple(paper.turned_round() for paper in stack) if self.carried_round else stack


SURFACES = st.sampled_from(["up", "down"])
HEADS = st.sampled_from([1, -1])
ENDS = st.sampled_from(["top", "bottom"])
MACHINES = st.builds(
    Machine,
    prints=SURFACES,
    head_in=HEADS,
    faces=SURFACES,
    head_out=HEADS,
    takes=ENDS,
    lays=ENDS,
    backwards=st.booleans(),
    carried_round=st.booleans(),
)
"""Printers that are fed by hand, of every kind."""

SHIFTS = st.floats(-8, 8)
"""Millimetres by which backs may miss their fronts, to a side or upwards."""
SKEWS = st.floats(-3, 3)
"""Degrees by which they may be turned."""

REST = {"name": "office", "x": "0", "y": "0", "right": "0", "edge": "4"}
"""Answers of somebody whose backs miss nothing."""

RIGHT_SCALE = 100
"""Millimetres from the middle of a trial sheet to its second upright scale."""

AS_IT_LIES = "without turning it over or round"
TURN_OVER = "turn it over so that its two short edges change places"


def blank(count: int) -> Stack:
    return (Paper(),) * count


def turn_over(stack: Stack) -> Stack:
    """Turn a whole stack over, its short edges changing places."""
    return tuple(paper.turned_over() for paper in reversed(stack))


def job(kind: str, numbers: Iterable[int], *, upside_down: bool = False) -> list[Print]:
    return [Print(kind=kind, number=number, head=-1 if upside_down else 1) for number in numbers]


def print_by_hand(
    machine: Machine, fronts: Iterable[Print], backs: Iterable[Print], *, said: str
) -> Stack:
    """Print fronts, put the stack back as a sentence says, and print backs."""
    pages = list(fronts)
    stack = machine.run(blank(len(pages)), pages)
    if TURN_OVER in said:
        stack = turn_over(stack)
    else:
        assert AS_IT_LIES in said
    return machine.run(machine.carry(stack), backs)


def read_scales(seen: Callable[[complex], complex]) -> dict[str, str]:
    """Read a back's cross and long line on the scales of the front.

    Args:
        seen: Where a point of the back is seen through the front, both in millimetres from the
            middle of the sheet.
    """
    left, right = sorted((seen(-150 + 0j), seen(150 + 0j)), key=lambda point: point.real)
    part = (RIGHT_SCALE - left.real) / (right.real - left.real)
    at_right = left.imag + part * (right.imag - left.imag)
    cross = seen(0j)
    return {"x": f"{cross.real:.6f}", "y": f"{cross.imag:.6f}", "right": f"{at_right:.6f}"}


@dataclass(frozen=True)
class Trial:
    """Three sheets printed as the questions say, and what a person sees on them.

    ``said`` is how the stack is put back, and ``backs`` what is sent to the printer then: as it
    lies and in order for a first trial, as a profile has it for another.
    """

    machine: Machine
    said: str = AS_IT_LIES
    backs: tuple[Print, ...] = tuple(job("back", (1, 2, 3)))
    fronts: Stack = field(init=False)
    both: Stack = field(init=False)

    def __post_init__(self) -> None:
        sheets = job("front", (1, 2, 3))
        both = print_by_hand(self.machine, sheets, self.backs, said=self.said)
        object.__setattr__(self, "fronts", self.machine.run(blank(3), sheets))
        object.__setattr__(self, "both", both)

    def answers(self) -> dict[str, str]:
        (first,) = (paper for paper in self.both if paper.find("front").number == 1)
        front, back = first.find("front"), first.find("back")
        apart = first.surface_of("front") != first.surface_of("back")
        return {
            "sides": "hand",
            "faces": self.fronts[0].surface_of("front"),
            "top": str(self.fronts[0].find("front").number),
            "second": "empty" if apart else "printed",
            "behind": str(back.number),
            "arrow": "same" if front.head == back.head else "opposite",
        }
