"""`python -m wargame`, and the command `wargame`."""

from wargame.cli.main import main

if __name__ == "__main__":
    main()
