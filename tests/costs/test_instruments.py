"""The days of what the outcome requires are a cost of the algorithm."""

from decimal import Decimal

from assessment.costs.instruments import days, instrument_costs
from tests.assessment.real import CASES, answers_of, weigh


def counted(case: str, **changes: object) -> dict[str, bool]:
    """Tell per instrument that is needed whether its days count."""
    return {each.instrument.id: each.counted for each in instrument_costs(weigh(answers_of(case, **changes)))}


def test_required_and_policy_count_and_advised_does_not():
    found = counted("c01")

    assert found["dpia"]
    assert found["ethische_check"]
    assert not found["iama"]
    assert "fria" not in found


def test_a_duty_that_seldom_falls_on_the_municipality_is_shown_and_not_added():
    costs = {each.instrument.id: each for each in instrument_costs(weigh(answers_of("c01")))}

    assert not costs["ap_raadpleging"].counted
    assert costs["ap_raadpleging"].why
    # This one is limited too, but as a rule there is a processor: better counted than forgotten.
    assert costs["verwerkersovereenkomst"].counted


def test_every_instrument_that_does_not_count_says_why():
    for case in CASES:
        for each in instrument_costs(weigh(answers_of(case))):
            assert each.counted != bool(each.why)


def test_days_add_up_with_their_bounds():
    costs = instrument_costs(weigh(answers_of("c01")))
    found = days(costs)

    assert found.mean == Decimal("39.95")
    assert found.low == sum(each.instrument.days[0] for each in costs if each.counted)
    assert found.high == sum(each.instrument.days[1] for each in costs if each.counted)


def test_human_rights_and_fundamental_rights_are_assessed_once(with_levels):
    costs = {
        each.instrument.id: each for each in instrument_costs(with_levels(iama="verplicht", fria="beleid"))
    }

    # The IAMA takes 8 to 20 days, the FRIA 5 to 15: the larger counts, the smaller goes with it.
    assert costs["iama"].counted
    assert not costs["fria"].counted
    assert "IAMA" in costs["fria"].why


def test_one_of_the_two_alone_counts(with_levels):
    costs = {
        each.instrument.id: each for each in instrument_costs(with_levels(iama="niet", fria="verplicht"))
    }

    assert costs["fria"].counted
