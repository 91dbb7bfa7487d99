"""All checks, in the order in which their findings are told."""

from collections.abc import Callable

from pamphleteer.preflight import boxes, codes, colours, lettering, lines, pictures, standing, whole
from pamphleteer.preflight.view import Found, PageView
from pamphleteer.preflight.whole import FileView, FoundInFile

PAGE_CHECKS: tuple[Callable[[PageView], Found], ...] = (
    boxes.check_fullness,
    boxes.check_trim,
    boxes.check_nesting,
    boxes.check_bleed,
    boxes.check_bleeding,
    boxes.check_turn,
    boxes.check_blank,
    boxes.check_sheet_marks,
    boxes.check_trimmed_text,
    boxes.check_safe_area,
    boxes.check_edge,
    lettering.check_embedding,
    lettering.check_drawn_fonts,
    lettering.check_glyphs,
    lettering.check_meanings,
    lettering.check_size,
    lettering.check_clipping,
    lettering.check_visibility,
    lettering.check_black,
    lettering.check_inks,
    lines.check_lines,
    pictures.check_data,
    pictures.check_resolution,
    pictures.check_line_art,
    pictures.check_weight,
    pictures.check_aspect,
    pictures.check_depth,
    colours.check_rgb,
    colours.check_lab,
    colours.check_grey,
    colours.check_registration,
    colours.check_shadings,
    colours.check_white_overprint,
    colours.check_transparency,
    colours.check_ink_total,
    colours.check_solids,
    codes.check_codes,
    standing.check_annotations,
    standing.check_links,
)
"""Those of a page, by itself."""

FILE_CHECKS: tuple[Callable[[FileView], FoundInFile], ...] = (
    whole.check_count,
    whole.check_sizes,
    whole.check_encryption,
    whole.check_interactive,
    whole.check_layers,
    whole.check_attachments,
    whole.check_spots,
    whole.check_intent,
    whole.check_keys,
)
"""Those of the whole file."""
