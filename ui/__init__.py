"""What pages share: filter bar, map, charts, tables, words."""
