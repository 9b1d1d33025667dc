"""Triggers that make the database itself refuse to change or delete what must stay as it was."""

from collections.abc import Sequence

from alembic import op

_FUNCTION = """
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is kept as it was written: % is refused', TG_TABLE_NAME, TG_OP; END $$
"""


def prepare() -> None:
    """Make what the triggers of PostgreSQL call. Once, in the first migration."""
    if _is_postgresql():
        op.execute(_FUNCTION)


def forbid_changes(table: str, columns: Sequence[str] = ()) -> None:
    """Refuse deleting rows of `table`, and updating them: all of it, or only these columns."""
    updates = f"UPDATE OF {', '.join(columns)}" if columns else "UPDATE"
    for event in (updates, "DELETE"):
        _forbid(table, event)
    forbid_truncate(table)


def forbid_truncate(table: str) -> None:
    """Refuse emptying `table` at once, which SQLite cannot do and PostgreSQL does past the other triggers."""
    if _is_postgresql():
        op.execute(
            f"CREATE TRIGGER {table}_refuses_truncate BEFORE TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()"
        )


def forbid_when(table: str, event: str, condition: str, why: str) -> None:
    """Refuse INSERT, UPDATE or DELETE of rows for which a condition in SQL holds, over NEW and OLD.

    `why` is one word that sets this trigger apart from the others of the table.
    """
    name = f"{table}_{event.lower()}_{why}"
    trigger = f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW"
    if not _is_postgresql():
        message = f"{table} is kept as it was written: {event} is refused"
        op.execute(f"{trigger} WHEN {condition} BEGIN SELECT RAISE(ABORT, '{message}'); END")
        return
    row = "OLD" if event == "DELETE" else "NEW"
    op.execute(
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF {condition} THEN "
        "RAISE EXCEPTION '% is kept as it was written: % is refused', TG_TABLE_NAME, TG_OP; "
        f"END IF; RETURN {row}; END $$"
    )
    op.execute(f"{trigger} EXECUTE FUNCTION {name}()")


def _forbid(table: str, event: str) -> None:
    kind = event.split()[0]
    trigger = f"CREATE TRIGGER {table}_refuses_{kind.lower()} BEFORE {event} ON {table} FOR EACH ROW"
    if _is_postgresql():
        op.execute(f"{trigger} EXECUTE FUNCTION refuse_change()")
    else:
        message = f"{table} is kept as it was written: {kind} is refused"
        op.execute(f"{trigger} BEGIN SELECT RAISE(ABORT, '{message}'); END")


def _is_postgresql() -> bool:
    return op.get_context().dialect.name == "postgresql"
