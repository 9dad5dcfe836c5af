"""The command line: parse, call, print. The only home of typer."""
