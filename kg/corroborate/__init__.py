"""Whose claims agree: matching, scope, independence, interest, verdicts."""
