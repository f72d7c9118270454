"""Methods that work and competence that is asked for, as regions have told of them."""

from pages.example_reads import fetch_examples, fetch_needs, to_inside
from reports.content.asked import Asked
from reports.content.parts import see, to_table
from reports.document.blocks import Block, Paragraph, to_line
from ui import examples
from words import _, plural

MOST = 15


def to_blocks(asked: Asked) -> list[Block]:
    """The examples and the needs told by the report's day."""
    held = {"release": asked.release.number, "viewer": asked.viewer}
    found = to_inside(fetch_examples(asked.day, **held), asked.choice, asked.viewer)
    needs = to_inside(fetch_needs(asked.day, **held), asked.choice, asked.viewer)
    blocks: list[Block] = []
    if found.empty:
        none = _("Inga goda exempel är publicerade för området.")
        blocks.append(Paragraph(to_line(none)))
    else:
        columns = [_("Rubrik"), examples.field_name("metod"), examples.field_name("evidens")]
        shown = examples.to_table(found.head(MOST))[[*columns, _("Område"), _("Framgångsfaktor")]]
        rest = len(found) - len(shown)
        more = plural("{n} exempel till finns.", "{n} exempel till finns.", rest) if rest else ""
        caption = _("Goda exempel, {area}").format(area=asked.title)
        table = to_table(asked, "exempel", caption, shown, more, gap="–")
        blocks += [see(examples.to_sentence(found, len(found)), table), table]
    said = examples.to_needs_sentence(needs)
    if needs.empty:
        return [*blocks, Paragraph(to_line(said))]
    caption = _("Kompetensbehov, {area}").format(area=asked.title)
    frame = examples.to_needs(needs)
    table = to_table(asked, "kompetens", caption, frame, gap="–")
    return [*blocks, see(said, table), table]
