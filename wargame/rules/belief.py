"""What the adversary makes of the allies' will to fight (`docs/model.md` section 4).

Source of the rate at which defence pacts are kept: Berkemeier & Fuhrmann 2018.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, fsum, log

from wargame.model.doctrine import ThreatParameters


@dataclass(frozen=True, slots=True)
class Ally:
    """One ally as the adversary sees it, its and others' forces in theatre left out."""

    nation: str
    weight: float
    """Its share of the strength of all allies; the shares sum to 1."""
    logit: float
    """Of the belief that it fights."""


def faded(parameters: ThreatParameters, words: float, days: float, wearing: bool = False) -> float:
    """B after `days`: half of it gone each half-life, drawn down besides while the ally's word is empty.

    The solution of `db/dt = -ln 2 / half-life * b + word_empty`, the last term only while it wears.
    """
    left = 0.5 ** (days / parameters.word_half_life)
    rest = parameters.word_empty * parameters.word_half_life / log(2.0) if wearing else 0.0
    value: float = rest + (words - rest) * left
    return value


def will(parameters: ThreatParameters, words: float, tied: bool, cohesion: float) -> float:
    """Logit of the belief that an ally fights, from words, its commitment and the alliance's cohesion."""
    prior = log(parameters.prior_resolve / (1.0 - parameters.prior_resolve))
    united = parameters.cohesion_weight * (cohesion - parameters.cohesion_middle)
    return prior + words + parameters.tie_weight * tied + united


def presence(parameters: ThreatParameters, heavy: float, light: float) -> float:
    """What forces in theatre add to the logit of every ally: whoever attacks meets them all."""
    return parameters.force_weight * log(1.0 + heavy + parameters.force_light * light)


def resolve(allies: Sequence[Ally], added: float) -> float:
    """r: the mean belief that an ally fights, each weighing as much as its forces do; `added` to each one's logit."""
    return fsum([each.weight * chance(each.logit + added) for each in allies])


def chance(logit: float) -> float:
    """The probability that has this logit."""
    return 1.0 / (1.0 + exp(-logit))
