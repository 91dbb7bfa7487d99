"""What a page costs: the one table by which plans are compared. Lower is better.

The unit is one empty line at the foot of a column. Each figure was chosen by looking at pages, and
says how much of one fault a make-up man would suffer to be rid of another.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Costs:
    """Costs of faults that a plan may have. What must never be is no cost: it is not planned.

    Attributes:
        hole: Each empty line at a column's foot that the text leaves because a crosshead, figure
            or paragraph may not be cut there; from the second line on it counts double.
        short_page: Each line by which a page in the middle of an article is kept shorter than it
            could be.
        uneven: Each line by which the columns at an article's end differ, beyond the first.
        tail: Each line of depth that the last page of an article falls short of three.
        low_start: Each line of depth that an article's first page falls short of eight.
        late: A figure that stands a page after its mention.
        put_off: A figure that stands a page later still: only where no other plan is left, as more
            wait than pages hold. It is told as a warning.
        below: A figure that stands on the page of its mention, but not before its article ends.
        foot: What goes on after a jump at a page's foot, below a story that keeps the top and goes
            on to the next page.
        other_order: What goes on after a jump above what was to go on before it.
        broken_into: A story that goes on below another one, which took its page's top after a jump.
        next_page: A story that is to begin on top of a column, and has to wait for the next page.
        early: A figure that stands in a column before that of its mention, on the same page.
        moved: What is to stand across the columns where it is mentioned, and stands at their top or
            foot.
        open_foot: Each line that stays empty below the last matter of a page, but for the last; it
            is white space that somebody meant. What is deeper than six lines looks forgotten: each
            line more costs ``wide_foot`` besides.
        bare_front: A front page on which nothing stands but the masthead.
        page: Each page.
        blank: Each blank page that fills up a sheet.
    """

    hole: float = 1.0
    short_page: float = 1.2
    uneven: float = 3.0
    tail: float = 4.0
    low_start: float = 0.4
    late: float = 6.0
    put_off: float = 1000.0
    below: float = 3.0
    foot: float = 2.0
    other_order: float = 4.0
    broken_into: float = 15.0
    next_page: float = 8.0
    early: float = 1.5
    moved: float = 3.0
    open_foot: float = 0.3
    wide_foot: float = 0.7
    bare_front: float = 200.0
    page: float = 12.0
    blank: float = 6.0

    def of_foot(self, lines: int) -> float:
        """The cost of an empty foot so many lines deep."""
        return self.open_foot * lines + self.wide_foot * max(0, lines - WIDE)

    def of_hole(self, lines: int) -> float:
        """The cost of a hole so many lines deep."""
        return self.hole * (lines + max(0, lines - 1))


COSTS = Costs()
TAIL = 3
WIDE = 6
LOW_START = 8
