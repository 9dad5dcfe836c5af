"""What seats may do, and how it is scored."""

from wargame.model.fields import record


@record
class PlayParameters:
    """`docs/model.md` sections 8 and 9."""

    capital_start: float = 0.0
    capital_most: float = 0.0
    capital_hours: float = 0.0
    """Hours in which domestic support is added once to political capital."""
    orders: float = 0.0
    """Orders a seat may give in one turn."""
    coerced_day: float = 0.0
    """Share of an objective's value lost a day under coercion."""
    late_half_life: float = 0.0
    """Days late that halve the response score."""
    cost_incident: float = 0.0
    """Points lost an incident."""


@record
class ScoreParameters:
    """`docs/model.md` section 8: weights of the total, and what scores are reckoned with."""

    weight_outcome: float = 0.0
    weight_response: float = 0.0
    weight_alliance: float = 0.0
    weight_calibration: float = 0.0
    weight_national_aims: float = 0.0
    weight_cost: float = 0.0
    adequate_odds: float = 0.0
    """Chance of success of an attack that forces at an objective must bring it down to, to be enough."""
    stated_hours: float = 0.0
    """Hours within which an attack is stated to be so likely."""
    unstated: float = 0.0
    """Probability that a seat is taken to have stated that did not."""
    cost_forces: float = 0.0
    """Points lost when all the members' forces were tied down all the time."""
    cost_money_day: float = 0.0
    """Points lost for money spent, a day of the members' defence spending."""
    cost_false_alarm: float = 0.0
    """Points lost an activation that proved to be a false alarm."""
    cost_fear: float = 0.0
    """Points lost when the adversary was kept in full fear all the time."""
