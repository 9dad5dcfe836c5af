"""Words that people may shorten as long as they stay clear."""

from collections.abc import Iterable

from wargame.files.faults import clean, did_you_mean
from wargame.plain.wrong import Wrong

MOST_NAMED = 6
"""More words than this that an abbreviation could stand for are not all named."""


def meant(word: str, words: Iterable[str], what: str, where: str) -> str:
    """The one of `words` that `word` is or begins. Raises Wrong; `where` says where all of them can be read."""
    known = list(words)
    if word in known:
        return word
    found = [each for each in known if each.startswith(word)]
    if len(found) == 1:
        return found[0]
    if found:
        named = ", ".join(found[:MOST_NAMED]) + (" and others" if len(found) > MOST_NAMED else "")
        raise Wrong(f"'{clean(word)}' could be {named}; write more of it")
    raise Wrong(f"there is no {what} '{clean(word)}'; {did_you_mean(word, known) or where}")
