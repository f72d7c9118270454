"""The store of what is reported, unprotected: a database of its own that no reader's path opens.
On SQLite a file of its own, on PostgreSQL a schema of its own (or another server)."""
