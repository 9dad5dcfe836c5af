"""One order as a form: every value can be changed, a reason given; it says at once whether the order could be given."""

from collections.abc import Iterator, Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widgets import Input, Static

from wargame.desk.desk import Desk
from wargame.desk.form import Form, Unfinished, asks
from wargame.desk.lines import Para, Part, blank, say
from wargame.desk.offers import Offer, prefill, tried, value_parts
from wargame.desk.orders import Kind, kind_page
from wargame.model.decisions import Decision
from wargame.session.refusal import Refused
from wargame.tui.listing import Listing
from wargame.tui.screens.page import SHORT, Page
from wargame.tui.screens.pick import Pick

NOTHING_YET = {"event": "The model has made no ruling yet that could be overruled; a training objective can be rated."}
"""By field for which nothing can be chosen nor typed: why."""
WHY = "why"
"""The field for the rationale, which no decision has."""


class FormScreen(Page):
    """Fill in and stage."""

    ABOUT = (
        "Enter on a field changes it: from a list where there is one, else by typing. The line at the bottom says "
        "whether the order can be given so. s stages it. The reason is optional; the after-action review shows it."
    )
    BINDINGS: ClassVar[list[BindingType]] = [Binding("s", "stage", "Stage order")]

    def __init__(self, desk: Desk, kind: Kind, way: Decision | None, values: Mapping[str, str] | None = None) -> None:
        super().__init__(f"Order: {kind.name}")
        self.desk = desk
        self.kind = kind
        self.sheet = Form.blank(kind.cls)
        if way is not None:
            self.sheet.fill(way)
        else:
            prefill(desk.view(), self.sheet)
            self.sheet.values.update(values or {})
        self.why = ""
        self.editing = ""

    def body(self) -> ComposeResult:
        with Container(classes="pair"):
            yield Listing(id="form", classes="first")
            yield Listing(kind_page(self.kind), id="page", classes="second")
        yield Static("", id="prompt", markup=False)
        entry = Input(id="entry")
        entry.display = False
        yield entry

    def on_mount(self) -> None:
        self.redraw()
        listing = self.query_one("#form", Listing)
        missing = self.sheet.missing()
        listing.point_at(("do", "stage") if missing is None else ("field", missing))
        listing.focus()

    def redraw(self) -> None:
        self.query_one("#form", Listing).show(self._lines())
        self.query_one("#prompt", Static).update(self.verdict())

    def verdict(self) -> str:
        """Whether the order could be given as it stands, and what it would be."""
        try:
            decision = self.sheet.build()
        except Unfinished as error:
            return f"Not yet: {error}"
        reason = self.desk.why_not(decision)
        if reason is not None:
            return f"Not possible: {reason}"
        price = self.desk.price(decision)
        return f"Possible, {f'for {price} PC' if price else 'free'}: {self.desk.words(decision)}"

    def _lines(self) -> Iterator[Para]:
        yield blank()
        for field in self.sheet.shown():
            value = self.sheet.values.get(field.name, "")
            empty: Part = ("dim", "needed" if self.sheet.needs(field.name) else "left out")
            shown = value_parts(self.desk.view(), self.sheet, field.name, value) if value else (empty,)
            yield say(("key", f"{self.sheet.label(field.name)}: "), *shown, key=("field", field.name), hang=4)
            if field.about:
                yield say(("dim", field.about.replace("`", "")), indent=4)
        if not any(field.name == "reason" for field in self.sheet.fields):  # some orders have a reason of their own
            given: Part = ("strong", self.why) if self.why else ("dim", "none given")
            yield say(("key", "reason: "), given, key=("field", WHY), hang=4)
        yield blank()
        yield say(("strong", "s  Stage this order"), key=("do", "stage"))

    # --- changing a value ------------------------------------------------------------------------------------

    def on_listing_chosen(self, event: Listing.Chosen) -> None:
        if event.key[0] == "do":
            self.action_stage()
            return
        self.editing = str(event.key[1])
        if self.editing == WHY:
            self._type()
            return
        staged = [order.decision for order in self.desk.orders()]
        found, more = tried(self.desk.view(), staged, self.sheet, self.editing, self.kind.ways)
        if not found and self.editing in NOTHING_YET and self.kind.entry.kind == "override_adjudication":
            self.notify(NOTHING_YET[self.editing], markup=False)
            return
        if not found:
            self._type()
            return
        asked = self.sheet.field(self.editing)
        self.app.push_screen(
            Pick(
                self.sheet.label(self.editing),
                [each.value for each in found],
                lambda value: self._offer_parts(next(each for each in found if each.value == value)),
                other=not asked.choices,
                optional=self.sheet.can_be_left_out(self.editing),
                chosen=self.sheet.several(self.editing) if asked.many else None,
                left_out=more,
            ),
            self._picked,
        )

    def _offer_parts(self, offer: Offer) -> tuple[Part, ...]:
        """A value in words, and why it cannot be taken now."""
        told = value_parts(self.desk.view(), self.sheet, self.editing, offer.value)
        if offer.reason is None:
            return told
        return (("dim", "".join(text for _, text in told)), ("dim", f"  not now: {offer.reason}"))

    def _picked(self, value: str | None) -> None:
        if value is None:
            return
        if value.startswith(Pick.OTHER):
            self._type(value.removeprefix(Pick.OTHER))
        else:
            self._take(value)

    def _take(self, value: str) -> None:
        """Put a value into the field that is being changed."""
        self.sheet.put(self.editing, value)
        self.sheet.settle(self.editing)
        self._show_changed()

    def _type(self, begun: str = "") -> None:
        """Let a value be typed, which may have been begun already."""
        entry = self.query_one("#entry", Input)
        before = self.why if self.editing == WHY else self.sheet.values.get(self.editing, "")
        entry.value = begun or before
        asked = next((field for field in self.sheet.fields if field.name == self.editing), None)
        entry.placeholder = "why, for the after-action review" if asked is None else asks(asked) or "a name"
        entry.select_on_focus = not begun  # else the next letter would take the place of the first
        entry.cursor_position = len(entry.value)
        entry.display = True
        entry.focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.input.id == "entry":
            event.stop()
            self._put(event.value)
        else:
            super().on_input_submitted(event)

    def _put(self, value: str) -> None:
        if self.editing == WHY:
            self.why = value.strip()
            self._show_changed()
        else:
            self._take(value)

    def _show_changed(self) -> None:
        self._close_entry()
        self.redraw()

    def _close_entry(self) -> None:
        self.query_one("#entry").display = False
        self.query_one("#form").focus()

    def leave(self) -> None:
        if self.query_one("#entry").display:
            self._close_entry()
        else:
            self.dismiss()

    # --- staging ---------------------------------------------------------------------------------------------

    def action_stage(self) -> None:
        try:
            decision = self.sheet.build()
            self.desk.stage(decision, self.why)
        except (Unfinished, Refused) as error:
            self.notify(str(error), severity="warning", markup=False)
            return
        self.notify(f"Staged: {self.desk.words(decision)}", timeout=SHORT, markup=False)
        self.dismiss(True)
