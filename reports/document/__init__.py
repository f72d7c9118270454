"""A document as blocks, and the files that are made of them. Pure: blocks in, bytes out."""
