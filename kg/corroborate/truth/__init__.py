"""Truth discovery: how far answers are to be believed and sources to be relied on, each judged by the other.

Every module but `base` is one algorithm, found by its name.
"""
