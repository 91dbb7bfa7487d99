"""What does not go together: each clash by its smallest case, and none where all fits."""

import pytest

from pamphleteer.ticket import find_clashes

# What is given, the key that is wrong, and what is said.
CLASHES: list[tuple[str, str, str]] = [
    ("signature=2", "signature", "<signature> is for perfect-bound, not for saddle-stitch"),
    ("scheme=mini-zine grid=2x2", "grid", "<grid> is for folded-section, perfect-bound,"),
    ("gathered=yes", "gathered", "<gathered> is for folded-section and custom, not for"),
    ("front=1", "front", "<front> is for custom, not for saddle-stitch"),
    ("flip=simplex", "flip", "sheets of the scheme saddle-stitch are printed on both sides"),
    ("flip=manual", "flip", "<flip> manual does nothing without <printer>"),
    ("order=piles", "order", "<order> is for perfect-bound, cut-and-stack, cards"),
    ("gutter=5mm", "gutter", "<gutter> does nothing for saddle-stitch, which is not cut"),
    ("creep=90gsm weight=80", "creep", "<creep> and <weight> both tell the paper"),
    (
        "scheme=folded-section grid=2x2 gutter=5mm",
        "gutter",
        "<gutter> does nothing for folded-section, which is not cut",
    ),
    ("creep=scaling", "creep", "<creep> does nothing without a paper, such as 80gsm, or"),
    ("bulk=1 caliper=0.1", "bulk", "<bulk> does nothing without <weight> or <creep>"),
    ("cover_weight=160", "cover_weight", "<cover_weight> does nothing without <cover>"),
    ("slug=x", "slug", "<slug> does nothing without <marks>"),
    ("printer=attic flip=short-edge", "flip", "<printer> says over which edge sheets are turned"),
    ("printer=attic style=perfecting", "style", "<printer> and <style> do not go together"),
    ("scheme=custom", "scheme", "the scheme custom needs <front> and <back>"),
    ("scheme=custom back=1", "scheme", "the scheme custom needs <front>"),
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
        "scheme=perfect-bound signature=2",
        "scheme=folded-section grid=2x2 gathered=yes foot_fold=yes",
        "scheme=cut-and-stack order=sheets gutter=5mm",
        "scheme=calendar grid=2x1 gutter=5mm",
        "scheme=cards flip=simplex",
        "flip=manual printer=attic",
        "scheme=loose-leaf flip=simplex printer=attic",
        "creep=80gsm",
        "creep=none",
        "style=work-and-turn gutter=5mm gripper=10mm",
        "weight=80 bulk=1.2 creep=scaling fold_factor=1.2",
        "cover=yes cover_weight=160 printer=attic copies=300",
        "printer=attic style=sheetwise",
        "scheme=custom front=1 back=2 folds=left",
        "marks=sheetfed slug=x",
    ],
)
def test_what_goes_together(written: str) -> None:
    given = dict(each.split("=") for each in written.split())
    assert list(find_clashes(given, str)) == []
