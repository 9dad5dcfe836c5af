"""The coach on the main screen: a few lines above the orders pad, and which keys do what it says."""

from textual.geometry import Size
from textual.strip import Strip

from wargame.desk.coach import Advice, coach_paras
from wargame.desk.lines import Para, Part, wrap
from wargame.desk.panels import TABS
from wargame.replay.watch import Scene
from wargame.replay.wording import plain_words
from wargame.tui.strips import Paragraphs, drawn

MOST = 5
"""Lines that the coach takes at most."""


def how(scene: Scene, told: Advice) -> str:
    """The keys for what is told, from the main screen."""
    if told.back is not None:
        return "Key: u takes it back." if told.last else "Keys: on the pad below (Tab), x on that line takes it back."
    if told.order is not None:
        return (
            f"Keys: a, / {plain_words(told.order)} Enter, Enter, {_choosing(scene, told)}s stages it, Esc to your desk."
        )
    if told.look is not None:
        number = next(index for index, tab in enumerate(TABS, start=1) if tab.id == told.look)
        return f"Key: {number}."
    return "Keys: e, and e again."


def _choosing(scene: Scene, told: Advice) -> str:
    """Which line to choose, where there are several."""
    if len(told.ways) == 1:
        return ""
    if told.line is None:
        return "choose with the arrows, "
    which = "the line" if len(told.fitting) == 1 else "a line such as"
    return f"choose {which} '{told.line_words(scene)}' with the arrows or /, "


class Coach(Paragraphs):
    """As many lines as the advice takes; none without a guide."""

    _laid: tuple[list[Para], int, list[list[Part]]] | None = None

    def advise(self, scene: Scene, told: Advice | None) -> None:
        """Say what is to be done next."""
        paras = [] if told is None else list(coach_paras(scene, told, how))
        self.display = bool(paras)
        if paras != self.paras:
            self.paras = paras
            self.refresh(layout=True)

    def lines(self, columns: int) -> list[list[Part]]:
        """The advice in lines, wrapped once."""
        if self._laid is None or self._laid[:2] != (self.paras, columns):
            self._laid = (self.paras, columns, [line for para in self.paras for line in wrap(para, columns)][:MOST])
        return self._laid[2]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return len(self.lines(width))

    def render_line(self, y: int) -> Strip:
        columns = self.content_size.width
        lines = self.lines(columns)
        return drawn(lines[y] if y < len(lines) else [], columns, self)
