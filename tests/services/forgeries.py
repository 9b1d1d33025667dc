"""What somebody might change in the file of an assessment before bringing it in. Each changes its content."""


def forge_answer(content):
    """Change an answer and nothing else."""
    content["tables"]["revision"][0]["value"] = '"nee"'


def forge_trail(content):
    """Say that somebody else did it."""
    content["trail"][2]["who"] = "ander"


def cut_trail(content):
    """Leave out the last entries, and the hash would still fit."""
    content["trail"] = content["trail"][:5]


def add_ballot(content):
    """Vote once more."""
    ballot = content["tables"]["ballot"][0]
    content["tables"]["ballot"].append(ballot | {"id": "00000000-0000-4000-8000-000000000000"})


def forge_option(content):
    """Give an answer that no option has, in a file without a trail."""
    content["trail"] = None
    content["tables"]["revision"][0]["value"] = '"bestaat_niet"'


def run_script(content):
    """Make a link a script, in a file without a trail."""
    content["trail"] = None
    next(row for row in content["tables"]["evidence"] if row["url"])["url"] = "javascript:alert(1)"
    for row in content["tables"]["evidence"]:
        row.update(removed_at=None, removed_by=None)


def forge_file(content):
    """Put other bytes in a file, in a file without a trail."""
    content["trail"] = None
    content["tables"]["evidence_file"][0]["content"] = "AAAA"


def other_assessment(content):
    """Let a row belong to somebody else's assessment."""
    content["tables"]["revision"][0]["assessment_id"] = "00000000-0000-4000-8000-000000000000"


def wrong_type(content):
    """Put a word where a number belongs."""
    content["tables"]["revision"][0]["number"] = "een"


def unknown_column(content):
    """Add a column that the table does not have."""
    content["tables"]["revision"][0]["anders"] = 1


def missing_table(content):
    """Leave out a table."""
    del content["tables"]["member"]


def unknown_table(content):
    """Add a table that there is not."""
    content["tables"]["anders"] = []


def twice(content):
    """Give the same answer twice."""
    content["tables"]["revision"] *= 2


def no_state(content):
    """Stand on a place of the road that does not exist, in a file without a trail."""
    content["trail"] = None
    content["tables"]["transition"][0]["to_state"] = "nergens"


def no_level(content):
    """Set the tier by hand to what does not exist, in a file without a trail."""
    _by_hand(content, "trede", "bestaat_niet")


def no_instrument(content):
    """Set by hand how needed something is that does not exist, in a file without a trail."""
    _by_hand(content, "bestaat_niet", "verplicht")


def _by_hand(content, about, level):
    content["trail"] = None
    content["tables"]["override"] = [
        {
            "assessment_id": content["id"],
            "number": 1,
            "about": about,
            "computed": "laag" if about == "trede" else "niet",
            "level": level,
            "why": "Daarom.",
            "author": "maker",
            "at": "2026-11-22T10:00:00+00:00",
        }
    ]


FORGERIES = (
    forge_answer,
    forge_trail,
    cut_trail,
    add_ballot,
    forge_option,
    run_script,
    forge_file,
    other_assessment,
    wrong_type,
    unknown_column,
    missing_table,
    unknown_table,
    twice,
    no_state,
    no_level,
    no_instrument,
)
