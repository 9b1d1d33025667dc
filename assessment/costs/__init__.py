"""Costs with the algorithm against the same work without it. Where to find what:

- *what is filled in*: `parts` (lines, parameters and aspects in the framework), `quantity` (a number one may
  not be sure of), `amount` (how sure somebody is), `instruments` (the days of what the outcome requires),
  `reading` (from answers to a `sheet`);
- *computing*: `formula` (what an alternative costs, for exact numbers and for draws alike), `exact` (sums,
  break-even, what matters most), `simulation` (chances and spread);
- *the result*: `comparison` (the way in), `result`, `wording` (sentences), `pictures` (pictures in words),
  `money` (amounts, the Dutch way).
"""
