"""English that is there is English: nothing left in Dutch, and the same numbers."""

import re
from collections.abc import Iterator

import pytest
from babel.messages.pofile import read_po

import texts
from services import frameworks

CATALOGUES = [
    texts.FOLDER / "en" / "LC_MESSAGES" / "weegschaal.po",
    *(frameworks.folder(version) / "en.po" for version in frameworks.versions()),
]
# What both languages call the same.
SAME = {
    *("aspect", "factor", "instrument", "moment", "norm", "Moment"),
    *("Account", "Code", "Contact", "DPIA", "Details", "Factor", "Instrument", "Later", "Menu", "Norm"),
    *(
        "Moment (UTC)",
        "Portfolio",
        "Pre-scan",
        "Pre-scan DPIA",
        "Privacy",
        "Register",
        "Score",
        "Scores",
        "Start",
    ),
    *(
        "Status",
        "Stop",
        "Tip",
        "Was",
        "Weegschaal",
        "euro",
        "open",
        " norm",
        "Download ",
        "Open ",
        "Status: ",
    ),
}
# Words that English does not have. Official names stay in Dutch: those are in brackets, or explained in them.
DUTCH = re.compile(
    r"\b(het|een|niet|wordt|worden|zijn|geen|voor|naar|wat|waarom|zonder|jouw|van|deze|kies)\b", re.IGNORECASE
)
ASIDE = re.compile(r"\([^)]*\)")
FILLED = re.compile(r"\{\w*\}")
NUMBER = re.compile(r"\d[\d.,]*\d|\d")


def pairs() -> Iterator[tuple[str, str]]:
    """Yield every Dutch text with its English."""
    for path in CATALOGUES:
        with path.open("rb") as file:
            for message in read_po(file):
                if isinstance(message.id, str):
                    yield message.id, str(message.string)
                else:
                    yield from zip(message.id, message.string, strict=True)


PAIRS = [(dutch, english) for dutch, english in pairs() if dutch]


def numbers(text: str) -> list[str]:
    """Give the numbers in a text, however their thousands are written."""
    return sorted(re.sub("[.,]", "", number) for number in NUMBER.findall(text))


def test_texts_that_are_equal_in_both_languages_are_words_of_both() -> None:
    equal = {FILLED.sub("", dutch) for dutch, english in PAIRS if dutch == english}

    assert {text for text in equal if re.search(r"\w{3}", text)} - SAME == set()


def test_no_dutch_word_stands_in_an_english_text() -> None:
    assert [english for _dutch, english in PAIRS if DUTCH.search(ASIDE.sub("", english))] == []


def test_numbers_are_the_same_in_both_languages() -> None:
    assert [pair for pair in PAIRS if numbers(pair[0]) != numbers(pair[1])] == []


@pytest.mark.parametrize(
    "dutch,english", [("Woo, artikel 5.1", "Woo, article 5.1"), ("Vanaf 10.000 mensen", "From 10,000 people")]
)
def test_numbers_may_be_written_in_the_way_of_each_language(dutch: str, english: str) -> None:
    assert numbers(dutch) == numbers(english)
