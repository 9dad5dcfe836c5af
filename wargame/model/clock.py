"""Exercise time: whole seconds since STARTEX for the kernel, date-time groups and D+nThh:mm for people."""

import re
from datetime import UTC, datetime, timedelta

MINUTE = 60
HOUR = 60 * MINUTE
DAY = 24 * HOUR

MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
INSTANT = re.compile(r"D\+(\d{1,4})(?:T(\d{1,2}):(\d{2}))?|H\+(\d{1,5})(?::(\d{2}))?")


def seconds(hours: float) -> int:
    """Hours as the kernel's whole seconds, rounded to the nearest."""
    return round(hours * HOUR)


def hours(time: float) -> float:
    """Seconds as hours, rounded to 6 places as everything stored is."""
    return round(time / HOUR, 6)


def instant(time: int) -> str:
    """`D+nThh:mm`: n whole days and hh:mm after STARTEX.

    >>> instant(3 * DAY + 6 * HOUR)
    'D+3T06:00'
    """
    days, rest = divmod(time, DAY)
    return f"D+{days}T{rest // HOUR:02d}:{rest % HOUR // MINUTE:02d}"


def parse_instant(text: str) -> int:
    """Seconds after STARTEX of `D+n`, `D+nThh:mm`, `H+n` or `H+n:mm`.

    Raises ValueError, with what to write instead, when `text` is none of these.
    """
    found = INSTANT.fullmatch(text.strip().upper())
    if not found:
        raise ValueError(f"'{text}' is no instant; write D+3T06:00, D+3 or H+78")
    day, hour, minute, alone, alone_minute = (int(part or 0) for part in found.groups())
    if hour > 23 or minute > 59 or alone_minute > 59:
        raise ValueError(f"'{text}' is no instant; hours go to 23 and minutes to 59, as in D+3T06:00")
    return day * DAY + (hour + alone) * HOUR + (minute + alone_minute) * MINUTE


def parse_startex(text: str) -> datetime:
    """The moment of STARTEX, UTC, from `2026-11-22T06:00Z`; raises ValueError when it is not one."""
    return datetime.strptime(text, "%Y-%m-%dT%H:%MZ").replace(tzinfo=UTC)


def date_time_group(startex: datetime, time: int) -> str:
    """The NATO date-time group of an instant, in Zulu time.

    >>> date_time_group(parse_startex("2026-11-22T06:00Z"), 9 * HOUR + 30 * MINUTE)
    '221530ZNOV26'
    """
    when = startex + timedelta(seconds=time)
    return f"{when:%d%H%M}Z{MONTHS[when.month - 1]}{when:%y}"
