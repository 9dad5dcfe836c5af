"""Where a terminal shows ASCII only: whether it is one, and what stands for characters that it lacks."""

import os
import sys
import unicodedata

from wargame.desk.bars import LEVELS

_LIKE = str.maketrans(
    {
        **dict.fromkeys("│┃║▌▐▏▎▍▋▊▉▕╎┆┊╹╻", "|"),
        **dict.fromkeys("─━═╌┄┈▔", "-"),
        **dict.fromkeys("┌┐└┘├┤┬┴┼╭╮╯╰╔╗╚╝╠╣╦╩╬┏┓┗┛┣┫┳┻╋", "+"),
        **dict(zip(LEVELS, "_.-=+*%#", strict=True)),
        **dict.fromkeys("▀■▓", "#"),
        **dict.fromkeys("░▒", ":"),
        **dict.fromkeys("•●◉·∙", "*"),
        **dict.fromkeys("○◌", "o"),
        **dict.fromkeys("→▶►❯›", ">"),
        **dict.fromkeys("←◀◄❮‹", "<"),
        **dict.fromkeys("↑▲", "^"),
        **dict.fromkeys("↓▼", "v"),
        **dict.fromkeys("–—‑", "-"),
        **dict.fromkeys("’‘", "'"),
        **dict.fromkeys("“”„", '"'),
        "╸": ">",  # as far as a bar of the library's has come: `---->-----`
        "╺": " ",  # and half a step further: `----- -----`
        "…": ".",
        "×": "x",
        "✓": "x",
        "≤": "<",
        "≥": ">",
        **dict(zip("ßæÆœŒøØłŁđĐðÐþÞı", "saAoOoOlLdDdDtTi", strict=True)),
    }
)


def to_ascii(text: str) -> str:
    """As many characters, all of them ASCII; letters lose their accents, what looks like nothing in it becomes a
    question mark.
    """
    like = text.translate(_LIKE)
    return like if like.isascii() else "".join(map(_bare, like))


def _bare(letter: str) -> str:
    """A letter without what stands above or below it."""
    base = unicodedata.normalize("NFKD", letter)[0]
    return base if base.isascii() else "?"


def ascii_only() -> bool:
    """Whether the terminal is said to show no more than ASCII: by its locale, or by `WARGAME_ASCII`."""
    if os.environ.get("WARGAME_ASCII"):
        return True
    encoding = getattr(sys.__stdout__, "encoding", None) or "ascii"
    locale = os.environ.get("LC_ALL") or os.environ.get("LC_CTYPE") or os.environ.get("LANG") or ""
    return "utf" not in encoding.lower() or locale in ("C", "POSIX")
