"""The country's division over time: areas, their population and their boundaries."""
