"""Jobs: how far a story has come, and the area into which it goes on."""

from dataclasses import dataclass, replace

from pamphleteer.makeup.area import Area
from pamphleteer.makeup.copy import StoryCopy, Stretch


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryPlace:
    """How far a story has come: its part, the line in it, and the floats that still wait.

    Those that are ``waiting`` must stand on this page as far as it has room for them, those of
    ``later`` need not do so.
    """

    part: int = 0
    line: int = 0
    waiting: tuple[int, ...] = ()
    later: tuple[int, ...] = ()

    @property
    def pending(self) -> tuple[int, ...]:
        """All floats that still wait, in their order."""
        return (*self.waiting, *self.later)

    def without_first(self) -> "StoryPlace":
        """The same when the first that waits has been placed."""
        if self.waiting:
            return replace(self, waiting=self.waiting[1:])
        return replace(self, later=self.later[1:])


def opening(story: StoryCopy, part: int = 0) -> StoryPlace:
    """Where a part of a story begins."""
    following = story.parts[part] if part < len(story.parts) else None
    return StoryPlace(part=part, line=following.start if isinstance(following, Stretch) else 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """What is to be filled: a story by its index, from a place on, into an area.

    ``by_column``: an ending is not evened out, so that what follows has the next column. ``must``:
    the page is empty, so that what does not fit into this area fits into none. For floats that are
    ``passed`` the text does not stop; ``until`` is the part in which it then does. What waits and
    has no room is ``put_off`` once more; what this page leaves must have room ``overleaf``.
    """

    index: int
    story: StoryCopy
    place: StoryPlace
    area: Area
    by_column: bool = False
    must: bool = False
    passed: tuple[int, ...] = ()
    until: int | None = None
    put_off: tuple[int, ...] = ()
    limit: int | None = None
    overleaf: Area | None = None

    @property
    def stretch(self) -> Stretch:
        """The stretch of text at the place."""
        part = self.story.parts[self.place.part]
        if not isinstance(part, Stretch):
            raise TypeError("a float stands here, and no text")
        if self.until is None and self.limit is None:
            return part
        last = self.story.parts[self.last_part]
        end = last.end if isinstance(last, Stretch) else part.end
        return replace(part, end=end if self.limit is None else min(end, self.limit))

    @property
    def last_part(self) -> int:
        """The part in which the stretch ends."""
        return self.place.part if self.until is None else self.until

    @property
    def turn(self) -> int:
        """Rows of the line that tells where the story goes on, if it breaks off in this part."""
        is_last = self.limit is None and self.last_part == len(self.story.parts) - 1
        return self.story.turn if is_last else 0

    @property
    def owed(self) -> tuple[int, ...]:
        """What must stand before anything that is mentioned later."""
        return (*self.put_off, *self.place.later, *self.passed)
