"""What can be wrong with the database as a whole."""


class DatabaseError(Exception):
    """The database cannot be used; its text says in Dutch why and what to do."""


class DatabaseTooNew(DatabaseError):
    """A newer version of the app migrated this database; writing to it could destroy what we do not know."""


class DatabaseUnreachable(DatabaseError):
    """The database cannot be opened or does not answer."""
