"""What is reported, and how it is read, checked and compared. Pure: no database, no screen."""
