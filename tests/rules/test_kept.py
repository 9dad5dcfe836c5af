"""What rules remember, and for how long."""

from tests.worlds import CRISIS
from wargame.model.methods import changed
from wargame.model.scenario import Scenario
from wargame.model.situation import opening
from wargame.model.view import View
from wargame.rules.kept import KEPT, in_view, kept


def test_what_is_found_for_a_record_is_remembered_for_that_very_record() -> None:
    asked = []

    @kept
    def title(scenario: Scenario) -> str:
        asked.append(scenario)
        return scenario.title

    other = changed(CRISIS, title="Other")
    assert [title(each) for each in (CRISIS, other, CRISIS, other)] == [CRISIS.title, "Other"] * 2
    assert len(asked) == 2


def test_only_the_newest_records_are_remembered() -> None:
    asked = []

    @kept
    def number(record: tuple[int]) -> int:
        asked.append(record)
        return record[0]

    records = [(each,) for each in range(KEPT + 1)]
    assert [number(each) for each in (*records, records[-1], records[0])] == [*range(KEPT + 1), KEPT, 0]
    assert asked == [*records, records[0]]


def test_what_is_found_for_a_view_goes_with_the_view() -> None:
    @in_view
    def turn(view: View) -> int:
        return view.situation.turn

    situation = opening(CRISIS)
    before = View("north", CRISIS, situation, [])
    assert turn(before) == 0
    situation.turn = 5
    assert turn(before) == 0
    assert turn(View("north", CRISIS, situation, [])) == 5
