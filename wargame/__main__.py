"""`python -m wargame`, and the command `wargame`."""

import gc
import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line. Ctrl-C may come while its libraries are still being loaded.

    Without looking for garbage in circles, of which a short command makes next to none, it starts a twentieth faster;
    what runs long (screens, servers, batches) turns that on again.
    """
    gc.disable()
    try:
        from wargame.cli.main import main as command_line
    except KeyboardInterrupt:
        sys.exit(130)
    command_line()


if __name__ == "__main__":
    main()
