"""Reasons: why a page is as it is, as an editor would be told, in sentences without full stops."""

from pamphleteer.makeup.copy import FloatCopy


def tell_late(copy: FloatCopy) -> str:
    """Why a float does not stand on the page of its mention."""
    return f"{copy.name} is mentioned here, and has no room: it stands on the next page"


def tell_put_off(copy: FloatCopy) -> str:
    """Why a float does not even stand on the page after its mention."""
    return f"{copy.name} has no room here either: more waits than the page holds"


def tell_below(copy: FloatCopy) -> str:
    """Why a float does not stand where it is mentioned, but on the same page."""
    return f"{copy.name} stands below the end of its article: where it is mentioned it has no room"


def tell_hole(column: int, rows: int) -> str:
    """Why a column, counted from 1, ends early."""
    return f"column {column} stays {_lines(rows)} short: what comes next may not be parted there"


def tell_short(rows: int) -> str:
    """Why all columns end early."""
    return f"its columns are kept {_lines(rows)} short, so that what follows divides better"


def tell_halt(copy: FloatCopy, rows: int) -> str:
    """Why all columns end early, where a float waits for its mention."""
    why = f"{copy.name} is mentioned next, and would have to stand more than a page later"
    return tell_free(rows, why)


def tell_free(rows: int, why: str) -> str:
    """Why rows stay free at a page's foot."""
    return f"{_lines(rows)} {'is' if rows == 1 else 'are'} left at its foot: {why}"


def tell_side(copy: FloatCopy, *, above: bool) -> str:
    """Why a float stands on another side of the text than was asked for."""
    side, other = ("top", "foot") if above else ("foot", "top")
    return f"{copy.name} stands at the {side}: at the {other} the text would divide worse"


def tell_foot(name: str) -> str:
    """Why what goes on after a jump stands at the foot."""
    return f'"{name}" goes on at its foot: the article above keeps the top, and goes on overleaf'


def tell_jump(name: str, page: int) -> str:
    """Where an article breaks off."""
    return f'"{name}" breaks off here, as was asked, and goes on at page {page}'


def tell_rest(name: str) -> str:
    """What goes on here after a jump."""
    return f'"{name}" goes on here, as was asked'


def _lines(count: int) -> str:
    return f"{count} line{'s' * (count != 1)}"
