"""Viewers that many tests ask as."""

from data_access.viewer import Role, Viewer

COUNTRY = frozenset({"se"})
READER = Viewer(Role.LASARE, COUNTRY)
WRITER = Viewer(Role.NATIONELL, COUNTRY, COUNTRY, subject="test")
ADMIN = Viewer(Role.ADMIN, frozenset(), subject="forvaltare")
PLAYER = Viewer(Role.NATIONELL, COUNTRY, COUNTRY, subject="demonstration-test", example=True)
