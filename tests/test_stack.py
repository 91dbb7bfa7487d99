"""Work with room on the stack is the same work."""

import pytest

from pamphleteer.stack import ROOM, _call_with_room, with_room


@with_room
def divide(one: int, *, by: int) -> float:
    """One by another."""
    return one / by


def test_values_go_in_and_a_result_comes_out() -> None:
    assert divide(6, by=3) == 2
    assert (divide.__name__, divide.__doc__) == ("divide", "One by another.")


def test_errors_come_out() -> None:
    with pytest.raises(ZeroDivisionError):
        divide(6, by=0)


def test_its_frame_asks_for_room() -> None:
    assert _call_with_room.__code__.co_stacksize == ROOM
