"""The commands of line mode: what each is called, takes and does."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from wargame.desk.estimating import estimate_paras
from wargame.desk.form import asks, is_share, whole_form
from wargame.desk.lines import Para, blank, heading, say
from wargame.desk.orders import Kind, against, kind_page, kind_paras, kinds
from wargame.desk.panels import TABS, Tab, pad, status
from wargame.desk.reading import brief_paras, report_paras
from wargame.files.faults import clean
from wargame.model.decisions import Decision
from wargame.plain import writing
from wargame.plain.abbreviations import meant
from wargame.plain.table import Table
from wargame.plain.wrong import Wrong
from wargame.replay.watch import Scene
from wargame.replay.wording import counted

ALL, ABOUT = "all", "about"
"""What may follow `orders`."""


@dataclass(frozen=True, slots=True)
class Command:
    """One command."""

    name: str
    takes: str
    """What may follow the name."""
    about: str
    run: Callable[[Table, str], None]
    """Gets the table and what followed the name. Raises Wrong, Refused."""


def carry_out(table: Table, text: str) -> None:
    """Do what a line says. Raises Wrong, Refused, SessionStopped."""
    name, _, rest = text.strip().partition(" ")
    known = meant(name.lower(), COMMANDS, "command", "help lists the commands")
    command = COMMANDS[known]
    rest = rest.strip()
    if rest and not command.takes:
        raise Wrong(f"{known} stands alone; leave out '{clean(rest)}'")
    command.run(table, rest)


# --- reading -------------------------------------------------------------------------------------------------


def _reader(paras: Callable[[Scene], Iterable[Para]]) -> Callable[[Table, str], None]:
    def read(table: Table, _: str) -> None:
        told = list(paras(table.desk.scene()))
        table.show(told or [say("There is nothing of that now.")])

    return read


def _estimates(scene: Scene) -> Iterator[Para]:
    yield say("Days until each force could be capable, if ordered now, by planning figures:")
    yield from estimate_paras(scene)


def _tab(tab: Tab) -> Callable[[Table, str], None]:
    read = _reader(tab.paras)

    def opened(table: Table, text: str) -> None:
        table.desk.look(tab.id)
        read(table, text)

    return opened


def _pad(table: Table, _: str) -> None:
    table.show(pad.paras(table.desk.scene(), "orders lists what you can order."))


# --- ordering ------------------------------------------------------------------------------------------------


def _known(table: Table, about: str | None = None) -> list[Kind]:
    desk = table.desk
    return kinds(desk.view(), [order.decision for order in desk.orders()], about)


def _kind(table: Table, text: str, usage: str) -> Kind:
    """The kind of order that is meant, of those that the seat's role has."""
    words = text.split()
    if not words:
        raise Wrong(f"say which order: {usage}; orders lists them")
    known = {kind.entry.kind: kind for kind in _known(table)}
    for most in range(len(words), 1, -1):
        name = writing.spelled(words[:most])
        if any(kind.startswith(name) for kind in known):
            break
    else:
        most, name = 1, writing.spelled(words[:1])
    found = known[meant(name, known, "order", "orders lists them")]
    if words[most:]:
        raise Wrong(f"'{clean(words[most])}' is no field=value; help {found.entry.kind} names the fields")
    return found


def _orders(table: Table, text: str) -> None:
    first, _, rest = text.partition(" ")
    everything = not rest and bool(text) and ALL.startswith(text.lower())
    about = rest.strip() if ABOUT.startswith(first.lower()) else "" if everything else text
    known = _known(table, about or None)
    if not known:
        raise Wrong(f"no order is about '{clean(about)}' now; inbox, council and forces name what there is")
    possible = [kind for kind in known if kind.reason is None]
    table.show(kind_paras(known if everything or about else possible))
    table.say("")
    if not everything and not about:
        table.say(f"{counted(len(known) - len(possible), 'order')} cannot be given now; orders all says why.")
    table.say("ways KIND lists the ways to give an order, help KIND explains it, order KIND gives it.")


def _ways(table: Table, text: str) -> None:
    kind = _kind(table, text, "ways KIND")
    if kind.reason is not None:
        raise Wrong(f"{kind.name} cannot be ordered now: {kind.reason}")
    table.listed = kind.ways
    table.show(_numbered(table, kind))


def _numbered(table: Table, kind: Kind) -> Iterator[Para]:
    yield heading(f"{kind.name.upper()}, {kind.price}, {counted(len(kind.ways), 'way')}")
    view = table.desk.view()
    for number, (way, asked) in enumerate(zip(kind.ways, kind.prices, strict=True), start=1):
        price = f"  {asked} PC" if asked else ""
        told = table.desk.words(way)
        yield say(("strong", f"{number}  "), told, ("warn", price), *against(view, way), hang=4)
    if kind.ways:
        other = "; order with field=value gives another" if whole_form(kind.cls) else ""
        yield say(f"stage N gives one as it stands{other}.")
    else:
        yield say(f"It fits at any time: order {kind.entry.kind} field=value; help {kind.entry.kind} names the fields.")


def _stage(table: Table, text: str) -> None:
    number, rationale = writing.because(text)
    if not table.listed:
        raise Wrong("ways KIND numbers the ways to give an order; then stage N gives one")
    _give(table, table.listed[_numbered_from(number, len(table.listed), "stage N")], rationale)


def _order(table: Table, text: str) -> None:
    order = writing.written(text)
    kind = _kind(table, order.kind, "order KIND field=value because REASON")
    if kind.reason is not None:
        raise Wrong(f"{kind.name} cannot be ordered now: {kind.reason}")
    _give(table, writing.decision(order, kind), order.rationale)


def _give(table: Table, decision: Decision, rationale: str | None) -> None:
    desk = table.desk
    asked = desk.price(decision)
    desk.stage(decision, rationale)
    staged = counted(len(desk.orders()), "order")
    price = f", for {asked} PC" if asked else ""
    table.say(f"Staged{price}: {desk.words(decision)}. The pad holds {staged}; end commits.")


def _undo(table: Table, text: str) -> None:
    staged = len(table.desk.orders())
    if not staged:
        raise Wrong("nothing is staged that could be undone")
    order = table.desk.undo(_numbered_from(text, staged, "undo N") if text else None)
    table.say(f"Taken back: {table.desk.words(order.decision)}.")


def _numbered_from(text: str, most: int, usage: str) -> int:
    """A number from 1 to `most` as an index."""
    if not text.isdecimal() or not 1 <= int(text) <= most:
        raise Wrong(f"'{clean(text)}' is no number from 1 to {most}; write {usage}")
    return int(text) - 1


# --- the clock -----------------------------------------------------------------------------------------------


def _end(table: Table, _: str) -> None:
    table.end_turn()


def _run(table: Table, _: str) -> None:
    if table.desk.hot_seat:
        raise Wrong("run is for one seat alone, and several are played here; write end")
    table.run_on()


def _quit(table: Table, _: str) -> None:
    table.open = False


# --- help ----------------------------------------------------------------------------------------------------


def _help(table: Table, text: str) -> None:
    if not text:
        table.show(_all_help())
        return
    known = {kind.entry.kind: kind for kind in _known(table)}
    where = "help lists the commands, orders the orders"
    name = meant(writing.spelled(text.split()), [*COMMANDS, *known], "command or order", where)
    table.show([_usage(COMMANDS[name])] if name in COMMANDS else _kind_help(known[name]))


def _usage(command: Command) -> Para:
    return say(("key", f"{command.name} {command.takes}".strip()), f": {command.about}.")


def _all_help() -> Iterator[Para]:
    yield heading("COMMANDS")
    yield from map(_usage, COMMANDS.values())
    yield blank()
    yield say(
        "Commands, orders and fields may be shortened while they stay clear; KIND is an order, as orders lists them."
    )


def _kind_help(kind: Kind) -> Iterator[Para]:
    yield from kind_page(kind)
    fields = whole_form(kind.cls)
    if fields:
        yield heading("FIELDS")
    for field in fields:
        about = f". {field.about}" if field.about else ""
        needed = ", needed" if field.required else ""
        yield say(("key", f"{field.name}"), f"{needed}: {asks(field) if is_share(field) else field.values()}{about}")
    yield say(f"order {kind.entry.kind}{' field=value ...' if fields else ''} because REASON")


COMMANDS = {
    command.name: command
    for command in (
        Command("status", "", "where the exercise stands, and how dangerous it looks", _reader(status.paras)),
        Command("brief", "", "the situation at STARTEX and what your government wants", _reader(brief_paras)),
        Command("report", "", "what the last turn brought", _reader(report_paras)),
        *(Command(tab.id, "", tab.about, _tab(tab)) for tab in TABS),
        Command("estimate", "", "when each force could be capable, if ordered now", _reader(_estimates)),
        Command(
            "orders",
            "[about NAME or all]",
            "what you can order, or could about one thing; all: also what cannot be, and why",
            _orders,
        ),
        Command("ways", "KIND", "the ways to give an order, with sensible values, numbered", _ways),
        Command("stage", "N [because REASON]", "give the Nth of the ways listed last", _stage),
        Command("order", "KIND [field=value ...] [because REASON]", "give an order", _order),
        Command("pad", "", "the orders that are staged, and what you can still spend", _pad),
        Command("undo", "[N]", "take back the Nth staged order, or the last", _undo),
        Command("end", "", "end the turn: what is staged is committed and the clock runs", _end),
        Command("run", "", "end turns until something needs you, and say what", _run),
        Command("help", "[COMMAND or KIND]", "these words, or all about an order and its fields", _help),
        Command("quit", "", "leave; everything is saved, staged orders too", _quit),
    )
}
