"""What came of a session that is over, for the umpire, in short; `wargame score` tells it in full."""

from collections.abc import Iterator

from wargame.model.plain import plain
from wargame.replay.result import outcome_words
from wargame.replay.watch import Scene
from wargame.replay.wording import columns, listed, plain_words
from wargame.scoring.score import Score, score


def judged(scene: Scene) -> Score | None:
    """The score of a session at its horizon; None before it, and for every seat but the umpire's."""
    return score(scene.scenario, scene.events) if scene.umpire and scene.situation.over else None


def result_lines(scored: Score) -> Iterator[str]:
    """Outcome, scores and ratings."""
    points = {plain_words(name): value for name, value in plain(scored.scores, nulls=True).items()}
    rows = [
        ("Outcome", outcome_words(scored)),
        ("Scores of 100", listed([f"{name} {value:.1f}" for name, value in points.items() if value is not None])),
    ]
    if scored.training:
        rated = [f"{each.objective} {each.rating or 'no occasion'}" for each in scored.training]
        rows.append(("Training", f"{listed(rated)} (P, S, M, U: without, with some, with major challenges, unable)"))
    yield from columns(rows)
