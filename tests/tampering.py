"""Change a database behind the back of the app, as somebody with full access to it can."""

from typing import Any

from sqlalchemy import inspect, text

from storage.store import Store


def tamper(store: Store, *statements: str, **values: Any) -> None:
    """Take all protection away and run these statements."""
    with store.engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            triggers = connection.scalars(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all()
            for trigger in triggers:
                connection.execute(text(f"DROP TRIGGER {trigger}"))
        else:
            for table in inspect(connection).get_table_names():
                connection.execute(text(f"ALTER TABLE {table} DISABLE TRIGGER USER"))
        for statement in statements:
            connection.execute(text(statement), values)
