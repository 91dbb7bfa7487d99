"""Whole publications written by chance, built, and looked at from outside: one seed is one issue.

    seed ─ issues ─▶ a publication's files, and what must be found of them ─ judging ─▶ verdict

`pen` gives words, about every other one with a number that stands nowhere else in the issue;
`texts` makes blocks of them, `apart` what stands beside the text, `articles` an article, `orders`
the running order. What is written is what a sane editor could write, good make-up or not: a jump
leads to a later page that there is, three columns have short words.

``python -m tests.build.random_issues 500`` writes and builds five hundred (`__main__`).
"""
