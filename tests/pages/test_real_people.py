"""A demonstration that runs when somebody is let in shows nothing from the next second on."""

import time

from data_access import kind
from data_access.people import set_access
from data_access.viewer import Role
from tests.pages.conftest import show
from tests.viewers import ADMIN, COUNTRY


def test_a_demonstration_notices_real_people_in_a_second(example_data_of_own):
    app = show("anvandare", roll="administrator")
    assert not app.exception
    assert not app.error
    set_access("https://idp", "anna", Role.LASARE, COUNTRY, (), viewer=ADMIN)
    time.sleep(kind.SECONDS)
    app.run()
    assert any("visas inte" in error.value for error in app.error)
    assert not app.dataframe
