"""Roles of a PostgreSQL server that readers' questions are asked as."""

from itertools import count

from sqlalchemy import make_url

_numbers = count(1)


def add_role(server, more=""):
    """A new role that may sign in; its name."""
    name = f"lasare{next(_numbers)}"
    server.tell(f"CREATE ROLE {name} LOGIN {more}")
    return name


def as_role(address, role):
    """The address of the same database as the role."""
    url = make_url(address).set(username=role)
    return url.render_as_string(hide_password=False)
