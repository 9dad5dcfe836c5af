"""The map of the theatre: real coasts, and on them what one seat knows.

`widget.TheatreMap` is what screens use. `picture` collects what a scene shows, `charts` and `ground` draw coast, lakes
and borders, `drawing` puts both together as text; none of these needs a screen. numpy is slow to import: that happens
when the first map is drawn.
"""
