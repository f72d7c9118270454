"""A check's remark says which cell of the file it is about."""

from reporting.checks import check
from reporting.reading import read_file
from reporting.remarks import Severity
from tests.reporting.contexts import make_context

HEAD = "Områdeskod;Aktör;Medlem eller adjungerad;Deltagit i;Hållna möten\r\n"


def test_a_remark_of_the_checks_names_the_column_of_the_field():
    context = make_context()
    area = next(code for code, one in context.areas.items() if one.level == "lpo")
    actor = context.register.of("aktor", context.period.last)[0].name
    data = (HEAD + f"{area};{actor};medlem;9;4\r\n").encode()
    found = read_file(data, lambda _: context, context.period)
    wrong = [one for one in check(found.units, context) if one.severity is Severity.ERROR]
    assert [(one.code, one.place.row, one.column) for one in wrong] == [
        ("attended-above-held", 2, "D")
    ]
