"""A review session of the ethics network, pure: what is asked, what is answered, what it amounts to.

`parts` (what a framework says about it), `checks`, `proposals` (statements that fit an outcome), `ballots`
(one answer), `results` (many answers), `advice` (what the network tells the executive).
"""
