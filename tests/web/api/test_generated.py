"""The API asked all that its own document allows, by schemathesis: it keeps to what it says."""

import json
from datetime import timedelta
from types import SimpleNamespace

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given
from hypothesis import settings as hypothesis_settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)
from starlette.applications import Starlette

import clock
import settings
from data_access import api_admission, connect
from data_access.api_tokens import create_api_token
from data_access.raw.store import to_raw_address
from tests.data_access.released_years import SPLIT, WHOLE, add_years
from tests.viewers import ADMIN
from tests.web.api.conftest import forget
from tests.web.api.test_access import INSIDE, to_codes
from tests.web.data_folder import copy_to
from tests.web.guarded import SIGN_IN
from web.api.endpoints import to_endpoints
from web.api.openapi import to_openapi
from web.api.places import to_known
from web.readiness import Readiness
from web.routes import to_routes

CHECKS = (
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
    response_headers_conformance,
)
EXAMPLES = 5  # of each address
OUTSIDE = to_known().keys() - INSIDE
LETTERS = {code for code in OUTSIDE if not code.isdecimal()}


@pytest.fixture(scope="module")
def app(tmp_path_factory):
    """The app's own routes on data of the file's own, with sign-in set up and nothing open."""
    folder = copy_to(tmp_path_factory.mktemp("generated"), add_years)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BOB_DATA_DIR", str(folder))
        patch.delenv("BOB_DATABASE_URL", raising=False)
        patch.setenv("BOB_EXAMPLE_DATA", "true")
        patch.setenv("BOB_API_CALLS_PER_MINUTE", "1000000")
        for name, value in SIGN_IN.items():
            patch.setenv(f"BOB_{name.upper()}", value)
        settings.load.cache_clear()
        forget()
        yield Starlette(routes=to_routes(folder, Readiness(lambda: None)))
        address = connect.current_address()
        connect.dispose(address)
        connect.dispose(to_raw_address(address))
    settings.load.cache_clear()
    forget()


@pytest.fixture(scope="module")
def document(app):
    """The document as schemathesis reads it."""
    found = schemathesis.openapi.from_dict(to_openapi("http://localhost"))
    found.app = app
    return found


@pytest.fixture(scope="module")
def likely(app):
    """The same, with codes and periods that there are, so that more of it is answered."""
    told = to_openapi("http://localhost")
    for path in told["paths"].values():
        for parameter in path["get"]["parameters"]:
            known = KNOWN.get(parameter["name"])
            if known and parameter["schema"]["type"] == "array":
                parameter["schema"] = parameter["schema"] | {
                    "items": {"enum": known},
                    "maxItems": 3,
                }
            elif known:
                parameter["schema"] = {"type": "string", "enum": known}
    found = schemathesis.openapi.from_dict(told)
    found.app = app
    return found


@pytest.fixture(scope="module")
def north(app):
    """The header of a key to pr-nord."""
    api_admission.forget_remembered()
    last = clock.today() + timedelta(days=30)
    return f"Bearer {create_api_token('Nord', ['pr-nord'], ['*@*'], last, viewer=ADMIN)}"


KNOWN = {
    "utgava": ["1", "latest"],
    "indikator": [SPLIT, WHOLE],
    "omrade": ["lpo-umea", "lpo-malmo-norr"],
    "niva": ["lpo", "riket"],
    "fran": ["2024", "2025K1"],
    "till": ["2026K3", "2026"],
    "period": ["2024K2", "2026K3"],
    "dag": ["2024-12-31", "2026-11-01"],
    "limit": ["7", "1000"],
    "offset": ["0", "5"],
}
PATHS = [one.path for one in to_endpoints()]
BY_PATH = {one.path: one for one in to_endpoints()}
MODES = [GenerationMode.POSITIVE, GenerationMode.NEGATIVE]
QUICK = hypothesis_settings(
    max_examples=EXAMPLES,
    derandomize=True,
    deadline=None,
    database=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def ask_all(document, path, mode, judge, most=EXAMPLES, **call):
    """Make calls of the address, such as its document allows or (NEGATIVE) does not, and judge each
    answer; how many there were."""
    cases = document[path]["GET"].as_strategy(generation_mode=mode)
    answers = []

    @hypothesis_settings(QUICK, max_examples=most)
    @given(case=cases)
    def run(case):
        answer = case.call_and_validate(checks=CHECKS, **call)
        answers.append(answer.status_code)
        judge(answer)

    try:
        run()
    except Unsatisfiable:  # an address that takes nothing has no wrong way to be asked
        assert mode is GenerationMode.NEGATIVE
    return answers


@pytest.mark.parametrize("mode", MODES, ids=["allowed", "not-allowed"])
@pytest.mark.parametrize("path", PATHS)
def test_without_a_key_nothing_is_told(document, path, mode):
    def judge(answer):
        assert answer.status_code >= 400
        assert answer.headers["content-type"] == ["application/problem+json"]

    ask_all(document, path, mode, judge)


@pytest.mark.parametrize("mode", MODES, ids=["allowed", "not-allowed"])
@pytest.mark.parametrize("path", PATHS)
def test_a_key_to_a_region_is_told_of_it_alone(document, north, path, mode):
    def judge(answer):
        assert answer.status_code != 401
        check_inside(answer)

    ask_all(document, path, mode, judge, headers={"Authorization": north})


@pytest.mark.parametrize("path", PATHS)
def test_a_key_is_told_of_its_region_alone_in_what_is_answered(likely, north, path):
    headers = {"Authorization": north}
    answers = ask_all(likely, path, GenerationMode.POSITIVE, check_inside, 20, headers=headers)
    assert 200 in answers
    takes_areas = "omrade" in {one.name for one in BY_PATH[path].query}
    assert takes_areas is (403 in answers)


def check_inside(answer):
    """No code of an area outside the region stands anywhere in the answer."""
    if answer.status_code != 200:
        return
    kind = answer.headers["content-type"][0].partition(";")[0]
    text = answer.content.decode("utf-8", errors="replace")
    if kind in ("application/json", "application/geo+json"):
        found = to_codes(json.loads(text)) & (OUTSIDE - {"se"})
        assert not found, found
    else:  # numbers there may be anything; the names of the police's areas are their own
        assert not [code for code in LETTERS - {"se"} if f"{code}," in text or f'"{code}"' in text]


def test_the_check_itself_finds_a_code(app):
    told = SimpleNamespace(status_code=200, headers={"content-type": ["application/json"]})
    for content in (b'{"a": [{"kod": "pr-syd"}]}', b'{"lpo-malmo-norr": 1}'):
        with pytest.raises(AssertionError):
            check_inside(SimpleNamespace(**vars(told), content=content))
