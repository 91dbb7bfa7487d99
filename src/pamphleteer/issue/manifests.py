"""Reads the two manifests of an issue, and checks them separately and together."""

from dataclasses import dataclass, field
from pathlib import Path

from pamphleteer.issue.faults import is_missing, validate
from pamphleteer.issue.files import (
    ARTICLE,
    Reference,
    absolute,
    find_file,
    is_inside,
    read_text,
    shown,
)
from pamphleteer.issue.manifest import ISSUE_ONLY, Manifest
from pamphleteer.issue.values import BCP_47
from pamphleteer.issue.yaml_reading import parse_yaml
from pamphleteer.issue.yaml_tree import Mapping, Scalar, merge
from pamphleteer.problems import IssueError, Problem, SourcePos, error

ISSUE_FILE = "issue.yaml"

PUBLICATION_FILE = "publication.yaml"

STANDING = ("about", "colophon")
"""Keys with the path of a text that all issues share."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifests:
    """Both manifests as trees: ``shared`` is the publication's, ``own`` the issue's.

    ``is_whole`` is false if one of them could not be read: then nothing can be called missing.
    """

    folder: Path
    root: Path
    shared: Mapping
    own: Mapping
    is_whole: bool
    problems: list[Problem] = field(default_factory=list)

    @property
    def merged(self) -> Mapping:
        """The issue's keys laid over the publication's."""
        return merge(self.shared, self.own)

    def text(self, key: str) -> Scalar | None:
        """Give the text of a key, the issue's before the publication's, if there is one."""
        entry = self.own.entry(key) or self.shared.entry(key)
        value = entry.value if entry else None
        return value if isinstance(value, Scalar) and (value.text or "").strip() else None

    @property
    def language(self) -> str:
        """The issue's language to read on with, even if the one written is at fault."""
        written = self.text("language")
        text = (written.text or "").strip() if written else ""
        return text if BCP_47.fullmatch(text) else "en"

    @property
    def standing(self) -> dict[str, Reference]:
        """Where the texts are that the publication keeps, tried from the manifest's folder."""
        found = ((key, self.text(key)) for key in STANDING)
        return {
            key: Reference(
                text=(written.text or "").strip(), pos=written.pos, bases=(self.base_of(key),)
            )
            for key, written in found
            if written
        }

    def base_of(self, key: str) -> Path:
        """Give the folder of the manifest that has a key, the issue's before the publication's."""
        return self.folder if self.own.entry(key) else self.root


def read_manifests(folder: Path) -> Manifests:
    """Read ``issue.yaml``, and ``publication.yaml`` beside it or in the folder above.

    Raises:
        IssueError: there is no ``issue.yaml``.
    """
    folder = absolute(folder)
    path = folder / ISSUE_FILE
    if not path.is_file():
        hint = f"An issue is a folder with a file {ISSUE_FILE}; pamphleteer new makes one."
        raise IssueError([error("no-issue", f"no issue in {shown(folder)}", hint=hint)])
    root = find_root(folder)
    publication = root / PUBLICATION_FILE
    problems: list[Problem] = []
    empty = Mapping(entries=(), pos=SourcePos(path=shown(path), line=1, column=1))
    shared = _read_tree(publication, root, problems) if publication.is_file() else empty
    own = _read_tree(path, root, problems)
    return Manifests(
        folder=folder,
        root=root,
        shared=shared or empty,
        own=own or empty,
        is_whole=shared is not None and own is not None,
        problems=problems,
    )


def find_root(folder: Path) -> Path:
    """Find the publication's folder: the issue's own or its parent, by the manifest there."""
    has_manifest_above = (folder.parent / PUBLICATION_FILE).is_file()
    return (
        folder.parent
        if has_manifest_above and not (folder / PUBLICATION_FILE).is_file()
        else folder
    )


def _read_tree(path: Path, root: Path, problems: list[Problem]) -> Mapping | None:
    if not is_inside(path, root):
        message = f"{path.name} is a link to a file outside the publication"
        hint = "Copy the file here; nothing outside the publication is read."
        pos = SourcePos(path=shown(path))
        problems.append(error("outside-publication", message, hint=hint, pos=pos))
        return None
    text, faults = read_text(path)
    tree, yaml_faults = (None, []) if faults else parse_yaml(text, shown(path))
    problems += [*faults, *yaml_faults]
    return tree


def check_manifests(manifests: Manifests) -> tuple[Manifest | None, list[Problem]]:
    """Check each manifest by itself, and both together for what is missing.

    Returns:
        The merged keys, or None if there are problems; and the problems.
    """
    problems = _check_places(manifests.shared)
    for tree in (manifests.shared, manifests.own):
        _, faults = validate(Manifest, tree)
        problems += [fault for fault in faults if not is_missing(fault)]
    manifest, faults = validate(Manifest, manifests.merged)
    if manifests.is_whole:
        problems += [fault for fault in faults if is_missing(fault)]
    return manifest, problems


def _check_places(shared: Mapping) -> list[Problem]:
    """Find keys of one issue in the publication's manifest."""
    return [
        error(
            "misplaced-key",
            f'"{entry.key}" belongs to one issue, not to the publication',
            hint=f"Write it in the issue's {ISSUE_FILE}.",
            pos=entry.pos,
        )
        for entry in shared.entries
        if entry.key in ISSUE_ONLY
    ]


def check_standing(manifests: Manifests) -> list[Problem]:
    """Check that the standing texts are there, even if this issue does not print them."""
    found = (
        find_file(reference, ARTICLE, manifests.root) for reference in manifests.standing.values()
    )
    return [problem for problem in found if isinstance(problem, Problem)]
