"""What a page says where the store of what is reported has been lost, and that it is as before when
that is put back."""

from pathlib import Path

from data_access import connect
from data_access.prepare import forget_prepared
from data_access.raw.store import to_raw_address
from tests.data_access.reports import MEASURES, NATIONAL, sent
from tests.pages.conftest import show

LOST = "Det som har rapporterats hittas inte."


def test_reports_that_are_lost_stop_every_page_until_they_are_put_back(example_data_of_own):
    sent({MEASURES: ()}, NATIONAL)
    before = [one.value for one in show("tackning").markdown]
    address = to_raw_address()
    file = Path(address.removeprefix("sqlite:///"))
    connect.dispose(address)
    kept = file.rename(file.with_suffix(".kept"))
    forget_prepared()
    for name in ("tackning", "rapportera"):
        page = show(name, roll="nationell-samordnare")
        assert [LOST in one.value for one in page.error] == [True]
        assert not page.exception and not page.markdown[1:]
    connect.dispose(address)
    kept.replace(file)
    forget_prepared()
    after = show("tackning")
    assert [one.value for one in after.markdown] == before
    assert not after.error
