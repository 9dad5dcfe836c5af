"""What is written on an intelligence report: how urgent it is, how secret, and who may have it."""

from typing import Literal

Precedence = Literal["flash", "immediate", "priority", "routine"]
"""How urgently a report travels, most urgent first; routine reports wait for the next daily summary."""
Classification = Literal["restricted", "secret", "top_secret"]
Control = Literal["releasable", "rel_to", "orcon", "noforn"]
"""Who may have it besides its holder: every ally; the nations it names (REL TO); these, but none of them may pass it on
without its originator's consent (ORCON); nobody until it has been sanitised (NOFORN)."""
Reliability = Literal["A", "B", "C", "D", "E", "F"]

PRECEDENCES: tuple[Precedence, ...] = ("flash", "immediate", "priority", "routine")
SERVICES = ("civil", "military")
"""The two intelligence services of every nation, in the order in which their assessments are told."""
MEDIA = "media"
"""Originator of what everybody can read in the news."""
PUBLIC = "all"
"""Recipient of what is published."""


def request_name(by: str, to: str, about: str) -> str:
    """How a request for information is filed: by who asks, who is asked, and the category asked about."""
    return f"{by}|{to}|{about}"
