"""The words of SVG that are taken, left out, and refused (SVG 1.1, appendix M)."""

VECTOR_SPACE = "http://www.w3.org/2000/svg"

SHAPE_WORDS = "svg g defs symbol use path rect circle ellipse line polyline polygon clipPath style"

SHAPES = frozenset(SHAPE_WORDS.split())

DROPPED = frozenset({"title", "desc", "metadata"})
"""What nobody sees: the alternative text is the editor's."""

REFUSED = {
    "script": "a script",
    "foreignObject": "a piece of another language",
    "image": "a picture in it",
    "text": "type, for which the font may be missing",
    "tspan": "type, for which the font may be missing",
    "textPath": "type, for which the font may be missing",
    "a": "a link",
    "linearGradient": "a gradient, which no ink can print",
    "radialGradient": "a gradient, which no ink can print",
    "pattern": "a pattern",
    "filter": "a filter",
    "mask": "a mask",
    "marker": "a marker",
    "animate": "a movement",
    "animateTransform": "a movement",
    "animateMotion": "a movement",
    "set": "a movement",
}

LINKS = frozenset({"href", "http://www.w3.org/1999/xlink href"})

REFUSED_ATTRIBUTES = frozenset({"filter", "mask", "marker-start", "marker-mid", "marker-end"})

ATTRIBUTE_WORDS = """
id class style transform viewBox preserveAspectRatio width height href
d x y rx ry cx cy r x1 y1 x2 y2 points
fill fill-rule fill-opacity stroke stroke-width stroke-linecap stroke-linejoin stroke-miterlimit
stroke-dasharray stroke-dashoffset stroke-opacity opacity color display visibility
clip-path clip-rule clipPathUnits
"""

TAKEN = frozenset(ATTRIBUTE_WORDS.split())
