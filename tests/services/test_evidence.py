"""Evidence: links that lead to the web, files of a safe type, and nothing that disappears."""

import hashlib
from uuid import uuid4

import pytest
from sqlalchemy import event, text

from services import evidence
from services.errors import EvidenceRefused, NotFound, UnknownQuestion

PDF = b"%PDF-1.7\n" + bytes(range(256))


@pytest.fixture
def add_link(store, user, weighing):
    """Add a link to a question."""
    return lambda url, label="": evidence.add_link(store, user, weighing, "qs_algoritme", url, label=label)


@pytest.fixture
def add_file(store, user, weighing):
    """Add a file to a question."""
    return lambda name, data: evidence.add_file(store, user, weighing, "qs_algoritme", name, data)


def test_file_comes_back_byte_for_byte(store, user, add_file):
    added = add_file("Contract.pdf", PDF)

    assert evidence.content(store, user, added.id) == PDF
    assert (added.name, added.media_type, added.size) == ("Contract.pdf", "application/pdf", len(PDF))
    assert added.sha256 == hashlib.sha256(PDF).hexdigest()
    assert added.is_file


def test_evidence_is_listed_per_question_oldest_first(store, user, weighing, add_link, add_file):
    link, file = add_link("https://example.org/dpia", "Onze DPIA"), add_file("a.txt", b"tekst")
    other = evidence.add_link(store, user, weighing, "qs_invloed", "http://example.org")

    assert evidence.for_question(store, user, weighing, "qs_algoritme") == [link, file]
    assert evidence.of_assessment(store, user, weighing) == {
        "qs_algoritme": [link, file],
        "qs_invloed": [other],
    }
    assert evidence.for_question(store, user, weighing, "qs_nieuw") == []


def test_listing_evidence_loads_no_file(store, user, weighing, add_file):
    add_file("groot.pdf", PDF)
    sent = []
    event.listen(store.engine, "before_cursor_execute", lambda *args: sent.append(args[2]))

    evidence.of_assessment(store, user, weighing)

    assert not any("evidence_file" in statement for statement in sent)


def test_link_without_a_label_shows_its_address(add_link):
    added = add_link("  https://example.org/a?b=c#d  ")

    assert (added.url, added.name, added.is_file) == ("https://example.org/a?b=c#d",) * 2 + (False,)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "example.org",
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "data:text/html,<script>",
        "file:///etc/passwd",
        "ftp://example.org",
        "https://",
        "https:///pad",
        "https://bank.nl@example.org/",
        "https://example.org/a b",
        'https://example.org/"onclick',
        "https://example.org/\u202egpj.exe",
        "https://example.org:abc/",
        "https://[::1/",
        "java\nscript:alert(1)",
        "https://example.org\\@evil.example",
    ],
)
def test_only_links_to_web_pages_are_kept(store, user, weighing, add_link, url):
    with pytest.raises(EvidenceRefused, match="begint met https://"):
        add_link(url)

    assert evidence.of_assessment(store, user, weighing) == {}


@pytest.mark.parametrize(
    "url",
    [
        "http://intranet/wiki",
        "https://example.org:8443/é/ü?q=1",
        "https://xn--caf-dma.nl",
        "HTTPS://EXAMPLE.ORG",
    ],
)
def test_ordinary_links_are_kept_as_they_are(add_link, url):
    assert add_link(url).url == url


def test_link_that_is_too_long_is_refused(add_link):
    add_link("https://example.org/".ljust(2000, "a"))

    with pytest.raises(EvidenceRefused, match="Er passen er 2000"):
        add_link("https://example.org/".ljust(2001, "a"))


def test_label_that_is_too_long_is_refused_and_not_cut_off(add_link):
    with pytest.raises(EvidenceRefused, match="kortere naam"):
        add_link("https://example.org", "a" * 201)


def test_file_of_ten_megabytes_fits_and_one_byte_more_does_not(add_file):
    largest = PDF.ljust(evidence.MAX_FILE, b" ")
    assert add_file("groot.pdf", largest).size == 10 * 1024 * 1024

    with pytest.raises(EvidenceRefused, match=r"is 10,1 MB\. Er past hooguit 10 MB\. Maak het kleiner"):
        add_file("groot.pdf", largest + b" ")


@pytest.mark.parametrize(
    "name,data", [("a.exe", b"MZ"), ("a.pdf", b"MZ"), ("a.html", b"<p>"), ("a.zip", b"PK\x03\x04")]
)
def test_file_of_another_type_is_refused_with_what_can_be_done(store, user, weighing, add_file, name, data):
    with pytest.raises(EvidenceRefused, match=r"Wel: pdf, .*Sla het op als"):
        add_file(name, data)

    assert evidence.of_assessment(store, user, weighing) == {}


def test_empty_file_is_refused(add_file):
    with pytest.raises(EvidenceRefused, match="is leeg"):
        add_file("leeg.txt", b"")


def test_removed_evidence_is_hidden_and_its_row_and_bytes_stay(store, user, weighing, colleague, add_file):
    added = add_file("a.pdf", PDF)

    evidence.remove(store, colleague, added.id)

    assert evidence.of_assessment(store, user, weighing) == {}
    with pytest.raises(NotFound, match="Dit bewijsstuk is er niet meer"):
        evidence.content(store, user, added.id)
    with pytest.raises(NotFound, match="Dit bewijsstuk is er niet meer"):
        evidence.remove(store, user, added.id)
    with store.engine.connect() as connection:
        assert connection.scalar(text("SELECT removed_by FROM evidence")) == colleague.name
        assert bytes(connection.scalar(text("SELECT content FROM evidence_file"))) == PDF


def test_link_has_no_content_to_download(store, user, add_link):
    with pytest.raises(NotFound):
        evidence.content(store, user, add_link("https://example.org").id)


def test_evidence_for_a_question_that_does_not_exist_is_refused(store, user, weighing):
    with pytest.raises(UnknownQuestion):
        evidence.add_link(store, user, weighing, "bestaat_niet", "https://example.org")


def test_evidence_for_an_assessment_that_does_not_exist_is_refused(store, user):
    with pytest.raises(NotFound):
        evidence.add_file(store, user, uuid4(), "qs_algoritme", "a.txt", b"a")
