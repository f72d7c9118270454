"""The only place that asks the database: schema, scope, reads, and append-only writes."""
