"""``pamphleteer schema``: the keys of manifests, for programs in which they are written."""

from __future__ import annotations

import json

import click


@click.command()
def schema() -> None:
    """Print the keys of manifests as JSON Schema, for editors that complete and check them."""
    from pamphleteer.issue.schema import manifest_schema

    click.echo(json.dumps(manifest_schema(), ensure_ascii=False, indent=2))
