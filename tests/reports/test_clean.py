"""Cleaning: what strict PDF standards refuse is replaced and counted, all else stays as it is."""

import itertools
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reports import fonts
from reports.clean import BREAK, INVISIBLE, LONG_RUN, PLAIN, REPLACEMENT, SKIN_TONES, clean


@pytest.mark.parametrize(
    "text",
    [
        "Gewone tekst, met een komma; en ‘aanhalingstekens’.",
        "één reünie naïef façade €",
        "#strong[x] *y* _z_ $a$ @b <c> \\ `d` // e",
        "<b>vet</b> &amp; <script>alert(1)</script>",
        "مرحبا بالعالم",
        "שלום עולם",
        "Здравствуйте, Γειά σου",
        "😀 👨\u200d👩\u200d👧 👍🏽 🇳🇱",
    ],
)
def test_what_the_fonts_hold_stays_as_it_is(text: str) -> None:
    assert clean(text) == clean(clean(text).text)
    assert clean(text).text == text
    assert clean(text).changed == 0


@pytest.mark.parametrize(
    "text, printed, changed",
    [
        ("a\ud800b", "a?b", 1),
        ("a\r\nb\rc\vd\fe\x85f\u2028g\u2029h", "a\nb\nc\nd\ne\nf\ng\nh", 0),
        ("a\tb", "a    b", 0),
        ("e\u0301", "é", 0),
        ("a\x00b\x1bc", "abc", 2),
        ("a\u202eb\u2066c", "abc", 2),
        ("a\ufeffb", "ab", 1),
        ("a\ue000b", f"a{REPLACEMENT}b", 1),
        ("a\U000e0041b", "ab", 1),
        ("中文", REPLACEMENT * 2, 2),
        ("x\u0301\u0302\u0303\u0304", f"x\u0301\u0302\u0303{REPLACEMENT}", 1),
        ("\u0301x", f"{REPLACEMENT}x", 1),
        ("א\u093e", f"א{REPLACEMENT}", 1),
        ("a🏽", f"a{REPLACEMENT}", 1),
    ],
)
def test_what_cannot_be_printed_is_replaced_and_counted(text: str, printed: str, changed: int) -> None:
    assert clean(text).text == printed
    assert clean(text).changed == changed


def test_a_word_of_five_thousand_letters_can_break_and_is_not_reported() -> None:
    cleaned = clean("a" * 5000)

    assert cleaned.text.replace(BREAK, "") == "a" * 5000
    assert max(len(piece) for piece in cleaned.text.split(BREAK)) <= LONG_RUN
    assert cleaned.changed == 0


def test_a_long_run_never_breaks_before_a_mark_or_joiner() -> None:
    cleaned = clean("x\u0301" * 100 + "👨\u200d👩" * 100).text

    for before, after in itertools.pairwise(cleaned):
        if before == BREAK:
            assert not unicodedata.category(after).startswith("M")
            assert after != "\u200d"
        if after == BREAK:
            assert before != "\u200d"


def test_latin_only_replaces_all_other_scripts() -> None:
    assert clean("né € – ‘a’ я א 😀", latin_only=True).text == f"né € – ‘a’ {' '.join([REPLACEMENT] * 3)}"


def test_plain_characters_are_all_in_the_first_font() -> None:
    first = fonts.coverages()[0]

    missing = [chr(code) for code in range(0x2100) if PLAIN.fullmatch(chr(code)) and chr(code) not in first]

    assert missing in (["\n"], [])


@settings(max_examples=300)
@given(st.text(st.characters(), max_size=200))
def test_every_printed_character_has_a_glyph(text: str) -> None:
    for character in clean(text).text:
        known = character == "\n" or character in INVISIBLE or character in SKIN_TONES
        assert known or fonts.family_of(character) is not None


@settings(max_examples=300)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
def test_cleaned_text_needs_no_more_cleaning(text: str) -> None:
    once = clean(text).text

    assert clean(once).changed == 0
