"""Lines that were broken for 80 columns as paragraphs, which a screen wraps to the width it has."""

from collections.abc import Iterable, Iterator, Sequence

from wargame.desk.lines import Para, say

FIGURES = "Outcome"
"""The line of a report of scores with which its sentences end and its figures begin."""
SENTENCE, FIGURE = 2, 10
"""Blanks, at the least, before a line that goes on with the line before."""


def unwrapped(lines: Iterable[str]) -> Iterator[Para]:
    """Each line as a paragraph of its own."""
    for line in lines:
        bare = line.lstrip(" ")
        yield say(bare, indent=min(len(line) - len(bare), 8))


def report_paras(lines: Sequence[str]) -> Iterator[Para]:
    """A report of scores as paragraphs: what was broken for 80 columns is put together again."""
    deep, at = SENTENCE, 0
    while at < len(lines):
        if lines[at].startswith(FIGURES):
            deep = FIGURE
        text, hang = lines[at].lstrip(" "), 2
        indent = len(lines[at]) - len(text)
        at += 1
        while text and at < len(lines) and lines[at].startswith(" " * deep):
            hang = max(2, len(lines[at]) - len(lines[at].lstrip(" ")) - indent)
            text += f" {lines[at].strip()}"
            at += 1
        yield say(text, indent=indent, hang=hang)
