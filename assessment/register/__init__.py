"""The register: what a municipality knows of each of its algorithms.

`fields` (which fields there are, as data) with `parts` and `checks`; `entry` (one algorithm); `plain` (text to
compare and sort by); `reading` (a value as somebody wrote it) with `links` and `days`; `table` (entries as a
sheet); `columns` (which column of a sheet holds which field), `planning` (what importing a sheet would do).
"""
