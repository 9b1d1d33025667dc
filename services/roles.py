"""What somebody is: by sign-in, or to one assessment. One person may be several things."""

from enum import StrEnum, auto


class Role(StrEnum):
    """A role. The first group is given at sign-in, `AUTHOR` and `PROCESS_OWNER` by an assessment."""

    BIM = auto()  # business information manager: begins assessments
    NETWORK = auto()  # member of the ethics network
    SECRETARY = auto()  # of the ethics network: leads review sessions
    FG = auto()
    CISO = auto()
    CIO_OFFICE = auto()  # keeps the register and the framework
    COLLEGE_SECRETARY = auto()  # records what the executive decides
    READER = auto()
    LOCAL = auto()  # without sign-in there is one user, whose machine it is

    AUTHOR = auto()  # made the assessment, or was invited to fill it in
    PROCESS_OWNER = auto()  # responsible for correct use of this algorithm


# What one is to an assessment; all others come from sign-in.
OF_ASSESSMENT = frozenset({Role.AUTHOR, Role.PROCESS_OWNER})
