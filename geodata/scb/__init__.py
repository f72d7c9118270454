"""SCB's table of population by region, age and sex, as its database exports it."""
