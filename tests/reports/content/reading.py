"""What tests look for in a report's blocks."""

from reports.document.blocks import Block, Bullets, Chart, Heading, Picture, Ref, Table


def lines(blocks):
    """Every line of text."""
    for one in blocks:
        if isinstance(one, Bullets):
            yield from one.lines
        elif hasattr(one, "line"):
            yield one.line


def text(blocks):
    """All running text and headings, without references."""
    headings = [one.text for one in blocks if isinstance(one, Heading)]
    return "\n".join([*headings, *map(_plain, lines(blocks))])


def _plain(line):
    return "".join(part for part in line if not isinstance(part, Ref))


def refs(blocks):
    """Keys that the text refers to."""
    return [part for line in lines(blocks) for part in line if isinstance(part, Ref)]


def tables(blocks):
    """Key → table."""
    return {one.key: one for one in blocks if isinstance(one, Table)}


def pictures(blocks: "list[Block]"):
    """Key → picture."""
    return {one.key: one for one in blocks if isinstance(one, Picture | Chart)}


def rows(table):
    """A dict a row."""
    return table.frame.to_dict("records")
