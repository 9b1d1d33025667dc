"""Costs with the algorithm against the same work without it."""
