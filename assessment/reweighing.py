"""Weighing again: what makes it necessary."""

from enum import StrEnum, auto


class Trigger(StrEnum):
    """Why an algorithm has to be weighed again."""

    DUE = auto()  # its time has come
    DATA = auto()
    SUPPLIER = auto()
    PURPOSE = auto()
    INCIDENT = auto()
    FRAMEWORK = auto()  # the framework itself changed
