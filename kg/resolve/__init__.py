"""Takes what documents say to agents, places, relations and claims."""

from kg.resolve.resolver import Resolver

__all__ = ["Resolver"]
