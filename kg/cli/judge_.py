"""`kg judge`."""

import click

from kg.cli._common import open_store

DECISIONS = (
    "same", "different", "part-of", "not-part-of", "member-of", "not-member-of", "opposed-to", "not-opposed-to", "grade"
)  # fmt: skip


@click.command("judge")
@click.argument("decision", type=click.Choice(DECISIONS))
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@click.option("--by", default="someone", show_default=True, metavar="WHO", help="Who judges.")
@click.option("--reason", default="", metavar="WORDS", help="Why.")
@click.pass_context
def command(ctx: click.Context, decision: str, left: str, right: str, by: str, reason: str) -> None:
    """Record that A and B (ids, IRIs, names) are the same or different, or A (no) part of B; it outranks rules.

    A may also be a member of the party B, and one party opposed to another, or not.

    `grade` records what you think of the source A: B is a grade such as B2, from A to F for the source, from 1 to 6 for
    what it tells. It is shown beside verdicts and changes none.
    """
    from kg.grading import GRADED, grade  # noqa: PLC0415
    from kg.iris import compact  # noqa: PLC0415
    from kg.judging import judge, kinds_of  # noqa: PLC0415
    from kg.model import Decision, Iri  # noqa: PLC0415
    from kg.query.lookup import find, named  # noqa: PLC0415

    with open_store(ctx) as store:
        if decision == "grade":
            source = Iri(find(store, left, GRADED).value)
            click.echo(compact(grade(store, source, right, by, reason), store.base))
            return
        decided = Decision(decision.replace("-", " "))
        sides = [named(store, words, kinds) for words, kinds in zip((left, right), kinds_of(decided), strict=True)]
        made = judge(store, sides[0], sides[1], decided, by, reason)
        click.echo(compact(made.id, store.base))
    if made.known:
        click.echo("it was judged so before", err=True)
