"""Pictures for people: what a matrix or a verdict looks like. They need the extra `pictures` (matplotlib)."""
