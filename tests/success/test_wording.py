"""The sentences about the chance of success, as agreed."""

from assessment.answers import UNKNOWN
from assessment.success import wording
from tests.success.test_profile import made


def test_summary_names_what_is_weak_fair_and_open_and_where_to_begin() -> None:
    found = made(s_capaciteit=1, s_betrokken=2, o_bestuur=UNKNOWN, s_vertrouwen=4, o_ethiek=4)

    assert wording.summary(found) == (
        "2 factoren zijn zwak: ‘Genoeg mensen, kennis en geld’ en ‘Afdeling en IT samen’.",
        "1 factor is matig: ‘Goede gegevens’.",
        "1 factor is nog open.",
        "Begin bij ‘Genoeg mensen, kennis en geld’, want andere factoren kunnen niet zonder.",
    )


def test_summary_of_good_factors_says_so_and_promises_nothing_about_open_ones() -> None:
    good = {"g_kwaliteit": 4, "s_capaciteit": 4, "s_vertrouwen": 4, "o_ethiek": 4}

    assert wording.summary(made(**good)) == ("Geen enkele factor is zwak of matig.",)
    assert wording.summary(made(**good, s_ict=UNKNOWN)) == (
        "Wat bekend is, is goed.",
        "1 factor is nog open.",
    )


def test_summary_without_any_answer_says_that_nothing_is_known() -> None:
    found = made()
    nothing = made(**{reading.question.id: None for reading in found.readings.values()})

    assert wording.summary(nothing) == ("Over geen van de factoren is al iets bekend.",)


def test_theme_names_its_weakest_link_and_what_is_open() -> None:
    data, organisation, purpose = made(g_kwaliteit=1, s_ict=None, s_capaciteit=5).themes

    assert (
        wording.weakest(data)
        == "Zwakste schakel: ‘Goede gegevens’ (1 van 5, heel zwak). Nog open: ‘Passende ICT’."
    )
    assert wording.weakest(organisation) == "Hier is alles goed."
    assert wording.weakest(purpose).startswith("Zwakste schakels: ‘Vertrouwen van inwoners’ en ‘Gesprek")


def test_picture_tells_who_cannot_see_it_every_factor_and_what_is_open() -> None:
    data, *_others = made(s_ict=UNKNOWN).themes

    assert wording.alternative(data) == (
        "Datalandschap, per factor een score van 1 tot 5. Passende ICT: Open: weet ik niet. "
        "Beschikbare gegevens: 4 van 5, goed. Goede gegevens: 3 van 5, matig."
    )


def test_obstacle_that_is_weak_reads_otherwise_than_one_that_is_open() -> None:
    weak, unsure = (
        wording.obstacle(link.obstacles[0])
        for answer in (1, UNKNOWN)
        for link in made(s_capaciteit=answer, s_betrokken=2).links
        if link.reading.factor.id == "betrokkenheid"
    )

    assert weak.startswith("Dit lukt niet zonder ‘Genoeg mensen, kennis en geld’ (1 van 5, heel zwak).")
    assert unsure.startswith("Dit hangt af van ‘Genoeg mensen, kennis en geld’, en dat is nog open.")


def test_doubt_asks_and_does_not_correct() -> None:
    ((reading, obstacle),) = made(g_kwaliteit=2).doubtful

    assert wording.doubt(reading, obstacle) == (
        "‘Medewerkers willen het’ is ingevuld als goed, maar ‘Goede gegevens’ als zwak. "
        "Medewerkers vertrouwen geen uitkomst uit slechte gegevens. Klopt dat?"
    )


def test_emphasis_says_in_which_domain_a_factor_weighs_more() -> None:
    social = {link.reading.factor.id: link.emphasis for link in made(s_domein="sociaal").links}
    found = made(s_domein="sociaal")

    assert wording.emphasis(found, social["ethiek"]).startswith("Weegt zwaarder in het sociaal domein.")
    assert wording.emphasis(found, social["capaciteit"]).startswith("Let in het sociaal domein hierop.")
