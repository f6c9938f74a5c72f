"""Tells which claims are of all of a kind: that any shot was fired, that there is any rocket."""

from kg.corroborate.fits import is_unstated
from kg.corroborate.words import is_kind
from kg.iris import VOCABULARY
from kg.model import Claim, Iri
from kg.resolve import lists

EXISTS = Iri(VOCABULARY + "exists")
_NOBODY = frozenset(lists.denials("anybody").split())


def is_general(claim: Claim) -> bool:
    """Tell whether a claim says only that something is there, or leaves open to whom or what of a kind it was done."""
    return claim.predicate == EXISTS or is_open(claim.object, claim) or is_kind(claim.labels.get(claim.object, ""))


def is_open(role: Iri, claim: Claim) -> bool:
    """Tell whether a role of a claim is left open: "they", "anybody"."""
    return is_unstated(role) or claim.labels.get(role, "").lower() in _NOBODY
