"""The yardstick of the build's speed: an issue's text in CSS columns, by bare WeasyPrint.

Usage: python tests/bench/stock_columns.py ISSUE_DIR STYLE.css OUT.pdf

This is what one would write without Pamphleteer: the manifest and the articles are read with PyYAML
and markdown-it, the text is set in CSS columns on the style sheet's pages, and a PDF of the same
kind (PDF/UA-1) is written. There is no grid, no balancing, no fitting, no box, and nothing is read
back. The CPU seconds of start-up, reading, layout and writing are printed as JSON.
"""

import json
import re
import sys
import time
from html import escape
from itertools import pairwise
from pathlib import Path

import yaml
from markdown_it import MarkdownIt
from weasyprint import HTML

FRONT_MATTER = re.compile(r"---\n(.*?)\n---\n(.*)", re.DOTALL)
CREDIT = re.compile(r"(?<=\))\{[^}]*\}")
"""What Pamphleteer takes after a picture, and markdown-it would print."""

Keys = dict[str, object]


def read_keys(path: Path) -> Keys:
    """Read a YAML file's mapping."""
    keys: Keys = yaml.safe_load(path.read_text(encoding="utf-8"))
    return keys


def read_article(path: Path, markdown: MarkdownIt) -> str:
    """Read an article; its front matter becomes its head, its text stands in columns."""
    text = path.read_text(encoding="utf-8")
    match = FRONT_MATTER.match(text)
    keys = yaml.safe_load(match[1]) if match else {}
    body = markdown.render(CREDIT.sub("", match[2] if match else text))
    head = "".join(
        f"<{tag} class={name}>{escape(str(keys[name]))}</{tag}>"
        for name, tag in (("kicker", "p"), ("headline", "h1"), ("standfirst", "p"), ("byline", "p"))
        if keys.get(name)
    )
    # Pictures are named from the article's folder.
    body = body.replace('src="', f'src="{path.parent.as_uri()}/')
    return f"<article>{head}<div class=columns>{body}</div></article>"


def contact_lines(contact: object) -> str:
    """The contact block's texts, a paragraph each."""
    if isinstance(contact, dict):
        return "".join(map(contact_lines, contact.values()))
    return f"<p>{escape(str(contact))}</p>"


def read_matter(folder: Path, keys: Keys) -> str:
    """The HTML of all that an issue prints, in its order."""
    markdown = MarkdownIt("js-default", {"typographer": True, "html": False})
    parts = []
    items = keys["articles"]
    assert isinstance(items, list)
    for item in items:
        if item == "contact":
            parts.append(f"<div class=columns>{contact_lines(keys['contact'])}</div>")
        elif isinstance(item, str):
            parts.append(read_article(folder / item, markdown))
        elif "banner" in item:
            parts.append(f"<p class=banner>{escape(item['banner'])}</p>")
        elif item.get("box") == "about":
            parts.append(read_article(folder.parent / str(keys["about"]), markdown))
        else:
            parts.append(read_article(folder / (item.get("article") or item["box"]), markdown))
    return "".join(parts)


def main(arguments: list[str]) -> None:
    """Set an issue and print what each part of the work cost."""
    folder, style, out = map(Path, arguments)
    clock = [0.0, time.process_time()]
    keys = read_keys(folder.parent / "publication.yaml") | read_keys(folder / "issue.yaml")
    title = f"<title>{escape(str(keys['title']))}</title>"
    css = f"<style>{style.read_text(encoding='utf-8')}</style>"
    language = escape(str(keys.get("language", "en")))
    html = f'<!doctype html><html lang="{language}">{title}{css}{read_matter(folder, keys)}'
    clock.append(time.process_time())
    document = HTML(string=html).render()
    clock.append(time.process_time())
    document.write_pdf(out, pdf_variant="pdf/ua-1")
    clock.append(time.process_time())
    names = ("start-up", "reading", "layout", "writing")
    spent = dict(zip(names, (end - start for start, end in pairwise(clock)), strict=True))
    print(json.dumps(spent | {"pages": len(document.pages)}))


if __name__ == "__main__":
    main(sys.argv[1:])
