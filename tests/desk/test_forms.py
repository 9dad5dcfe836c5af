"""Forms of orders: what they ask for, how shares are written, which values are offered first, how orders are worded."""

import pytest

from tests.worlds import crisis, view_of
from wargame.desk.form import Form, Unfinished
from wargame.desk.offers import tried, value_parts
from wargame.desk.orders import kind_paras, kinds, together
from wargame.model.decisions.consultation import Lobby, TableMeasure
from wargame.model.decisions.excon import AddInject, Note
from wargame.model.decisions.forces import MoveForce, OfferForce, SetRulesOfEngagement
from wargame.model.decisions.intelligence import StateProbability
from wargame.model.event import Event
from wargame.model.happenings import CouncilConvened
from wargame.replay.order_words import order_words

VIEW = view_of(crisis(), "north", [])


@pytest.mark.parametrize("written", ["8", "8%", "8 %", "0.08"])
def test_a_probability_is_written_in_percent_or_as_a_share(written):
    sheet = Form.blank(StateProbability)
    sheet.put("probability", written)
    assert sheet.build() == StateProbability(probability=0.08)
    sheet.fill(StateProbability(probability=0.08))
    assert sheet.values["probability"] == "8%"


def test_a_measure_asks_for_its_kind_and_then_only_for_what_that_kind_says():
    sheet = Form.blank(TableMeasure)
    assert [each.name for each in sheet.fields] == ["measure.kind"]
    sheet.put("measure.kind", "deploy")
    assert [sheet.label(each.name) for each in sheet.fields] == ["kind", "place", "strength", "rules"]
    with pytest.raises(Unfinished, match=r"^place is needed"):
        sheet.build()
    sheet.put("measure.kind", "sanctions")
    assert [sheet.label(each.name) for each in sheet.fields] == ["kind", "adversary", "trade"]


def test_what_is_needed_is_said_with_what_may_stand_there_unless_that_is_any_text():
    sheet = Form.blank(Note)
    with pytest.raises(Unfinished, match=r"^text is needed$"):
        sheet.build()
    sheet = Form.blank(StateProbability)
    with pytest.raises(Unfinished, match=r"^probability is needed: a percentage such as 8%"):
        sheet.build()


def test_values_are_in_words_and_a_name_stands_once():
    sheet = Form.blank(TableMeasure)
    sheet.put("measure.kind", "deploy")
    assert value_parts(VIEW, sheet, "measure.kind", "offer_to_adversary") == (("strong", "offer to adversary"),)
    place = next(each for each in VIEW.scenario.theatre.locations if each.id == "gate")
    assert value_parts(VIEW, sheet, "measure.place", "gate")[0] == ("strong", place.name)


def test_orders_name_forces_and_ways_about_a_measure_stand_together():
    words = order_words(VIEW.scenario, VIEW.situation, "north", OfferForce(force="n-guard", measure="m1"))
    force = next(each for each in VIEW.scenario.nations[0].forces if each.id == "n-guard")
    assert words == f"offer force {force.name} (n-guard) to m1"
    ways = [
        Lobby(nation="south", measure=measure, position=position)
        for measure in ("m2", "m1")
        for position in ("break", "accept")
    ]
    ordered = [(each.measure, each.position) for each in sorted(ways, key=together)]
    assert ordered == [("m1", "accept"), ("m1", "break"), ("m2", "accept"), ("m2", "break")]


def test_orders_that_are_not_simulated_are_not_listed_and_the_others_say_what_they_need():
    known = kinds(VIEW, [])
    listed = {para.key[1] for para in kind_paras(known) if para.key is not None}
    assert listed == {kind.entry.kind for kind in known if not kind.entry.missing}
    told = [para.text for para in kind_paras(known)]
    assert any("not now: needs a " in line for line in told)


def test_the_places_that_a_deployment_can_go_to_come_first_and_too_many_others_are_counted():
    met = Event(id=1, time=0, audience=("north",), body=CouncilConvened())
    view = view_of(crisis(), "north", [met])
    sheet = Form.blank(TableMeasure)
    sheet.put("measure.kind", "deploy")
    offers, left_out = tried(view, [], sheet, "measure.place", ())
    objectives = [each.at for each in view.scenario.objectives]
    assert [each.value for each in offers if each.reason is None] == objectives
    assert len(offers) + left_out == len(view.scenario.theatre.locations)
    assert all("goes to an objective's location" in (each.reason or "") for each in offers[len(objectives) :])


def test_a_force_is_not_looked_for_among_places():
    sheet = Form.blank(SetRulesOfEngagement)
    ways = [SetRulesOfEngagement(rules="tight"), SetRulesOfEngagement(rules="loose")]
    assert sheet.choices("force", ways, VIEW.scenario) == []
    assert "isle" in Form.blank(MoveForce).choices("to", [MoveForce(force="n-guard", to="gate")], VIEW.scenario)


def shown(sheet: Form) -> list[str]:
    return [sheet.label(each.name) for each in sheet.shown()]


def test_an_inject_is_asked_for_in_few_fields_and_a_condition_more_closely_once_it_has_begun():
    sheet = Form.blank(AddInject)
    when = ["at", "after event", "by hand", "unless event", "tests", "expected"]
    assert shown(sheet) == ["kind", "id", "to", "text", *when]
    sheet.put("inject.kind", "aggression")
    assert shown(sheet) == ["kind", "id", "adversary", "objective", *when]
    sheet.put("inject.after.event", "rung_changed")
    assert shown(sheet)[5:11] == ["after event", "after by", "after measure", "after at least", "after count", "delay"]
    assert "unless by" not in shown(sheet)
    sheet.put("inject.unless.event", "attack_began")
    assert "unless by" in shown(sheet)


def test_when_an_inject_comes_is_said_once():
    sheet = Form.blank(AddInject)
    for name, value in (("at", "D+1"), ("after.event", "rung_changed"), ("after.at_least", "4"), ("delay", "6")):
        sheet.put(f"inject.{name}", value)
        sheet.settle(f"inject.{name}")
    assert {"inject.after.event", "inject.after.at_least", "inject.delay"} <= set(sheet.values)
    assert "inject.at" not in sheet.values
    sheet.put("inject.by_hand", "no")
    sheet.settle("inject.by_hand")
    assert "inject.after.event" in sheet.values
    sheet.put("inject.by_hand", "yes")
    sheet.settle("inject.by_hand")
    assert not {"inject.at", "inject.after.event", "inject.after.at_least", "inject.delay"} & set(sheet.values)
    sheet.put("inject.at", "D+2")
    sheet.settle("inject.at")
    assert "inject.by_hand" not in sheet.values
    sheet.put("inject.unless.event", "attack_began")
    sheet.put("inject.unless.by", "north")
    assert sheet.can_be_left_out("inject.unless.event")
    assert not sheet.can_be_left_out("inject.text")
    sheet.put("inject.unless.event", "")
    sheet.settle("inject.unless.event")
    assert not [name for name in sheet.values if name.startswith("inject.unless")]
