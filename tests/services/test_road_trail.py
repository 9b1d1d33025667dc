"""The road in the audit trail: each step and level is vouched for, and a changed one is found."""

import pytest
from sqlalchemy import text

from assessment.audit import Kind
from services import finishing, overrides
from storage.verification import faults
from tests.services import roads
from tests.services.roads import MAKER, ON


@pytest.fixture
def walked(sqlite_store):
    """A store in which one algorithm went all the way round, and one has an advice."""
    made = roads.to_reweigh(sqlite_store)
    finishing.reopen(sqlite_store, MAKER, made)
    overrides.set_level(sqlite_store, MAKER, made, "trede", "verboden", on=ON)
    roads.advised(sqlite_store)
    return sqlite_store


def told_of(store, *tables):
    """List the faults in what the trail tells of these tables."""
    return [fault for _chain, fault in faults(store) if any(table in fault.place for table in tables)]


def test_every_step_and_level_is_vouched_for(walked):
    assert told_of(walked, "transition", "override", "assessment", "snapshot") == []


@pytest.mark.parametrize(
    "table,change,kind",
    [
        ("transition", "UPDATE transition SET why = 'Anders' WHERE to_state = 'decided'", Kind.ROW_CHANGED),
        ("transition", "DELETE FROM transition WHERE number = 1", Kind.ROW_REMOVED),
        ("override", "UPDATE override SET level = 'laag'", Kind.ROW_CHANGED),
    ],
)
def test_step_or_level_that_somebody_changed_is_found(walked, table, change, kind):
    with walked.engine.begin() as connection:
        for event in ("update", "delete"):
            connection.execute(text(f"DROP TRIGGER {table}_refuses_{event}"))
        connection.execute(text(change))

    assert {fault.kind for fault in told_of(walked, table)} == {kind}
