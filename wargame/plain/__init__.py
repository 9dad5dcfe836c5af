"""Playing in plain lines, for screen readers and for scripts: commands come in, lines go out, nothing is drawn."""
