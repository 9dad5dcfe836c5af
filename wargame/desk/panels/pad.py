"""The orders pad: what the seat has staged for this turn, and what it can still spend."""

from collections.abc import Iterator, Sequence

from wargame.desk.bars import bar
from wargame.desk.lines import Para, Part, Role, say
from wargame.model.scenario import EXCON
from wargame.model.view import View
from wargame.replay.summary_head import head
from wargame.replay.summary_orders import Given, given
from wargame.replay.watch import Scene
from wargame.rules.legal import most_orders, price


def paras(scene: Scene, hint: str) -> Iterator[Para]:
    """One line of means, then an order a line."""
    yield means(scene)
    yield from orders(scene, hint)


def means(scene: Scene) -> Para:
    """How many orders are staged, and what can still be spent."""
    staged = _staged(scene)
    return say(("head", "ORDERS PAD"), *_count(scene, staged), *_capital(scene, staged))


def orders(scene: Scene, hint: str) -> Iterator[Para]:
    """An order a line; where there is none, how one is given here."""
    staged = _staged(scene)
    for index, (each, asked) in enumerate(zip(staged, _prices(scene, staged), strict=True)):
        yield _order(index, each, asked)
    if not staged:
        yield say(("dim", f"Nothing is staged: {hint}"), indent=2)


def _staged(scene: Scene) -> list[Given]:
    return [each for each in given(scene) if each.seat == scene.view]


def _prices(scene: Scene, staged: Sequence[Given]) -> list[int]:
    """Political capital that each order costs, after those before it."""
    view = View(scene.view, scene.scenario, scene.situation, scene.events)
    decisions = [each.decision for each in staged]
    return [price(view, decision, decisions[:index]) for index, decision in enumerate(decisions)]


def _order(index: int, each: Given, asked: int) -> Para:
    told: list[str | Part] = [("key", f"{index + 1} "), each.words]
    told += [("dim", f": {each.rationale}")] if each.rationale else []
    told += [("warn", f"  {asked} PC")] if asked else []
    return say(*told, key=("order", index), indent=2)


def _count(scene: Scene, staged: Sequence[Given]) -> list[str | Part]:
    """How many of how many; exercise control's acts are not counted."""
    if scene.view == EXCON:
        return [f"  {len(staged)} staged"]
    most = most_orders(scene.scenario)
    return [("warn" if len(staged) >= most else "", f"  {len(staged)} of {most} orders")]


def _capital(scene: Scene, staged: Sequence[Given]) -> list[str | Part]:
    """Political capital: a bar of what will be left, and what the orders cost."""
    home = head(scene).home
    if home is None:
        return []
    asked = sum(_prices(scene, staged))
    left = home.capital - asked
    role: Role = "bad" if left < 1.0 else "friend"
    spent: list[str | Part] = [("warn", f", {asked} staged")] if asked else []
    return [
        ("dim", "   political capital "),
        *bar(left / home.capital_most, role, 12),
        f" {home.capital:.1f} of {home.capital_most:g}",
        *spent,
    ]
