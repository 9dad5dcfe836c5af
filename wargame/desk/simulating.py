"""Many sessions between computer players: what is asked for, the command that plays them, and what it tells."""

import csv
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from pathlib import Path
from textwrap import wrap
from typing import Any

from wargame.desk.lines import Para, Part, blank, columns, heading, say
from wargame.files.bundled import bundled_scenarios
from wargame.players import PLAYERS
from wargame.replay.wording import counted, plain_words
from wargame.runs.row import leaves
from wargame.runs.telling import number
from wargame.scoring.score import Score
from wargame.session.frames import LengthCard
from wargame.session.seating import DEFAULT

RUNS = (20, 50, 100, 200, 500, 1000, 2000, 5000)
OWN = "own"
"""The scenario's own length."""
NOBODY = "nobody"
"""No second player is compared with."""
FIELDS = {
    "scenario": ("Scenario", ""),
    "length": ("Length", ""),
    "runs": ("Runs", "of each"),
    "player": ("Nations are played by", "wargame players tells what each does"),
    "versus": ("Compare with", "run by run, with the same luck"),
}
"""What can be asked for: its name on the screen, and what there is to say of it."""
LEAVES = {leaf.column: leaf for leaf in leaves(Score)}

NAMES = {
    "turns": "Turns played",
    "outcome_max_rung": "Highest rung, 0 to 9",
    "outcome_mean_rung": "Rung on average, 0 to 9",
    "outcome_attacked": "Attacked, share of runs",
    "outcome_deterred": "Deterred, share of runs",
    "outcome_held": "Held by the adversary, 0 to 1",
    "outcome_conceded": "Conceded, 0 to 1",
    "outcome_days_coerced": "Days under coercion",
    "outcome_closest_call": "Closest call, peace less attack",
    "response_hours_recognition": "Recognition, hours",
    "response_hours_consultation": "Consultation, hours",
    "response_hours_decision": "Decision, hours",
    "response_hours_assembly": "Assembly, hours",
    "response_hours_movement": "Movement, hours",
    "response_hours_integration": "Integration, hours",
    "response_hours_total": "Response in all, hours",
    "capable_before_attack_possible": "Capable in time, share of runs",
    "margin_hours": "Ahead of attack, hours",
    "adequacy": "There when needed, 0 to 1",
    "alliance_cohesion": "Cohesion, 0 to 1",
    "alliance_trust": "Trust, 0 to 1",
    "alliance_promises_kept": "Promises kept, 0 to 1",
    "alliance_fairness": "Fairness of burden, 0 to 1",
    "alliance_shared": "Reports shared, 0 to 1",
    "cost_brigade_days": "Cost, brigade-days",
    "cost_money": "Cost, million",
    "cost_money_days": "Cost, days of defence",
    "cost_false_alarms": "False alarms",
    "cost_incidents": "Clashes of own making",
    "cost_fear": "Adversary's fear, 0 to 1",
    "scores_outcome": "Score of outcome, of 100",
    "scores_response": "Score of response, of 100",
    "scores_alliance": "Score of alliance, of 100",
    "scores_calibration": "Score of calibration, of 100",
    "scores_national_aims": "Score of national aims, of 100",
    "scores_cost": "Score of cost, of 100",
    "scores_total": "Score in all, of 100",
}
"""Figures in words, with their units."""
SHARES = {column for column, words in NAMES.items() if words.endswith(", 0 to 1")}
"""Figures that are shares of something."""
SCALES = (", 0 to 1", ", 0 to 9", ", of 100", ", share of runs", ", peace less attack")
"""Ends of names that a comparison has no room for; each player's own table has them."""
LONGEST = 9
"""Characters of a player's name that stand on one line over its column."""
PAIRS = "Pairs: runs of one seed where both have the figure; what differs is of these."


@dataclass(frozen=True, slots=True)
class Asked:
    """A batch as it is asked for."""

    scenario: str
    runs: int = 100
    player: str = DEFAULT
    """Of every nation."""
    versus: str = NOBODY
    """Of every nation, in the sessions that are compared with."""
    length: str = OWN

    def choices(self, name: str, lengths: Sequence[LengthCard] = ()) -> list[tuple[str, str]]:
        """What a field could hold, and what that means; the scenario has these `lengths` beside its own."""
        players = [(entry.name, entry.about) for entry in PLAYERS.values()]
        match name:
            case "scenario":
                return [(each, "") for each in bundled_scenarios()]
            case "length":
                told = [(each.id, f"{each.title}, about {each.turns} turns") for each in lengths]
                return [(OWN, "the scenario's own"), *told]
            case "runs":
                return [(str(each), "") for each in RUNS]
            case "player":
                return players
        others = [each for each in players if each[0] != self.player]
        return [(NOBODY, "no comparison"), *others]

    def changed(self, name: str, value: str) -> "Asked":
        """With another value in a field."""
        match name:
            case "scenario":
                return replace(self, scenario=value, length=OWN)
            case "length":
                return replace(self, length=value)
            case "runs":
                return replace(self, runs=int(value))
            case "player":
                return replace(self, player=value, versus=NOBODY if value == self.versus else self.versus)
        return replace(self, versus=value)

    def command(self, resumed: str = "") -> list[str]:
        """What plays it, in a process of its own, and tells how far it is; `resumed` is the folder to go on with."""
        command = [*self._wargame("batch"), "--runs", str(self.runs)]
        command += ["--player", f"*={self.player}", "--progress"]
        command += ["--versus", f"*={self.versus}"] if self.versus != NOBODY else []
        return [*command, "--resume", "-o", resumed] if resumed else command

    def again(self, run: "Run", path: Path) -> list[str]:
        """What plays one of its runs again, into a replay."""
        return [*self._wargame("run"), "--seed", run.seed, "--player", f"*={run.who}", "-o", str(path), "--quiet"]

    def _wargame(self, does: str) -> list[str]:
        length = ["--length", self.length] if self.length != OWN else []
        return [sys.executable, "-P", "-m", "wargame", does, self.scenario, *length]


def asked_paras(asked: Asked) -> Iterator[Para]:
    """The fields, to be chosen and changed."""
    rows: list[tuple[Part, ...]] = [
        (("strong", title), ("key", str(getattr(asked, name))), ("dim", about))
        for name, (title, about) in FIELDS.items()
    ]
    rows.append((("strong", "Start"), ("", ""), ("", "")))
    yield from columns(rows, [("field", name) for name in (*FIELDS, "start")])


# --- one run -------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Run:
    """One session of a batch, by its row."""

    seed: str
    who: str
    """The player of every nation."""
    words: str

    @property
    def name(self) -> str:
        """Of its replay."""
        return f"{self.who}-seed-{self.seed}.jsonl"


def runs(folder: str) -> list[Run]:
    """The sessions that were played to their end, as the batch's table has them. Raises OSError."""
    with (Path(folder) / "rows.csv").open(encoding="utf-8", newline="") as rows:
        return [_run(row) for row in csv.DictReader(rows) if row["digest"]]


def _run(row: Mapping[str, str]) -> Run:
    who = _who(row["seating"])
    fate = "attacked" if row["outcome_attacked"] == "true" else "not attacked"
    return Run(row["seed"], who, f"seed {row['seed']}, {who}: {fate}, {row['scores_total']} points of 100")


# --- while it runs -------------------------------------------------------------------------------------------


def pace(told: Mapping[str, Any]) -> str:
    """`120 of 400 runs, 35.2 a second, 8 s left`"""
    done, total, rate = told["done"], told["total"], told["rate"]
    left = f", {_span((total - done) / rate)} left" if rate > 0 and done < total else ""
    return f"{done} of {counted(total, 'run')}" + (f", {rate:.1f} a second" if rate > 0 else "") + left


def _span(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def result_paras(result: Mapping[str, Any]) -> Iterator[Para]:
    """The differences first, where there are any; then every seating's own figures."""
    points, level = result["points"], f"{result['confidence']:.0%} interval"
    for each in result["differences"]:
        yield heading(f"{_who(each['seating'])} LESS {_who(each['against'])}, SAME LUCK".upper())
        other = next(point for point in points if point["seating"] == each["seating"])
        yield say(("dim", PAIRS))
        yield from _compared((points[0], other), each["differences"], level)
        yield say(("dim", "* the interval leaves out 0: the players differ, not the luck"))
        yield say(("dim", "Each player's mean is of all its runs that have the figure, as counted below."))
        yield blank()
    for point in points:
        failed = f", {counted(point['failed'], 'run')} FAILED" if point["failed"] else ""
        yield heading(f"PLAYED BY {_who(point['seating']).upper()}{failed}")
        yield from _estimated(point["estimates"], level)
        yield blank()


def _who(seating: str) -> str:
    return seating.removeprefix("*=")


def _estimated(figures: Mapping[str, Any], level: str) -> Iterator[Para]:
    rows: list[tuple[str | Part, ...]] = [(("dim", ""), ("dim", "mean"), ("dim", level), ("dim", "runs"))]
    for column, each in figures.items():
        if not each["n"]:
            continue  # nothing to tell of in any run
        share = _share(column)
        rows.append(
            (
                _name(column),
                ("strong", _number(each["mean"], share)),
                _interval(each, share, most=_most(column)),
                str(each["n"]),
            )
        )
    yield from columns(rows)


def _compared(points: Sequence[Mapping[str, Any]], differences: Mapping[str, Any], level: str) -> Iterator[Para]:
    """What two players have of each figure, and what differs between runs of one seed."""
    names = [wrap(_who(point["seating"]).replace("_", " "), LONGEST) for point in points]
    above = [("", *titles, "", "", "") for titles in zip_longest(*(each[:-1] for each in names), fillvalue="")]
    titles = ("", *(each[-1] for each in names), "differs", level, "pairs")
    rows: list[tuple[str | Part, ...]] = [tuple(("dim", title) for title in row) for row in (*above, titles)]
    for column, each in differences.items():
        share = _share(column)
        apart = each["low"] is not None and (each["low"] > 0 or each["high"] < 0)
        rows.append(
            (
                _plain_name(column),
                *(_number(point["estimates"][column]["mean"], share) for point in points),
                ("strong" if apart else "", _number(each["mean"], share, True) + (" *" if apart else "")),
                _interval(each, share, True),
                str(each["n"]),
            )
        )
    yield from columns(rows)


def _share(column: str) -> bool:
    """Whether a figure is a share of the runs."""
    leaf = LEAVES.get(column)
    return leaf is not None and leaf.kind is bool


def _name(column: str) -> str:
    """A figure in words; one without a name of its own by what it belongs to, then what it is."""
    path = LEAVES[column].path if column in LEAVES else (column,)
    text = plain_words(" ".join(path))
    return NAMES.get(column, text[0].upper() + text[1:])


def _plain_name(column: str) -> str:
    """Without the scale."""
    name = _name(column)
    return next((name.removesuffix(each) for each in SCALES if name.endswith(each)), name)


def _number(value: float | None, share: bool, signed: bool = False) -> str:
    return "-" if value is None else number(value, share, signed)


def _most(column: str) -> float | None:
    """The most that a figure can be, where there is a most and 0 is the least."""
    path = LEAVES[column].path if column in LEAVES else ()
    return 1.0 if _share(column) or column in SHARES else 100.0 if path[:1] == ("scores",) else None


def _interval(each: Mapping[str, Any], share: bool, signed: bool = False, most: float | None = None) -> str:
    """An interval; where figures have a most, it ends there, and at 0."""
    low, high = each["low"], each["high"]
    if low is None or high is None:
        return "-"
    if most is not None:
        low, high = max(0.0, low), min(most, high)
    return f"{number(low, share, signed).removesuffix('%')} to {number(high, share, signed)}"
