"""Sharing an assessment: what the national register gets, and bringing an assessment in from a file."""
