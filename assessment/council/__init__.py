"""What the council and residents may know of all algorithms, pure.

`overview` (the public facts on one day, as data), `redaction` (what never leaves the town hall), `changes`
(since an earlier overview), `words` (at language level B1).
"""
