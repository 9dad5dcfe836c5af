"""The terminal: screens that people play, watch and control an exercise on. The only home of textual."""
