"""Narrows evidence to what was said within some days."""

from dataclasses import replace

from kg.corroborate.evidence import Evidence
from kg.corroborate.testimony import Testimony
from kg.dates import PartialDate


def during(evidence: Evidence, since: PartialDate | None = None, until: PartialDate | None = None) -> Evidence:
    """Keep the statements that may have been said within some days, both ends included.

    What was said, and published, on unknown days is left out, and `notes` says how much that is.
    """
    if since is None and until is None:
        return evidence
    said = evidence.testimonies
    kept = {name: each for name, each in said.items() if _fits(each, since, until)}
    spoken_of = {each.claim for each in kept.values()}
    undated = sum(each.spoken is None for each in said.values())
    note = f"{len(said) - len(kept)} statements of other days are left out, {undated} of them of unknown day"
    return replace(
        evidence,
        testimonies=kept,
        claims={name: claim for name, claim in evidence.claims.items() if name in spoken_of},
        notes=(*evidence.notes, note),
    )


def _fits(said: Testimony, since: PartialDate | None, until: PartialDate | None) -> bool:
    days = said.spoken
    if days is None:
        return False
    too_early = since is not None and days.end is not None and days.end < since.first_day
    too_late = until is not None and days.start is not None and days.start > until.last_day
    return not (too_early or too_late)
