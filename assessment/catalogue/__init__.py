"""A framework for people to read: every part of it in words, to search, to count, and to compare.

`words` (one part as labels and texts, with `values` of any field), `items` (all parts, and finding some),
`differences` (two versions).
"""
