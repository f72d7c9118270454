"""Which differences are more than chance: between areas, over time, between two figures."""
