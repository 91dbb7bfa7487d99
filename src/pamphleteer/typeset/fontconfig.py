"""A fontconfig file of our own, so that only shipped fonts and the publication's are seen.

Fontconfig reads ``FONTCONFIG_FILE`` whenever a configuration is loaded (fonts.conf(5)); without
it the machine's fonts would answer for a missing one, and the same issue would look different
elsewhere.
"""

import os
import tempfile
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from xml.sax.saxutils import escape

TEMPLATE = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
{folders}
  <cachedir>{cache}</cachedir>
  <config><rescan><int>0</int></rescan></config>
</fontconfig>
"""


def see_only_fonts_in(folders: Sequence[Path]) -> Path:
    """Point fontconfig at these folders and at nothing else; return its configuration file.

    The file lies in the user's cache folder (``XDG_CACHE_HOME``) or, where that cannot be written,
    in the folder for temporary files; its name is a digest of its content, so runs do not meet.
    """
    for cache in (_user_cache(), Path(tempfile.gettempdir()) / "pamphleteer"):
        try:
            path = _write_config(folders, cache)
        except OSError:
            continue
        os.environ["FONTCONFIG_FILE"] = str(path)
        return path
    raise OSError("no folder for the font cache can be written")


def _user_cache() -> Path:
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "pamphleteer"


def _write_config(folders: Sequence[Path], cache: Path) -> Path:
    lines = "\n".join(f"  <dir>{escape(str(folder.resolve()))}</dir>" for folder in folders)
    text = TEMPLATE.format(folders=lines, cache=escape(str(cache / "fontconfig")))
    path = cache / f"fonts-{sha256(text.encode()).hexdigest()[:16]}.conf"
    if not path.exists():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", dir=cache, delete=False, encoding="utf-8") as file:
            file.write(text)
        Path(file.name).replace(path)
    return path
