"""How forces get to where they are needed."""

from wargame.model.fields import record


@record
class DeploymentParameters:
    """`docs/model.md` section 7."""

    load_air_hours: float = 0.0
    """Hours until the first aircraft have left, however few."""
    load_sea_hours: float = 0.0
    """Hours that a ship lies at a berth to load."""
    load_land_hours: float = 0.0
    load_forward: float = 0.0
    """Share of the loading time that a force takes which is based forward, on another nation's soil."""
    speed_air: float = 0.0
    """km/h, door to door."""
    cruise_air: float = 0.0
    """km/h in the air; aircraft come back at this speed."""
    speed_sea: float = 0.0
    """km/h."""
    speed_rail: float = 0.0
    """km a day."""
    speed_road: float = 0.0
    """km a day."""
    detour: float = 0.0
    """Times the great circle that a route by land or sea is long whose length is not given."""
    throughput_least: float = 0.0
    """Share of a place's throughput that no damage takes."""
    ground_hours: float = 0.0
    """Hours an aircraft is on the ground to load or unload."""
    ground_efficiency: float = 0.0
    """Share of an airfield's parking that is in use when there is a queue."""
    unload_sea_hours: float = 0.0
    """Hours that a ship lies at a berth to unload."""
    person_tonnes: float = 0.0
    """Tonnes of one person with equipment, of a force that draws prepositioned stocks."""
    access_agreed_least: float = 0.0
    """Days until a host grants access: with a standing arrangement or under an adopted measure, at the least."""
    access_agreed_most: float = 0.0
    access_least: float = 0.0
    """Days until a host grants access in peacetime and without an arrangement, at the least."""
    access_most: float = 0.0
    border_emergency_least: float = 0.0
    """Days until leave to cross a border: under emergency rules, at the least."""
    border_emergency_most: float = 0.0
    border_peace_days: float = 0.0
    """Days until leave to cross a border in peacetime."""
    integration_days: float = 0.0
    """Median days from arrival to capable at full interoperability, of one unit."""
    integration_stocks_days: float = 0.0
    """The same for a force that draws prepositioned stocks."""
    integration_sea_days: float = 0.0
    """The same for each brigade equivalent of a heavy force that comes by sea."""
    integration_sd: float = 0.0
    spread: float = 0.0
    """Log standard deviation of each leg."""
    round_hours: float = 0.0
    """Hours between rounds of force generation."""
    detected: float = 0.0
    """Chance that the adversary detects a movement under national command when it departs."""
    hybrid_stretch: float = 0.0
    """By how much a hybrid level of 1 stretches movement."""
