"""The keys of a manifest as JSON Schema, by which editors complete and check while one types."""

from typing import Any

from pamphleteer.issue.manifest import Manifest

DRAFT = "https://json-schema.org/draft/2020-12/schema"
PLAIN = ["string", "number", "boolean"]
"""What a text may look like to others: every value is text here, but 14 is a number to YAML."""


def manifest_schema() -> dict[str, Any]:
    """The schema of ``publication.yaml`` and ``issue.yaml``; either may lack what the other has."""
    schema = Manifest.model_json_schema()
    schema.pop("required", None)
    widened: dict[str, Any] = _widened(schema)
    return {"$schema": DRAFT, **widened}


def _widened(node: Any) -> Any:
    """The same with numbers and the like where texts may look like them."""
    if isinstance(node, list):
        return [_widened(each) for each in node]
    if not isinstance(node, dict):
        return node
    found = {key: _widened(value) for key, value in node.items()}
    if found.get("type") == "string":
        found["type"] = PLAIN
    if isinstance(found.get("enum"), list):
        found["enum"] = [*found["enum"], *(int(each) for each in found["enum"] if each.isdecimal())]
    return found
