"""Publishing in the national register of algorithms, pure: what is known, and what is still to do.

`parts` and `fillings` (data/publication as data, checked), `prefilled` (from outcome and settings),
`publication` (all together, with what is missing, too long or personal).
"""
