"""Checks of lines."""

from pamphleteer.preflight.view import Fault, Found, PageView, is_empty, points, several

SLACK = 0.01
"""Points by which lines may be thinner than asked for: programs round."""


def check_lines(view: PageView) -> Found:
    """Strokes, and fills that are as thin, are thick enough to print."""
    least = view.profile.line
    thin = [
        line
        for line in view.lines
        if line.thickness < least - SLACK and not is_empty(view.shown(line))
    ]
    if thin:
        thinnest = min(line.thickness for line in thin)
        found = (
            f"{several(len(thin), 'line')} thinner than {points(least)}; "
            f"the thinnest has {points(thinnest)}"
        )
        yield Fault(code="line-thin", found=found, where=[view.shown(line) for line in thin])
