#!/bin/sh
# At the first start of the primary in a container: lets the followers follow, with a password.
set -eu
echo "host replication bob all scram-sha-256" >> "$PGDATA/pg_hba.conf"
