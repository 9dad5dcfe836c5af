"""The schema that editors get says what the loader does."""

from wargame.files.doctrines import load_doctrine
from wargame.files.scenarios import scenario_schema


def test_a_parameters_range_is_the_doctrines():
    tempo = scenario_schema()["$defs"]["ThreatParameters"]["properties"]["tempo"]
    page = load_doctrine()[1]["threat.tempo"]
    assert (tempo["minimum"], tempo["maximum"], tempo["x-unit"]) == (page.low, page.high, page.unit)
    days = scenario_schema()["$defs"]["ConsultationParameters"]["properties"]["convene_days"]
    assert days["items"]["maximum"] == load_doctrine()[1]["consultation.convene_days"].high


def test_no_parameter_is_said_to_be_nought_by_default():
    made = scenario_schema()["$defs"]
    groups = [name for name in made if name.endswith("Parameters")]
    assert len(groups) >= 8
    for group in groups:
        assert [name for name, each in made[group]["properties"].items() if "default" in each] == []


def test_format_and_version_are_required_as_the_loader_requires_them():
    assert {"format", "version", "nations", "alliance"} <= set(scenario_schema()["required"])
