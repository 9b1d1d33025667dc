"""Columns as the migrations write them; what a past migration made never changes with the tables of today."""

from typing import Any

import sqlalchemy as sa


def moment(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    """Return a column for a moment in UTC."""
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def text(name: str, *, nullable: bool = False, primary_key: bool = False) -> sa.Column[str]:
    """Return a column for text."""
    return sa.Column(name, sa.Text(), nullable=nullable, primary_key=primary_key)


def whole(name: str, *, primary_key: bool = False) -> sa.Column[int]:
    """Return a column for a whole number."""
    return sa.Column(name, sa.Integer(), nullable=False, primary_key=primary_key, autoincrement=False)


def serial() -> sa.Column[int]:
    """Return the column for numbers that the database gives out."""
    return sa.Column("id", sa.Integer(), primary_key=True)


def belongs_to(table: str, *, primary_key: bool = False) -> sa.Column[Any]:
    """Return the column that names a row of another table."""
    return sa.Column(
        f"{table}_id", sa.Uuid(), sa.ForeignKey(f"{table}.id"), nullable=False, primary_key=primary_key
    )
