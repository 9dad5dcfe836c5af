"""Tab 5: indications and warning: the hypotheses, and what speaks for and against each."""

from collections.abc import Iterator

from wargame.desk.lines import Para
from wargame.desk.panels.told import section
from wargame.replay.summary_estimates import estimate_lines, estimates
from wargame.replay.summary_indicators import matrix, matrix_lines
from wargame.replay.summary_reports import contact_lines, report_lines, reports
from wargame.replay.watch import Scene


def paras(scene: Scene) -> Iterator[Para]:
    """The estimate, the matrix, reports and contacts."""
    yield from section("ESTIMATE", estimate_lines(scene, estimates(scene)))
    yield from section("INDICATORS", matrix_lines(scene, matrix(scene)))
    on_file = reports(scene)
    yield from section("REPORTS", report_lines(scene, on_file))
    yield from section("CONTACTS", contact_lines(scene, on_file))
