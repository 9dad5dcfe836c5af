"""The orders pad: what the seat has staged for this turn, and what it can still spend."""

from collections.abc import Iterator

from wargame.desk.lines import Para, say
from wargame.replay.summary_head import head
from wargame.replay.summary_orders import given
from wargame.replay.watch import Scene
from wargame.rules.legal import cost


def paras(scene: Scene) -> Iterator[Para]:
    """One line of means, then an order a line."""
    staged = given(scene)
    spent = sum(cost(each.decision) for each in staged)
    most = int(scene.scenario.doctrine.play.orders)
    home = head(scene).home
    means = (
        "" if home is None else f"; political capital {home.capital:.1f} of {home.capital_most:g}, {spent} of it staged"
    )
    yield say(("head", "ORDERS PAD"), f"  {len(staged)} of {most} orders{means}")
    for index, each in enumerate(staged):
        answer = f" [{each.answers}]" if each.answers is not None else ""
        why = f": {each.rationale}" if each.rationale else ""
        yield say(("strong", f"{index + 1} "), each.words, ("dim", answer + why), key=("order", index))
    if not staged:
        yield say(("dim", "  Nothing is staged. a shows every order you can give; Enter on a line, those about it."))
