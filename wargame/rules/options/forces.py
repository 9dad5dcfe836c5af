"""Candidates for decisions on a nation's forces."""

from collections.abc import Iterator

from wargame.model.decisions import Decision
from wargame.model.decisions.forces import OfferForce, ReadyForce, SeekMandate, WithdrawOffer
from wargame.model.view import View
from wargame.rules.options.table import Candidates, own_forces


def _nation(view: View) -> Iterator[Decision]:
    own = own_forces(view)
    for measure in view.situation.council.measures:
        yield from (OfferForce(force=force, measure=measure) for force in own)
        yield SeekMandate(measure=measure)
    for force in own:
        yield WithdrawOffer(force=force)
        yield ReadyForce(force=force)


CANDIDATES: Candidates = {"nation": _nation}
