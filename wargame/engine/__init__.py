"""The simulation: the only home of SimPy. A process a file; they speak to each other through events."""
