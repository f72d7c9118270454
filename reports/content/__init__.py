"""What the report to the government says, chapter by chapter, as blocks of a document.

Everything is asked for the period's last day as it was known when the release was made, so that the
same choice of the same release says the same whenever it is asked for.
"""
