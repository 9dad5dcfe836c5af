"""`python -m benchmarks`: measure, compare, keep."""

import argparse
import json
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks import growth, processes, profiling, results, screens, sessions, storage
from benchmarks.timing import Figure


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure how fast the program is.")
    parser.add_argument("--quick", action="store_true", help="few rounds, and no entry in history.jsonl")
    parser.add_argument("--keep", action="store_true", help="make this run the baseline that all compare with")
    parser.add_argument("--json", action="store_true", help="print figures for programs")
    parser.add_argument("--profile", action="store_true", help="instead write where time goes to profile.txt")
    return parser.parse_args()


def measure(quick: bool) -> dict[str, list[Figure]]:
    """Everything, by what it is about."""
    rounds = 2 if quick else 15
    with TemporaryDirectory() as folder:
        return {
            "A session in memory": sessions.measure(rounds, 1 if quick else 5),
            "Growth with the alliance": growth.measure(1 if quick else 3),
            "Whole processes": processes.measure(rounds, Path(folder)),
            "Files": storage.measure(rounds, Path(folder)),
            "Screens in a real terminal": screens.measure(rounds, Path(folder)),
        }


def main() -> None:
    asked = arguments()
    if asked.profile:
        profiling.FILE.write_text(profiling.profile(), encoding="utf-8")
        return
    groups = measure(asked.quick)
    figures = [figure for group in groups.values() for figure in group]
    run = results.as_plain(figures)
    kept, before = results.baseline(), results.last()
    if asked.json:
        print(json.dumps(run, indent=2))
    else:
        print(", ".join(f"{name} {fact}" for name, fact in results.machine().items()))
        for title, group in groups.items():
            print(f"\n{title}\n{results.table(group, kept, before)}")
        other = results.differs(kept)
        print(f"\nThe baseline is of another machine ({other}): compare ratios (x) only." if other else "")
    if asked.keep:
        results.keep(run)
    if not asked.quick:
        results.remember(run)


if __name__ == "__main__":
    main()
