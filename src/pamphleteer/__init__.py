"""Pamphleteer makes a group's periodical: articles in, printed pages and a folded booklet out.

    issue.yaml, articles ─issue─▶ Issue ─layout─▶ galleys (HTML) ─typeset─▶ threads ─makeup─▶ pages
        ─typeset─▶ PDF ─reading─▶ its words compared ─imposition, press─▶ sheets, folded ─▶ files
        ─typeset─▶ PDF in a press's inks ─press─▶ PDF/X-4 ─reading─▶ its rules kept ─▶ file
        ─preflight─▶ each found fit for how it is printed, before any file is in its place

`build` walks this way and is the only module that knows every room; as far as pages that are drawn
`composing` walks for it. `cli` is the only one that prints; `ticket` has what both a manifest and a
command line can ask of a booklet. Data walks one way and is frozen; only a thread changes, by being
poured. Each room's docstring is its map: what goes in, what comes out, what always holds, what is
not done there.

What always holds: every word of the source is printed once, in its order, or nothing is written;
the outputs appear all together or not at all; nothing is fetched, and nothing outside the
publication is read; the same issue gives the same bytes.

What is not done: an article goes on at one later page only; a figure stands in its own article's
columns, or across them: no text runs around it.
"""
