"""A graph over HTTP: SPARQL, named queries and pages of ids, safe to leave open."""
