"""Tables whose words have no room beside one another are told as such."""

import pytest

from pamphleteer.layout.tables import with_room
from pamphleteer.resources import resource_folder
from pamphleteer.units import Pt
from tests.layout.desks import make_desk

TABLE = "<table><tr><th>Kind<th></tr><tr><td>Newsprint &amp; board</td><td>45</td></tr></table>"


@pytest.mark.parametrize(("measure", "is_tight"), [(300, False), (90, False), (40, True)])
def test_a_table_is_tight_where_its_longest_words_have_no_room(
    measure: float, is_tight: bool
) -> None:
    desk = make_desk(resource_folder("issues") / "spring-2026")
    made = with_room(desk, TABLE, Pt(measure))
    assert (made != TABLE) == is_tight
    assert made.replace(' class="tight"', "") == TABLE
