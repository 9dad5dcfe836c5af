"""What is seen, made of it and shared."""

from wargame.model.fields import record


@record
class IntelligenceParameters:
    """`docs/model.md` section 5."""

    sensitivity: float = 0.0
    """d' of detection, at middling technology."""
    surveillance_gain: float = 0.0
    """Added to d' by surveillance technology, per unit above the middle."""
    deception_loss: float = 0.0
    """Taken from d' by the adversary's deception."""
    criterion: float = 0.0
    """c of detection, of a watch that has not cried wolf."""
    cry_wolf: float = 0.0
    """Added to c when reports of a nation's own sensors are disproved."""
    cry_wolf_warning: float = 0.0
    """Added to c when a warning is proven false."""
    cry_wolf_days: float = 0.0
    """Half-life of what false alarms add to c."""
    false_alarm_rate: float = 0.0
    """Occasions for a false alarm a day and discipline, anywhere in the theatre."""
    disproof_days: float = 0.0
    """Median days until it comes out that reports were false."""
    disproof_sd: float = 0.0
    task_gain: float = 0.0
    """Share of what a discipline did not look at that it does when tasked with it."""
    task_loss: float = 0.0
    """Share of the coverage of its other indicators that a tasked discipline gives up."""
    report_hours: float = 0.0
    """Median hours from an observation to the written report."""
    report_sd: float = 0.0
    flash_hours: float = 0.0
    """On the way with FLASH precedence."""
    immediate_hours: float = 0.0
    """On the way with IMMEDIATE precedence."""
    priority_hours: float = 0.0
    """On the way with PRIORITY precedence."""
    summary_hours: float = 0.0
    """Between two summaries; routine reports wait for the next."""
    command_gain: float = 0.0
    """How command technology shortens every delay of a report."""
    flash_evidence: float = 0.0
    """Evidence for an attack from which a report is FLASH."""
    immediate_evidence: float = 0.0
    """The same for IMMEDIATE."""
    priority_evidence: float = 0.0
    """The same for PRIORITY."""
    secrecy_imagery: float = 0.0
    """How secret the sources of a discipline are."""
    secrecy_signals: float = 0.0
    secrecy_human: float = 0.0
    secrecy_open_source: float = 0.0
    secrecy_maritime: float = 0.0
    secrecy_cyber: float = 0.0
    top_secret_share: float = 0.0
    """Of a wholly secret source: share of its reports that are top secret."""
    noforn_share: float = 0.0
    """Of a wholly secret source: share of its reports that are for the nation alone."""
    orcon_share: float = 0.0
    """Of a wholly secret source: share of its reports under originator control."""
    reliability_a: float = 0.0
    """Share of reports whose source is of grade A; what the three shares leave is of grade D."""
    reliability_b: float = 0.0
    reliability_c: float = 0.0
    credibility_1: float = 0.0
    """Share of reports whose content is of grade 1; what the three shares leave is of grade 4."""
    credibility_2: float = 0.0
    credibility_3: float = 0.0
    weight_b2: float = 0.0
    """Weight of the evidence of a source of grade B, and of a content of grade 2, beside 1 for A and 1."""
    weight_c3: float = 0.0
    weight_d4: float = 0.0
    weight_e5: float = 0.0
    weight_f6: float = 0.0
    """The same for what cannot be judged."""
    reassess_hours: float = 0.0
    """Age of the last assessment from which staffs weigh silence anew at a turn's edge."""
    memory_days: float = 0.0
    """Half-life of the log-odds of a hypothesis."""
    service_favour: float = 0.0
    """How much more a service makes of the disciplines that it trusts, and less of the others."""
    service_lean: float = 0.0
    """How far the services' first readings of an attack lie to either side of the base rate."""
    prior_exercise: float = 0.0
    prior_coercion: float = 0.0
    prior_limited: float = 0.0
    prior_major: float = 0.0
    warning_calm: float = 0.0
    """A warning can come again once the probability has fallen below this share of the threshold."""
    warning_proof_days: float = 0.0
    """Least days from a warning until it can be said to have come to nothing."""
    state_every: float = 0.0
    """Turns from one stated probability that is due to the next."""
    release_inner_hours: float = 0.0
    """Median release procedure with a partner of the inner circle."""
    release_bilateral_hours: float = 0.0
    """The same with a bilateral agreement."""
    release_alliance_hours: float = 0.0
    """The same where only the alliance shares, sanitised."""
    release_none_hours: float = 0.0
    """The same without an agreement."""
    release_sd: float = 0.0
    """Log standard deviation of these delays."""
    release_never: float = 0.0
    """Chance that a release without an agreement is stopped."""
    sanitise_days: float = 0.0
    """Median days to prepare a version that hides its source."""
    request_hours: float = 0.0
    """Deadline of a request for information."""
    consent_hours: float = 0.0
    """Median hours until an originator answers."""
    consent_inner: float = 0.0
    """Chance of consent when originator and recipient are in an inner circle."""
    consent_bilateral: float = 0.0
    """The same with a bilateral agreement."""
    consent_alliance: float = 0.0
    """The same where only the alliance shares."""
    consent_none: float = 0.0
    """The same without an agreement."""
    consent_publish: float = 0.0
    """The same for publication."""
    consent_orcon: float = 0.0
    """What is left of the chance for reports under originator control."""
    leak_chance: float = 0.0
    """Chance that a release leaks, for each recipient."""
    leak_read_days: float = 0.0
    """Median days until the adversary reads it."""
    leak_found_days: float = 0.0
    """Median days from there until the originator finds out."""
    leak_cut: float = 0.0
    """Coverage that a leak costs the source's discipline."""
    leak_days: float = 0.0
    """How long."""
    publish_cut: float = 0.0
    """Coverage that publishing costs the source's discipline."""
    publish_days: float = 0.0
    """How long."""
    media_capitals: float = 0.0
    """Nations that must hold a report for the media to hear of it."""
    media_hours: float = 0.0
    """From then until they report it."""
