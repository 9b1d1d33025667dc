"""Write which characters the bundled fonts cover: `python -m tools.fonts coverage`."""

import json
import sys
import unicodedata

from fontTools.ttLib import TTFont

from reports import fonts

Ranges = list[tuple[int, int]]


def ranges(codes: set[int]) -> Ranges:
    """Return `codes` as sorted ranges, both ends included."""
    found: Ranges = []
    for code in sorted(codes):
        if found and found[-1][1] == code - 1:
            found[-1] = (found[-1][0], code)
        else:
            found.append((code, code))
    return found


def covered(files: tuple[str, ...]) -> Ranges:
    """Return the characters that every one of `files` (the weights of one family) holds.

    Private characters are left out: PDF/A forbids them, whatever a font draws for them.
    """
    codes = set.intersection(*map(characters, files))
    return ranges({code for code in codes if unicodedata.category(chr(code)) != "Co"})


def characters(file: str) -> set[int]:
    """Return the code points of one font file."""
    with TTFont(fonts.FOLDER / file, lazy=True) as font:
        return set(font.getBestCmap())


def coverage() -> str:
    """Return the text of data/fonts/coverage.json: one line per family, in the order of trying."""
    lines = [
        f"{json.dumps(family)}: {json.dumps(covered(files), separators=(',', ':'))}"
        for family, files in fonts.FILES.items()
    ]
    return "{\n" + ",\n".join(lines) + "\n}\n"


def main(arguments: list[str]) -> int:
    """Run the command; return the exit code."""
    if arguments != ["coverage"]:
        print(__doc__, file=sys.stderr)
        return 2
    fonts.COVERAGE.write_text(coverage(), encoding="ascii")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
