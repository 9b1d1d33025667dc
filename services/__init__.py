"""Services: one function is one thing a user can do, in one transaction, with the permission beside it."""
