"""The preflight room: what a print shop, an office printer or a Risograph would stumble over.

    PDF ─reading─▶ marks and facts of each page ─checks, with a profile─▶ findings ─▶ Preflight
        └─ shots, if asked for: the page as it looks, its plates, its ink ─▶ report ─▶ HTML

`model` is what comes out: findings in plain words, each with a place on its page, and the facts of
pages, pictures and fonts, for a report to draw. `profiles` reads thresholds: four that ship, or a
print shop's own. Each check is a function; `checks` has them all in two tuples, those of a page
and those of the whole file. `examining` goes through a file page by page and keeps no marks, only
pictures for a `report`.

What always holds: a file is only read; a finding is of one page, or of the file; a profile only
sets thresholds and severities, and turns no check around.

What is not done: no judgement of PDF/X, PDF/A or PDF/UA as a whole; only what printers ask for.
"""
