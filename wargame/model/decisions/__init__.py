"""Every decision a seat can take, as record types told apart by their field `kind`."""

from typing import Annotated

from wargame.model.decisions.catalogue import CATALOGUE, Entry
from wargame.model.decisions.consultation import CallConsultation, SetSilence, TableMeasure, TakePosition
from wargame.model.decisions.diplomacy import CommitPublicly
from wargame.model.decisions.excon import EndExercise, Note, Reseed
from wargame.model.decisions.forces import OfferForce, OrderActivation, ReadyForce, SeekMandate, WithdrawOffer
from wargame.model.decisions.intelligence import ReleaseReport, StateProbability
from wargame.model.fields import Tagged

__all__ = ["CATALOGUE", "KINDS", "Decision", "Entry"]

Decision = Annotated[
    CallConsultation
    | TableMeasure
    | TakePosition
    | SetSilence
    | OfferForce
    | WithdrawOffer
    | ReadyForce
    | SeekMandate
    | OrderActivation
    | ReleaseReport
    | StateProbability
    | CommitPublicly
    | Reseed
    | EndExercise
    | Note,
    Tagged(),
]

KINDS: dict[str, type] = {entry.kind: cls for cls, entry in CATALOGUE.items()}
"""Decision types by the name they have in files."""
