"""The command line: `python -m tools ...`."""

import argparse
import sys

from tools import audit, backup, evaluate, framework, publication, register, report, texts

COMMANDS = (framework, evaluate, report, audit, backup, register, texts, publication)


def main(arguments: list[str] | None = None) -> int:
    """Run one command and give its exit code: 0 all right, 1 faults found, 2 wrong input."""
    parser = argparse.ArgumentParser(prog="python -m tools", description="Weegschaal on the command line.")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.register(commands)
    chosen = parser.parse_args(arguments)
    code: int = chosen.run(chosen)
    return code


if __name__ == "__main__":
    sys.exit(main())
