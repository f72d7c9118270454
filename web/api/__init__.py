"""Open data: figures of releases, areas and stages for programs, read only."""
