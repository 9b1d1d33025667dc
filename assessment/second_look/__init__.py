"""The second look: what the register says of an algorithm, against how the municipality rates it itself.

`parts`, `reading` and `checks` (what follows from the register, as data), `known` (what one entry says),
`look` (the signal), `settling` (the question to begin with), `wording` (why, in words), `prefill` (what a new
assessment takes over).
"""
