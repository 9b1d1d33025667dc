"""Where the risks are, and what is in use: per domain and per status."""

from assessment.numbers import number_text
from assessment.portfolio.counting import by_domain_and_tier, by_status
from assessment.portfolio.portfolio import Portfolio
from assessment.portfolio.selecting import DOMAIN, STATUS, TIER, domain_key, inside
from assessment.portfolio.wording import domain_text, status_text, tier_text, tiers
from assessment.register.fields import register_fields
from texts import _
from ui import page
from ui.portfolio import picture, tables
from ui.portfolio.picture import Bar, Stack
from ui.portfolio.tables import Figure, Table

MOST = 12  # domains in the picture


def draw(portfolio: Portfolio) -> None:
    """Draw both pictures, each with its table."""
    page.heading(
        _("Risico per domein"),
        about=_(
            "De trede uit de afweging. Wat daarin nog open is, telt op zijn ernstigst. Is er nog geen "
            "afweging? Dan telt de eigen inschatting uit het register."
        ),
        anchor="risico",
    )
    _risk_picture(portfolio)
    tables.draw(risk_table(portfolio))
    page.heading(_("Status"), about=_("Wat in gebruik is, en wat niet."), anchor="status")
    _status_picture(portfolio)
    tables.draw(status_table(portfolio))


def risk_table(portfolio: Portfolio) -> Table:
    """Give the algorithms per domain and tier."""
    counted, columns = by_domain_and_tier(portfolio), tiers(portfolio.framework)
    rows: list[list[tables.Cell]] = []
    for domain in portfolio.domains:
        here = {DOMAIN: domain_key(domain)}
        figures = [Figure(counted.get((domain, tier), 0), {**here, TIER: tier}) for tier in columns]
        total = Figure(sum(each.count for each in figures), here)
        rows.append([domain_text(domain), *figures, total])
    heads = [_("Domein"), *(tier_text(portfolio.framework, tier) for tier in columns), _("Samen")]
    return Table(_("Algoritmes per domein en risicotrede"), heads, rows)


def status_table(portfolio: Portfolio) -> Table:
    """Give the algorithms per status."""
    rows: list[list[tables.Cell]] = [
        [status_text(status), Figure(count, {**inside(portfolio), STATUS: status})]
        for status, count in _statuses(portfolio)
    ]
    return Table(_("Algoritmes per status"), (_("Status"), _("Aantal")), rows)


def all_tables(portfolio: Portfolio) -> tuple[Table, ...]:
    """Give the tables of this part."""
    return risk_table(portfolio), status_table(portfolio)


def _statuses(portfolio: Portfolio) -> list[tuple[str, int]]:
    counted, order = by_status(portfolio), list(register_fields()["status"].by_option)
    places = {status: place for place, status in enumerate(order)}
    return [(each, counted[each]) for each in sorted(counted, key=lambda each: places.get(each, len(order)))]


def _risk_picture(portfolio: Portfolio) -> None:
    counted, columns = by_domain_and_tier(portfolio), tiers(portfolio.framework)
    parts = {
        domain: {tier: counted.get((domain, tier), 0) for tier in columns} for domain in portfolio.domains
    }
    stacks = [Stack(domain_text(domain), found) for domain, found in _largest(parts).items()]
    if len(parts) > len(stacks):
        rest = [found for domain, found in parts.items() if domain not in _largest(parts)]
        together = {tier: sum(found[tier] for found in rest) for tier in columns}
        stacks.append(Stack(_("Alle andere domeinen"), together))
    labels = {tier: tier_text(portfolio.framework, tier) for tier in columns}
    told = "; ".join(f"{stack.name}: {_parts(stack, labels)}" for stack in stacks)
    text = _("Balken van het aantal algoritmes per domein, verdeeld naar risicotrede. {domains}.")
    picture.stacks(stacks, labels, text.format(domains=told), "risico")


def _largest(parts: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
    """Return the domains with most algorithms, in their order: a picture of all may be endless."""
    by_size = sorted(parts, key=lambda domain: -sum(parts[domain].values()))[:MOST]
    return {domain: found for domain, found in parts.items() if domain in by_size}


def _parts(stack: Stack, labels: dict[str, str]) -> str:
    return ", ".join(f"{count} {labels[tier].lower()}" for tier, count in stack.parts.items() if count)


def _status_picture(portfolio: Portfolio) -> None:
    shown = [Bar(status_text(status), count, number_text(count)) for status, count in _statuses(portfolio)]
    told = "; ".join(f"{bar.name}: {bar.text}" for bar in shown)
    text = _("Balken van het aantal algoritmes per status. {statuses}.").format(statuses=told)
    picture.bars(shown, text, "status")
