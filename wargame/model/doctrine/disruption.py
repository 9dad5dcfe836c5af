"""Hybrid attacks, repair and attribution."""

from wargame.model.fields import record


@record
class DisruptionParameters:
    """`docs/model.md` 4.20 to 4.26: hybrid attacks' effects, repair and attribution."""

    accident_rate: float = 0.0
    """Accidents a day and nation that look like a hybrid attack."""
    accident_intensity: float = 0.0
    """Mean intensity of an accident; it is even between 0 and twice that."""
    cyber_shield: float = 0.0
    """Share of a cyber attack that technology at its best keeps off."""
    team_shield: float = 0.0
    """Share of what is left that a cyber team keeps off."""
    warned_shield: float = 0.0
    """Share of disinformation and pressure that a public keeps off once an author has been named."""
    foiled: float = 0.0
    """Share of sabotage that parties to a counter-terrorism agreement foil."""
    resilience_shield: float = 0.0
    """Share of sabotage, energy and election pressure that full resilience keeps off."""
    cyber_days: float = 0.0
    """Days that networks are slowed by the hardest cyber attack."""
    cyber_slow: float = 0.0
    """By how much the hardest cyber attack stretches communications."""
    team_repair: float = 0.0
    """Factor on repair of networks where a cyber team is at work."""
    agreement_repair: float = 0.0
    """Factor on repair of networks under a cyber-defence agreement."""
    agreement_attribution: float = 0.0
    """Factor on the time to attribute under a cyber-defence agreement."""
    sabotage_damage: float = 0.0
    """Share of a place's throughput lost by the hardest sabotage."""
    civil_repair_days: float = 0.0
    """Days in which contractors make good a place that is wholly lost; less for less."""
    engineer_repair_days: float = 0.0
    """Days in which engineers do."""
    disinformation_days: float = 0.0
    """Days of the hardest campaign of disinformation."""
    blackout_days: float = 0.0
    """Blackout days of the hardest attack on energy."""
    election_days: float = 0.0
    """Days that the hardest pressure on an election bears."""
    election_delay: float = 0.0
    """By how much the hardest pressure stretches mandates."""
    attribution_days: float = 0.0
    """Median days in which services with full coverage find an author."""
    attribution_sd: float = 0.0
    """Log standard deviation of that."""
    attribution_blind: float = 0.0
    """Factor on that without any coverage."""
    attribution_low: float = 0.0
    """Least confidence of a finding; it is even between the two and right that often."""
    attribution_high: float = 0.0
    """Greatest confidence of a finding."""
    disproof_days: float = 0.0
    """Median days in which a wrong accusation comes out."""
    resilience_cost: float = 0.0
    """Spending, as a share of GDP, that closes two thirds of what is missing."""
    resilience_days: float = 0.0
    """Days in which half of what is bought bears."""
