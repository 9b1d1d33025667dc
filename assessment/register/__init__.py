"""The register: what a municipality knows of each of its algorithms.

- *what is kept*: `fields` (as data) with `parts` and `checks`; `entry` (one algorithm);
- *read as somebody wrote it*: `reading` with `choices`, `days` and `links`; `plain` (to compare and sort by);
- *sheets*: `table` (entries as a sheet), `columns` (which column holds which field), `planning` (what an
  import would do).
"""
