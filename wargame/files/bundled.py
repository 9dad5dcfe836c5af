"""Where the files that come with the program lie: in the package when it is installed, else in the checkout."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent
DOCTRINE = PACKAGE / "data" / "doctrine.yaml"


def scenario_folder() -> Path:
    """The folder of bundled scenarios."""
    installed = PACKAGE / "scenarios"
    return installed if installed.is_dir() else PACKAGE.parent / "scenarios"


def bundled_scenarios() -> dict[str, Path]:
    """Bundled scenarios by the name that commands know them by."""
    return {path.stem: path for path in sorted(scenario_folder().glob("*.yaml"))}


def sample_folder() -> Path | None:
    """The folder of sample replays; None where they have been taken away."""
    installed = PACKAGE / "samples"
    folder = installed if (PACKAGE / "scenarios").is_dir() else PACKAGE.parent / "replays"
    return folder if folder.is_dir() else None
