"""What leaves the house: documents, tables and open formats, made from one release."""
