"""One person: her pseudonym, and the newest row of what she may do."""

import secrets
from collections.abc import Collection
from datetime import date

from sqlalchemy import ColumnElement, Connection, Table, func, insert, not_, select, true

import settings
from data_access.access import Access, BadAccess, UnknownPerson, to_access
from data_access.connect import engine, reading, writing
from data_access.schema import AREA, PERSON, USER_ACCESS
from data_access.viewer import DEMONSTRATION_PREFIX


def find_person(connection: Connection, issuer: str, subject: str) -> str:
    """The person's pseudonym. Raises UnknownPerson."""
    same = (PERSON.c.issuer == issuer) & (PERSON.c.subject == subject)
    found = connection.scalar(select(PERSON.c.id).where(same))
    if found is None:
        raise UnknownPerson
    return str(found)


def ensure_person(issuer: str, subject: str) -> str:
    """The person's pseudonym, drawn at random the first time. Raises BadAccess when issuer or
    subject is empty, too long or not plain text, DatabaseUnavailable."""
    check_identity(issuer, subject)
    try:
        with reading(engine()) as connection:
            return find_person(connection, issuer, subject)
    except UnknownPerson:
        with writing() as connection:
            return add_person(connection, issuer, subject)


def read_access(person: str) -> Access | None:
    """The person's newest row, None when she has none. Not kept, so that a block holds at once.
    Raises DatabaseUnavailable."""
    with reading(engine()) as connection:
        return read_newest(connection, person)


def unknown_codes(connection: Connection, codes: Collection[str], on: date) -> set[str]:
    """Those of the codes that no area has had by the day; one that has ceased is known."""
    known = select(AREA.c.code).where(AREA.c.code.in_(codes), AREA.c.valid_from <= on)
    return set(codes) - set(connection.scalars(known))


def check_identity(issuer: str, subject: str) -> None:
    """Raises BadAccess when issuer or subject can't be stored as it is."""
    for name, text, most in (("issuer", issuer, 500), ("subject", subject, 255)):
        if not text.strip() or len(text) > most or not text.isprintable():
            raise BadAccess(f"{name}-malformed")


def add_person(connection: Connection, issuer: str, subject: str) -> str:
    """As `ensure_person`, within `writing`: nobody else adds the same person meanwhile."""
    try:
        return find_person(connection, issuer, subject)
    except UnknownPerson:
        person = secrets.token_hex(16)
        row = {"id": person, "issuer": issuer, "subject": subject}
        connection.execute(insert(PERSON).values(row))
        return person


def counts(table: Table = USER_ACCESS) -> ColumnElement[bool]:
    """With sign-in, which rows of it hold: anybody may play administratör in a demonstration."""
    if not settings.load().signs_in:
        return true()
    return not_(table.c.recorded_by.startswith(DEMONSTRATION_PREFIX))


def read_newest(connection: Connection, person: str) -> Access | None:
    """As `read_access`, within a transaction."""
    newest = select(func.max(USER_ACCESS.c.id)).where(USER_ACCESS.c.person == person, counts())
    found = select(USER_ACCESS).where(USER_ACCESS.c.id == newest.scalar_subquery())
    row = connection.execute(found).first()
    return None if row is None else to_access(row)
