"""How long the fuzz goes on: `--hypothesis-profile=long` for thousands of files."""

from hypothesis import HealthCheck, settings

settings.register_profile(
    "long",
    max_examples=4_000,
    deadline=None,
    derandomize=False,
    suppress_health_check=list(HealthCheck),
)
