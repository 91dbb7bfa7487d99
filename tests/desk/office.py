"""An office: printers of all kinds, made of trays and sheets, and a person who does as told.

It knows nothing of profiles. A sheet lies landscape in a tray, seen from above; its head points
away from the eye (1) or towards it (-1).
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

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


def blank(count: int) -> Stack:
    return (Paper(),) * count


def turn_over(stack: Stack) -> Stack:
    """Turn a whole stack over, its short edges changing places."""
    return tuple(paper.turned_over() for paper in reversed(stack))


def job(kind: str, numbers: Iterable[int], *, upside_down: bool = False) -> list[Print]:
    return [Print(kind=kind, number=number, head=-1 if upside_down else 1) for number in numbers]


@dataclass(frozen=True)
class Trial:
    """Three sheets printed as the questions say, and what a person sees on them."""

    machine: Machine
    fronts: Stack = field(init=False)
    both: Stack = field(init=False)

    def __post_init__(self) -> None:
        fronts = self.machine.run(blank(3), job("front", (1, 2, 3)))
        both = self.machine.run(self.machine.carry(fronts), job("back", (1, 2, 3)))
        object.__setattr__(self, "fronts", fronts)
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
