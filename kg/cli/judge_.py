"""`kg judge`."""

import click

from kg.cli._common import open_store


@click.command("judge")
@click.argument("decision", type=click.Choice(["same", "different", "part-of", "not-part-of", "grade"]))
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@click.option("--by", default="someone", show_default=True, metavar="WHO", help="Who judges.")
@click.option("--reason", default="", metavar="WORDS", help="Why.")
@click.pass_context
def command(ctx: click.Context, decision: str, left: str, right: str, by: str, reason: str) -> None:
    """Record that A and B (ids, IRIs, names) are the same or different, or A (no) part of B; it outranks rules.

    `grade` records what you think of the source A: B is a grade such as B2, from A to F for the source, from 1 to 6 for
    what it tells. It is shown beside verdicts and changes none.
    """
    from kg.grading import GRADED, grade  # noqa: PLC0415
    from kg.iris import compact  # noqa: PLC0415
    from kg.judging import JUDGED, judge  # noqa: PLC0415
    from kg.model import Decision, Iri  # noqa: PLC0415
    from kg.query.lookup import find, named  # noqa: PLC0415

    with open_store(ctx) as store:
        if decision == "grade":
            source = Iri(find(store, left, GRADED).value)
            click.echo(compact(grade(store, source, right, by, reason), store.base))
            return
        sides = [named(store, words, JUDGED) for words in (left, right)]
        made = judge(store, sides[0], sides[1], Decision(decision.replace("-", " ")), by, reason)
        click.echo(compact(made.id, store.base))
    if made.known:
        click.echo("it was judged so before", err=True)
