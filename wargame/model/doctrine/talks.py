"""What passes between the two sides."""

from wargame.model.fields import record


@record
class TalksParameters:
    """Offers, assurances, back channels and mediators (`docs/model.md` section 4)."""

    credibility: float = 0.0
    """Share of an offer that the adversary believes it will get, through a back channel."""
    without_channel: float = 0.0
    """Factor on that without one."""
    not_the_owner: float = 0.0
    """Factor on the offer of a nation that gives what is not its own."""
    credible: float = 0.0
    """Worth from which an offer lets the adversary step down two rungs at once."""
    assurance: float = 0.0
    """Worth of a first assurance; each further one counts half of the last, and all fade as words do."""
    firm_hours: float = 0.0
    """A public commitment and an assurance within this time are firm but flexible."""
    firm: float = 0.0
    """Factor on an assurance that is."""
    refuse: float = 0.0
    """The adversary refuses an offer when holding is better by so much."""
    leak: float = 0.0
    """Probability a day that a back channel leaks."""
    leak_trust: float = 0.0
    """Trust that each member not told loses in the one that talked."""
    mediator_days: float = 0.0
    """Median days in which a mediator answers."""
    mediator_sd: float = 0.0
    mediator: float = 0.0
    """Factor on the rate of mediation while a mediator is at work."""
