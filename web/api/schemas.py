"""JSON schemas of the answers, for the OpenAPI document."""

from typing import Any

Schema = dict[str, Any]

_TEXT: Schema = {"type": "string"}
_WHOLE: Schema = {"type": "integer"}
_TRUTH: Schema = {"type": "boolean"}
_DAY: Schema = {"type": "string", "format": "date"}
_MOMENT: Schema = {"type": "string", "format": "date-time"}


def _or_null(schema: Schema) -> Schema:
    return schema | {"type": [schema["type"], "null"]}


def _of(**properties: Schema) -> Schema:
    """An object that has all of these and may have more."""
    return {"type": "object", "required": list(properties), "properties": properties}


def _list(items: Schema) -> Schema:
    return {"type": "array", "items": items}


_NUMBER_OR_NULL: Schema = {"type": ["number", "null"]}
JSONSTAT = _of(
    version={"const": "2.0"},
    **{"class": {"const": "dataset"}},
    label=_TEXT,
    source=_TEXT,
    updated=_MOMENT,
    note=_list(_TEXT),
    id=_list(_TEXT),
    size=_list(_WHOLE),
    role={"type": "object"},
    dimension={"type": "object"},
    value=_list(_NUMBER_OR_NULL),
    status={"type": "object", "additionalProperties": _TEXT},
    extension=_of(release=_WHOLE, indicator=_TEXT, level=_TEXT, example=_TRUTH),
)
INDICATORS = _of(
    exempeldata=_TRUTH,
    indikatorer=_list(
        _of(
            kod=_TEXT,
            lista=_TEXT,
            namn=_TEXT,
            definition=_TEXT,
            enhet=_TEXT,
            kalla=_TEXT,
            rakneregel=_TEXT,
            riktning=_TEXT,
            uppdelning=_TEXT,
            giltig_fran=_DAY,
            giltig_till=_or_null(_DAY),
            version=_WHOLE,
            adress=_TEXT,
        )
    ),
)
RELEASE = _of(
    nummer=_WHOLE,
    gjord=_MOMENT,
    metod=_TEXT,
    bas=_WHOLE,
    skydd=_TEXT,
    tal=_WHOLE,
    kvalitet=_list({"type": "object"}),
    anteckning=_TEXT,
    exempeldata=_TRUTH,
    adress=_TEXT,
)
RELEASES = _of(exempeldata=_TRUTH, utgavor=_list(RELEASE))
GEOJSON = _of(
    type={"const": "FeatureCollection"},
    dag=_DAY,
    exempeldata=_TRUTH,
    antal=_WHOLE,
    features=_list(
        _of(
            type={"const": "Feature"},
            id=_TEXT,
            properties=_of(kod=_TEXT),
            geometry={"type": ["object", "null"]},
        )
    ),
)
STAGES = _of(
    dag=_DAY,
    niva=_TEXT,
    antal=_WHOLE,
    exempeldata=_TRUTH,
    rader=_list(
        _of(
            omrade=_TEXT,
            omradesnamn=_TEXT,
            niva=_TEXT,
            dag=_DAY,
            steg=_or_null(_TEXT),
            stegnamn=_or_null(_TEXT),
            definition=_or_null(_TEXT),
            status={"type": "string", "enum": ["ok", "saknas"]},
            sedan=_or_null(_DAY),
            etablerat_sedan=_or_null(_DAY),
            delvis=_TRUTH,
            rad=_or_null(_TEXT),
            skal=_or_null(_TEXT),
            kalla=_TEXT,
            exempeldata=_TRUTH,
        )
    ),
)
STAGES_OR_GEOJSON: Schema = {"json": STAGES, "geojson": GEOJSON}
PROBLEM = _of(type=_TEXT, title=_TEXT, status=_WHOLE) | {
    "properties": {"type": _TEXT, "title": _TEXT, "status": _WHOLE, "detail": _TEXT}
}
