"""The domain types as RDF and back."""
