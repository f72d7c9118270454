"""The API as an OpenAPI 3.1 document, made from the table of its addresses."""

from typing import Any

from web.api.asked import BASE
from web.api.endpoint import Endpoint
from web.api.endpoints import to_endpoints
from web.api.forms import JSON, to_json
from web.api.kept import Made
from web.api.negotiate import Format
from web.api.parameters import Parameter
from web.api.problems import TYPE, to_kinds
from web.api.schemas import PROBLEM
from words import _

VERSION = "1.0.0"


def to_document(root: str) -> Made:
    """The document, as bytes."""
    return Made(to_json(to_openapi(root)), JSON.media_type)


def to_openapi(root: str) -> dict[str, Any]:
    """The document."""
    return {
        "openapi": "3.1.0",
        "info": {
            "title": _("Lägesbild bob: öppna data"),
            "version": VERSION,
            "description": _(
                "Bara läsning. Kakor används aldrig och CORS-huvuden skickas inte: anropa från en "
                "server, inte från en annan webbplats."
            ),
        },
        "servers": [{"url": f"{root}{BASE}"}],
        "security": [{}, {"nyckel": []}],
        "paths": {one.path: {"get": _to_operation(one)} for one in to_endpoints()},
        "components": {
            "schemas": {"Problem": PROBLEM},
            "securitySchemes": {"nyckel": {"type": "http", "scheme": "bearer"}},
        },
    }


def _to_operation(one: Endpoint) -> dict[str, Any]:
    parameters = [_to_parameter(place, "path") for place in one.places]
    parameters += [_to_parameter(query, "query") for query in one.all_query]
    answers: dict[str, Any] = {
        "200": {
            "description": one.summary,
            "content": {form.media_type: _to_content(one, form) for form in one.formats},
        },
        "304": {"description": _("Oförändrat sedan den hämtades")},
    }
    return {
        "operationId": one.name,
        "summary": one.summary,
        "description": one.told,
        "parameters": parameters,
        "responses": answers | _to_problems(),
    }


def _to_parameter(one: Parameter, place: str) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": one.name,
        "in": place,
        "description": one.told,
        "required": place == "path",
        "schema": dict(one.schema),
    }
    return told | dict(one.more)


def _to_content(one: Endpoint, form: Format) -> dict[str, Any]:
    if form.is_binary:
        return {}
    if not form.plain_type.endswith("json"):
        return {"schema": {"type": "string"}}
    own = one.schema.get(form.name, one.schema)
    return {"schema": own}


def _to_problems() -> dict[str, Any]:
    """Status → what its problems are called."""
    told: dict[int, list[str]] = {}
    for name, kind in to_kinds().items():
        told.setdefault(kind.status, []).append(f"{name}: {kind.title}")
    content = {TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    return {
        str(status): {"description": "; ".join(names), "content": content}
        for status, names in told.items()
    }
