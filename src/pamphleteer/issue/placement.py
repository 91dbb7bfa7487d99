"""Reads where something may stand beside the text: ``{span=2 place=top width=60mm #name}``."""

from collections.abc import Mapping

from pamphleteer.issue import yaml_tree
from pamphleteer.issue.fields import checked
from pamphleteer.issue.model import Placement
from pamphleteer.issue.values import PLACES, check_place, check_span, check_width
from pamphleteer.units import parse_length

CHECKS = {"span": check_span, "place": check_place, "width": check_width}


def read_placement(given: Mapping[str, str]) -> Placement:
    """Make a placement of attributes that were checked."""
    span, width = given.get("span", "1"), given.get("width")
    place = given.get("place", "here")
    return Placement(
        span="page" if span == "page" else "bleed" if span == "bleed" else int(span),
        place=next(known for known in PLACES if known == place),
        width=parse_length(width) if width else None,
    )


def placement_of(mapping: yaml_tree.Mapping) -> Placement:
    """Make a placement of a mapping's keys."""
    found = {key: checked(mapping, key, check) for key, check in CHECKS.items()}
    return read_placement({key: text for key, text in found.items() if text})
