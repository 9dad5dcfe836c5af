"""A scene as a staff would brief it, in at most 80 columns of plain text; and the same as data.

Each section has a module of its own: one function makes its records from a scene, another puts them into words.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from wargame.model.clock import instant
from wargame.model.plain import plain
from wargame.replay.result_parts import training
from wargame.replay.summary_council import in_council
from wargame.replay.summary_council_lines import council_lines
from wargame.replay.summary_deadlines import deadline_lines, deadlines
from wargame.replay.summary_estimates import estimate_lines, estimates
from wargame.replay.summary_force_lines import allied_lines, force_lines, home_lines, own_lines, passage_lines
from wargame.replay.summary_forces import forces
from wargame.replay.summary_head import head, head_lines
from wargame.replay.summary_incidents import incident_lines, incidents
from wargame.replay.summary_indicators import matrix, matrix_lines
from wargame.replay.summary_mel import injects, mel_lines
from wargame.replay.summary_nations import nation_lines, nations
from wargame.replay.summary_news import message_lines, messages, news, news_lines, news_title, press_lines
from wargame.replay.summary_orders import given, order_lines
from wargame.replay.summary_pad import other_lines, pad, pad_lines
from wargame.replay.summary_planning import planned, planning_lines
from wargame.replay.summary_reports import contact_lines, report_lines, reports
from wargame.replay.summary_response import response, response_lines
from wargame.replay.summary_result import judged, result_lines
from wargame.replay.summary_situation import situated, situation_lines
from wargame.replay.summary_world import world, world_lines
from wargame.replay.watch import Scene
from wargame.replay.wording import columns, wrapped
from wargame.rules.economy import capital, nation_of
from wargame.scoring.course import follow
from wargame.scoring.training import TrainingScore, training_scores

NOTHING = "  Nothing to report."


def summary(scene: Scene) -> str:
    """The whole brief."""
    return "\n".join(line for part in _sections(scene) for line in part)


def _sections(scene: Scene) -> Iterator[list[str]]:
    held, happened = estimates(scene), news(scene)
    yield list(head_lines(head(scene)))
    if scene.situation.turn <= 1 and not scene.umpire:
        yield _section("BRIEF", _brief(scene))
    scored = judged(scene)
    if scored is not None:
        yield _section("RESULT", result_lines(scored))
    if scene.desk and happened.items:
        yield _section(news_title(happened), news_lines(scene, happened))
    yield _section("SITUATION", situation_lines(scene, situated(scene, held)))
    yield from _if_any("INCIDENTS", incident_lines(scene, incidents(scene)))
    yield from _if_any("TALKS, PRESSURE, RELIEF", world_lines(scene, world(scene)))
    yield from _if_any("ESTIMATES" if len(held) > 1 else "ESTIMATE", estimate_lines(scene, held))
    if scene.umpire:
        yield _section("RESPONSE SO FAR", response_lines(scene, response(scene)))
        yield _section("NATIONS", nation_lines(scene, nations(scene)))
        yield from _if_any("MASTER EVENTS LIST", mel_lines(scene, injects(scene)))
        yield from _if_any("TRAINING OBJECTIVES", training(scene.scenario, trained(scene)))
    yield from _intelligence(scene)
    council = in_council(scene)
    if council is not None:
        yield _section("COUNCIL", council_lines(scene, council))
    fielded = forces(scene)
    yield from _if_any("FORCES", force_lines(scene, fielded))
    own = [*own_lines(scene, fielded), *planning_lines(scene, planned(scene))]
    yield from _if_any("ADVERSARY" if scene.umpire else "OWN FORCES", own)
    yield from _if_any("ALLIED FORCES", allied_lines(scene, fielded))
    yield from _if_any("ALLIED FORCES AT HOME", home_lines(scene, fielded))
    yield from _if_any("PASSAGE AND PRIORITIES", passage_lines(scene, fielded))
    yield _section("DEADLINES", deadline_lines(deadlines(scene)))
    yield from _orders(scene)
    if not scene.desk:
        yield _section(news_title(happened), news_lines(scene, happened))
    said = messages(scene)
    yield _section("MESSAGES", message_lines(scene, said))
    yield from _if_any("NEWS", press_lines(said))


def _intelligence(scene: Scene) -> Iterator[list[str]]:
    """What has been seen; a seat that no report has reached has nothing to read here."""
    on_file = reports(scene)
    if on_file.reports or scene.umpire or nation_of(scene.scenario, scene.view) is not None:
        yield _section("INDICATORS", matrix_lines(scene, matrix(scene)))
        yield _section("REPORTS", report_lines(scene, on_file))
    if not scene.umpire:
        yield from _if_any("CONTACTS", contact_lines(scene, on_file))


def _orders(scene: Scene) -> Iterator[list[str]]:
    whose = "ORDERS OF ALL SEATS" if scene.umpire else "ORDERS GIVEN"
    yield _section(f"{whose} AT TURN {scene.situation.turn}", order_lines(scene, given(scene)))
    could = pad(scene)
    if could is not None:
        yield _section("ORDERS PAD", pad_lines(could))
        yield from _if_any("OTHER ORDERS", other_lines(could))


def _section(title: str, lines: Iterable[str]) -> list[str]:
    return ["", title, *(list(lines) or [NOTHING])]


def _if_any(title: str, lines: Iterable[str]) -> Iterator[list[str]]:
    """A section that is left out when it has nothing to say."""
    told = list(lines)
    if told:
        yield _section(title, told)


def trained(scene: Scene) -> tuple[TrainingScore, ...]:
    """How the training objectives stand so far; for the umpire."""
    return training_scores(follow(scene.scenario, scene.events)) if scene.scenario.training else ()


def _brief(scene: Scene) -> Iterator[str]:
    """What the seat was told before STARTEX."""
    for brief in scene.scenario.briefs:
        if brief.seat == scene.view:
            yield from wrapped(brief.text, "  ", "  ")
    nation = nation_of(scene.scenario, scene.view)
    if nation is not None and nation.aims:
        yield "  Private aims, for this seat alone:"
        yield from columns(((aim.id, aim.text) for aim in nation.aims), indent="    ")


# --- for programs --------------------------------------------------------------------------------------------


def as_plain(scene: Scene) -> dict[str, Any]:
    """The scene as JSON values: the fold of its events, and the summary's sections as records."""
    known, on_file, nation = estimates(scene), reports(scene), nation_of(scene.scenario, scene.view)
    sections: dict[str, object] = {
        "head": head(scene),
        "brief": [each.text for each in scene.scenario.briefs if each.seat == scene.view],
        "aims": () if nation is None else nation.aims,
        "situation": situated(scene, known),
        "estimates": known,
        "incidents": incidents(scene),
        "world": world(scene),
        "indicators": matrix(scene),
        "reports": on_file.reports,
        "contacts": on_file.contacts,
        "council": in_council(scene),
        "forces": forces(scene),
        "planned": planned(scene),
        "deadlines": deadlines(scene),
        "orders_given": given(scene),
        "orders_pad": pad(scene),
        "news": news(scene),
        "messages": messages(scene),
    }
    if scene.umpire:
        sections |= {
            "response": response(scene),
            "nations": nations(scene),
            "mel": injects(scene),
            "result": judged(scene),
            "training": trained(scene),
        }
    shown: dict[str, Any] = {
        "view": scene.view,
        "time": instant(scene.time),
        "seconds": scene.time,
        "situation": plain(scene.situation),
        "assessments": {each.nation: {"attack": each.attack, "words": each.words} for each in known},
        "summary": plain(sections, nulls=True),
        "events": len(scene.events),
    }
    if nation is not None:
        shown["political_capital"] = capital(scene.scenario, scene.situation, nation, scene.time)
    if scene.truth:
        shown["response"] = shown["summary"]["response"]
    return shown
