"""The schema has every key, and takes what the sample publication writes."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from pamphleteer.issue.manifest import Manifest
from pamphleteer.issue.printing_keys import OF_INKS
from pamphleteer.issue.schema import manifest_schema
from pamphleteer.ticket import KEYS
from tests.build.publications import REPO, run_here

SCHEMA = manifest_schema()
SAMPLES = sorted((REPO / "issues").rglob("*.yaml"))
KINDS = {"string": str, "number": int | float, "boolean": bool, "array": list, "object": dict}


def takes(schema: Mapping[str, Any], value: object) -> bool:
    """Whether a schema takes a value, by the words of JSON Schema that ours has."""
    if "$ref" in schema:
        return takes(SCHEMA["$defs"][schema["$ref"].rsplit("/", 1)[1]], value)
    for word in ("anyOf", "oneOf"):
        if word in schema:
            return any(takes(each, value) for each in schema[word])
    if "enum" in schema and value not in schema["enum"]:
        return False
    types = schema.get("type", [])
    kinds = [
        KINDS[each] for each in ([types] if isinstance(types, str) else types) if each in KINDS
    ]
    if kinds and not any(isinstance(value, kind) for kind in kinds):
        return False
    if isinstance(value, dict):
        return takes_keys(schema, value)
    return not isinstance(value, list) or all(takes(schema["items"], each) for each in value)


def takes_keys(schema: Mapping[str, Any], value: Mapping[str, object]) -> bool:
    known, others = schema.get("properties", {}), schema.get("additionalProperties", True)
    if not set(schema.get("required", ())) <= set(value):
        return False
    return all(
        takes(known[key], each)
        if key in known
        else isinstance(others, dict) and takes(others, each)
        for key, each in value.items()
    )


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.parent.name)
def test_the_samples_are_taken(path: Path) -> None:
    assert takes(SCHEMA, yaml.safe_load(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "written",
    [
        "titel: x",
        "printing: {papre: a4}",
        "printing: {flip: short}",
        "printing: {marks: {a: b}}",
        "printing: {section: 12}",
        "articles: [{artcle: x}]",
        "contact: {qr: {label: x}}",
    ],
)
def test_what_a_manifest_cannot_have_is_not_taken(written: str) -> None:
    assert not takes(SCHEMA, yaml.safe_load(written))


def test_it_has_every_key_of_printing_and_what_it_is() -> None:
    printing = SCHEMA["$defs"]["PrintingKeys"]["properties"]
    assert set(SCHEMA["properties"]) == set(Manifest.model_fields)
    assert set(printing) == {*(key.name for key in KEYS), *OF_INKS}
    assert {key.name: key.help for key in KEYS} == {
        name: each["description"] for name, each in printing.items() if name not in OF_INKS
    }
    for key in KEYS:
        assert not key.choices or set(key.choices) <= set(printing[key.name]["enum"])
        assert printing[key.name]["default"] == (key.default_for_issue or None)
    assert takes(SCHEMA, {"printing": {"section": 8, "marks": ["fold"], "copies": 300}})


def test_the_command_prints_it() -> None:
    assert run_here("schema").json == SCHEMA
