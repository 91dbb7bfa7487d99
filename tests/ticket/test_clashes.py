"""What does not go together: each clash by its smallest case, and none where all fits."""

import pytest

from pamphleteer.ticket import find_clashes

# What is given, the key that is wrong, and what is said.
CLASHES: list[tuple[str, str, str]] = [
    ("sheets=2", "sheets", "<sheets> is for signatures, not for saddle-stitch"),
    ("scheme=mini-zine section=8", "section", "<section> is for sections, not for mini-zine"),
    ("nested=yes", "nested", "<nested> is for sections and own, not for saddle-stitch"),
    ("front=1", "front", "<front> is for own, not for saddle-stitch"),
    ("one_sided=yes", "one_sided", "<one_sided> is for leaves and cards and calendar and"),
    ("order=piles", "order", "<order> does nothing without <up>"),
    ("gutter=5mm", "gutter", "<gutter> does nothing without <up> or <style>"),
    ("creep=none", "creep", "<creep> does nothing without <weight> or <caliper>"),
    ("bulk=1 caliper=0.1", "bulk", "<bulk> does nothing without <weight>"),
    ("cover_weight=160", "cover_weight", "<cover_weight> does nothing without <cover>"),
    ("slug=x", "slug", "<slug> does nothing without <marks>"),
    ("printer=attic flip=short-edge", "flip", "<printer> says over which edge sheets are turned"),
    ("printer=attic style=perfecting", "style", "<printer> and <style> do not go together"),
    ("scheme=own", "scheme", "the scheme own needs <front> and <back>"),
    ("scheme=own back=1", "scheme", "the scheme own needs <front>"),
]


@pytest.mark.parametrize(("written", "key", "said"), CLASHES)
def test_what_does_not_go_together(written: str, key: str, said: str) -> None:
    given = dict(each.split("=") for each in written.split())
    (clash,) = find_clashes(given, lambda name: f"<{name}>")
    assert clash.key == key
    assert clash.message.startswith(said)
    assert clash.hint.endswith(".")


@pytest.mark.parametrize(
    "written",
    [
        "",
        "scheme=signatures sheets=2",
        "scheme=sections section=8 nested=yes foot_fold=yes",
        "up=2x1 order=piles gutter=5mm",
        "style=work-and-turn gutter=5mm gripper=10mm",
        "weight=80 bulk=1.2 creep=scaling fold_factor=1.2",
        "cover=yes cover_weight=160 printer=attic copies=300",
        "printer=attic style=sheetwise",
        "scheme=own front=1 back=2 folds=left",
        "marks=sheetfed slug=x",
    ],
)
def test_what_goes_together(written: str) -> None:
    given = dict(each.split("=") for each in written.split())
    assert list(find_clashes(given, str)) == []
