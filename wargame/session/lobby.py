"""What can be played and what has been: cards for whoever chooses, who may not see the truth behind them."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from math import ceil
from pathlib import Path

from wargame.files.bundled import bundled_scenarios
from wargame.files.faults import FileFaults
from wargame.files.glance import Glance, glance
from wargame.files.scenarios import load_scenario
from wargame.model.clock import DAY, seconds
from wargame.model.nation import Nation
from wargame.model.scenario import COMMANDER, EXCON, HQ, RED, Scenario
from wargame.session import frames
from wargame.session.aside import people_of

TASKS = {
    HQ: ("Secretary-General", "convenes the council, sets silence, narrows texts, mediates between members"),
    COMMANDER: ("Commander", "plans, generates forces and orders movements on the council's behalf"),
    RED: ("Red", "the adversary: plays it instead of the model"),
    EXCON: ("EXCON", "exercise control: sees everything, fires injects, plays no side"),
}


def scenario_cards(more: Iterable[str]) -> Iterator[frames.ScenarioCard | frames.Unusable]:
    """Those that come with the program, then the files in `more`; what cannot be used is said, not left out."""
    for name in (*bundled_scenarios(), *more):
        try:
            yield _scenario_card(name, load_scenario(name))
        except FileFaults as faults:
            yield frames.Unusable(path=name, reason=_first_line(faults))


def _scenario_card(name: str, scenario: Scenario) -> frames.ScenarioCard:
    lengths = (
        frames.LengthCard(id=each.id, title=each.title, turns=each.turns, days=each.last_day)
        for each in scenario.lengths
    )
    return frames.ScenarioCard(
        name=name,
        title=scenario.title,
        synopsis=" ".join(scenario.synopsis.split()),
        days=scenario.last_day,
        turns=ceil(scenario.last_day * DAY / seconds(scenario.pace.normal)),
        lengths=tuple(lengths),
        seats=(
            *(_nation_card(scenario, nation) for nation in scenario.nations),
            *(frames.SeatCard(seat=seat, title=title, about=about) for seat, (title, about) in TASKS.items()),
        ),
    )


def _nation_card(scenario: Scenario, nation: Nation) -> frames.SeatCard:
    """Only what the whole world knows of a nation."""
    capital = next((place.name for place in scenario.theatre.locations if place.id == nation.capital), nation.capital)
    standing = "member" if nation.id in scenario.alliance.members else "outside the alliance"
    threatened = [objective.name for objective in scenario.objectives if objective.owner == nation.id]
    about = f"{standing}, capital {capital}"
    if threatened:
        about += f"; it is about its own {', '.join(threatened)}"
    return frames.SeatCard(seat=nation.id, title=nation.name, about=about)


def session_cards(folder: str) -> Iterator[frames.SessionCard | frames.Unusable]:
    """Every session in a folder, the one written last first."""
    files = [(path.stat().st_mtime, path) for path in Path(folder).glob("*.jsonl")]
    for written, path in sorted(files, key=lambda each: (-each[0], each[1].name)):
        try:
            yield _session_card(path, glance(path), written)
        except (FileFaults, OSError) as error:
            yield frames.Unusable(path=str(path), reason=_first_line(error))


def _session_card(path: Path, seen: Glance, written: float) -> frames.SessionCard:
    scenario = seen.header.scenario
    seats = people_of(path, seen.header)
    titles = {nation.id: nation.name for nation in scenario.nations} | {
        seat: title for seat, (title, _) in TASKS.items()
    }
    return frames.SessionCard(
        path=str(path),
        title=scenario.title,
        saved=f"{datetime.fromtimestamp(written, UTC):%Y-%m-%d %H:%M}",
        turns=seen.turns,
        over=seen.over,
        seats=seats,
        people=tuple(titles.get(seat, seat) for seat in seats),
    )


def _first_line(error: Exception) -> str:
    return str(error).splitlines()[0]
