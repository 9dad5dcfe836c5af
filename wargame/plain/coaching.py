"""Which command does what the coach says."""

from wargame.model.guide import Step


def how(step: Step | None) -> str:
    """The command for a step."""
    if step is not None and step.order is not None:
        return f"Write: ways {step.order}, then stage N."
    if step is not None and step.look is not None:
        return f"Write: {step.look}."
    return "Write: end."
