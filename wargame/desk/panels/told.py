"""Lines of the staff summary as paragraphs, which a screen wraps to the width it has."""

from collections.abc import Iterable, Iterator

from wargame.desk.lines import Para, blank, heading, say


def section(title: str, lines: Iterable[str]) -> Iterator[Para]:
    """A section with its title; nothing where it has no lines."""
    told = list(lines)
    if told:
        yield heading(title)
        yield from unwrapped(told)
        yield blank()


def unwrapped(lines: Iterable[str]) -> Iterator[Para]:
    """Each line as a paragraph of its own."""
    for line in lines:
        bare = line.lstrip(" ")
        yield say(bare, indent=min(len(line) - len(bare), 8))
