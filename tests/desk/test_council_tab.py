"""Tab 2 once more: what is said of a council that has been called, and how much speaks for a text."""

import re
from dataclasses import replace

from tests.desk.panel_scenes import first, record, silent
from tests.replay.scenes import looked
from wargame.desk.bars import bar
from wargame.desk.lines import Para
from wargame.desk.panels import council
from wargame.model.clock import DAY, instant
from wargame.replay.summary_council import in_council
from wargame.replay.watch import Scene


def told(scene: Scene) -> list[Para]:
    return list(council.paras(scene))


def test_a_council_that_has_been_called_says_when_it_may_meet_by_past_cases_and_asks_for_no_second_call():
    call = next(event for event in record().events if event.body.kind == "consultation_called")
    scene = looked(record(), call.time, "harland")
    said = "\n".join(para.text for para in told(scene))
    slowest = max(scene.scenario.doctrine.consultation.convene_days)
    assert f"A consultation was called {instant(call.time)}: half of such calls met within 2 h" in said
    assert f"the slowest within {slowest * 24:.0f} h" in said or f"the slowest within {slowest:.0f} d" in said
    assert instant(call.time + round(slowest * DAY)) in said
    assert "a member can call a consultation" not in said
    assert "Texts can be tabled once it has met." in said


def test_bars_of_what_speaks_for_a_text_and_against_it_are_of_one_scale_that_is_named():
    scene = first("harland", silent)
    own = in_council(scene).measures[0].weighed
    assert own is not None
    rows = [
        para for para in told(scene) if re.search(r"\d\.\d\d (nothing|little|some|much) (for|against) it", para.text)
    ]
    drawn = [para.text.count("█") for para in rows[:2]]
    assert drawn == [len(bar(amount / 1.5, "good", 8)[0][1]) for amount in (max(0.0, own.benefit), own.burden)]
    assert rows[0].text.endswith("a full bar is 1.5")


def test_more_than_a_full_bar_is_much_and_what_is_less_than_nothing_is_nothing():
    scene = first("harland", silent)
    standing = in_council(scene).measures[0]
    assert standing.weighed is not None
    heavy = replace(standing, weighed=replace(standing.weighed, benefit=1.7, burden=-0.1))
    said = "\n".join(para.text for para in council.text(scene, heavy))
    assert "████████ 1.70 much for it" in said
    assert "░░░░░░░░ -0.10 nothing against it" in said
