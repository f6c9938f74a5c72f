"""Named SPARQL queries and their parameters."""
