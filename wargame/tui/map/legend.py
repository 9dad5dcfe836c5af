"""What the signs on the map mean.

The shape around a formation says whose it is, as the frames of NATO's symbols (APP-6) do: `[M]` the alliance's, `<T>`
the adversary's, `(L)` a neutral's; a number stands for so many of them. `<c7 5h>` is contact c7 as it was reported five
hours ago, and `<c7 4d?>` one so old that it may be anywhere. Colour only repeats what the text says.
"""

from wargame.tui.map.picture import LETTERS, Side

MARKS = {
    "attacked": ("╳", "X"),
    "objective": ("◎", "@"),
    "capital": ("★", "*"),
    "headquarters": ("⌂", "H"),
    "port": ("▽", "v"),
    "airfield": ("△", "^"),
    "border": ("╫", "|"),
    "railhead": ("□", "="),
    "base": ("▪", "o"),
}
"""Of places, and the same in ASCII."""
FRAMES: dict[Side, str] = {"own": "[]", "allied": "[]", "hostile": "<>", "neutral": "()", "unknown": "()"}
ASCII_WAYS = {"rail": "=", "road": "-", "sea": "~", "air": "'"}
LINES = (
    "[x] {whose}  <x> adversary  (x) neutral  <c7 5h> seen 5 h ago  n next  + - zoom  0 all  w ways",
    "[x] {whose}  <x> adversary  (x) neutral  <c7 5h> seen 5 h ago",
    "[x] {whose}  <x> adversary  (x) neutral",
    "[x] {whose} <x> adversary (x) neutral",
)


def line(wide: int, allied: bool) -> str:
    """For who sees a map for the first time, `allied` or of no side: the longest for which there is room."""
    lines = [each.format(whose="ours" if allied else "alliance") for each in LINES]
    return next((each for each in lines if len(each) <= wide), lines[-1])


def meanings(ascii_only: bool = False) -> list[tuple[str, str]]:
    """Every sign and what it means, for a page of help."""
    places = [(signs[ascii_only], f"{name} (a place)") for name, signs in MARKS.items()]
    frames = [
        ("[M]", "a formation of the alliance's, by its kind"),
        ("<M>", "the adversary's, for those who may know it"),
        ("(M)", "another country's"),
        ("[3]", "three of them in one place"),
        ("<c7 5h>", "contact c7, where it was reported five hours ago"),
        ("<c7 4d?>", "the same so long ago that it may be anywhere"),
        ("<2c 5h>", "two contacts, the newest report five hours old"),
    ]
    kinds = [(letter, kind.replace("_", " ")) for kind, letter in LETTERS.items()]
    return [*frames, *kinds, *places]
