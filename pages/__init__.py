"""The frame (main.py) and one thin script a page."""
