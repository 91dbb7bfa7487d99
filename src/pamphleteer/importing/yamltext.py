"""Writes YAML for editors: plain where a text reads back as itself, quoted where it would not."""

from collections.abc import Iterator, Mapping, Sequence

import yaml

Value = str | Mapping[str, "Value"] | Sequence["Value"]
"""Texts, mappings and lists. There are no numbers: what an editor wrote stays as written."""


def scalar(text: str) -> str:
    """Write a text in one line, quoted if any YAML reader would take it for something else."""
    return text if _reads_back(text) else quoted(text)


def quoted(text: str) -> str:
    """Write a text between double quotes."""
    line = yaml.safe_dump(text, default_style='"', allow_unicode=True, width=float("inf"))
    return line.rstrip("\n")


def _reads_back(text: str) -> bool:
    """Whether the text, written plainly as a value and in a list, is read as that very text.

    Numbers may stay plain (``volume: 1``) if nothing of them is lost (``012`` would be 10).
    """
    if "\n" in text or text != text.strip() or text.startswith(("@", "`")):
        return False
    try:
        found = yaml.safe_load(f"key: {text}\n")
        listed = yaml.safe_load(f"- {text}\n")
    except (yaml.YAMLError, ValueError):
        return False
    return bool(
        isinstance(found, dict)
        and found.keys() == {"key"}
        and str(found["key"]) == text
        and isinstance(found["key"], str | int)
        and not isinstance(found["key"], bool)
        and listed == [found["key"]]
    )


def mapping(values: Mapping[str, Value], indent: str = "") -> str:
    """Write a mapping, a key on each line; small mappings of texts inside it in one line."""
    return "".join(line + "\n" for line in _mapping_lines(values, indent))


def _mapping_lines(values: Mapping[str, Value], indent: str) -> Iterator[str]:
    for key, value in values.items():
        yield from _key_lines(f"{indent}{scalar(key)}:", value, indent)


def _key_lines(start: str, value: Value, indent: str) -> Iterator[str]:
    if isinstance(value, str):
        yield from _text_lines(start, value, indent)
    elif isinstance(value, Mapping):
        if "url" in value:
            yield f"{start} {flow(value)}"
        else:
            yield start
            yield from _mapping_lines(value, indent + "  ")
    else:
        yield start
        yield from (f"{indent}  - {_item(item)}" for item in value)


def _text_lines(start: str, text: str, indent: str) -> Iterator[str]:
    """A text of several lines as a block, if it reads back; else in one line."""
    lines = text.split("\n")
    plain = all(line == line.strip() and line and line.isprintable() for line in lines)
    if len(lines) > 1 and plain:
        yield f"{start} |-"
        yield from (f"{indent}  {line}" for line in lines)
    else:
        yield f"{start} {scalar(text)}"


def _item(value: Value) -> str:
    if not isinstance(value, Mapping):
        return scalar(str(value))
    return ", ".join(f"{key}: {scalar(str(text))}" for key, text in value.items())


def flow(values: Mapping[str, Value]) -> str:
    """Write a mapping of texts in one line: ``{text: "@group", url: "https://…"}``."""
    return "{" + ", ".join(f"{key}: {quoted(str(text))}" for key, text in values.items()) + "}"
