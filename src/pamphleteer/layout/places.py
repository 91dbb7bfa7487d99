"""Where in a ``layout.yaml`` something stands."""

from pamphleteer.issue.yaml_tree import Mapping, Node
from pamphleteer.problems import SourcePos


def place_of(tree: Node, *keys: str) -> SourcePos:
    """Where a value stands that these keys lead to; the nearest place if there is none."""
    for key in keys:
        value = tree.value(key) if isinstance(tree, Mapping) else None
        if value is None:
            break
        tree = value
    return tree.pos
