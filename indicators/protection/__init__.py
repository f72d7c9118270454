"""Protection of small counts: from raw innermost cells to what a reader may see. Pure."""
