"""What has to be done: what is missing, what is weighed again, by whom, and before which day."""

from datetime import date

from assessment.months import date_text
from assessment.numbers import number_text
from assessment.portfolio.counting import Duty, Overdue, duties, gaps, overdue, work_by_role
from assessment.portfolio.portfolio import Portfolio
from assessment.portfolio.selecting import DUTY, FROM, MISSING, ROLE, inside
from assessment.portfolio.wording import algorithms_text, days_text, domain_text, nothing_text
from assessment.road import State
from texts import _
from ui import page
from ui.portfolio import listing, picture, tables
from ui.portfolio.picture import Bar
from ui.portfolio.tables import Figure, Table

LARGEST = 10


def draw(portfolio: Portfolio) -> None:
    """Draw a picture and a table for each, or say that there is nothing to do."""
    page.heading(
        _("Wat ontbreekt"),
        about=_(
            "Wat de wet of het beleid nu vraagt, en waarvan niemand vastlegde dat het klaar is. Dat doe je "
            "bij de afweging, op de pagina Wat is klaar."
        ),
        anchor="ontbreekt",
    )
    nothing = nothing_text(portfolio, _("Er ontbreekt niets."))
    _shown(missing_table(portfolio), _missing_bars(portfolio), nothing, "ontbreekt")
    page.heading(
        _("Werk per rol"),
        about=_("Hoeveel werkdagen het ontbrekende vraagt, geschat. Deel het over het jaar."),
        anchor="werk",
    )
    nothing = nothing_text(portfolio, _("Er is geen werk dat nu ontbreekt."))
    _shown(work_table(portfolio), _work_bars(portfolio), nothing, "werk")
    page.heading(
        _("Opnieuw wegen"),
        about=_("Hier is de termijn om, is het kader veranderd of vroeg iemand om een nieuwe weging."),
        anchor="opnieuw",
    )
    _shown(overdue_table(portfolio), _overdue_bars(portfolio), _("Nu hoeft niets opnieuw."), "opnieuw")
    page.heading(
        _("Plichten die nog komen"),
        about=_("Wat op een vaste dag verplicht wordt en nog niet klaar is, de eerste dag bovenaan."),
        anchor="plichten",
    )
    nothing = nothing_text(portfolio, _("Er komt niets aan."))
    _shown(duties_table(portfolio), _duty_bars(portfolio), nothing, "plichten")


def missing_table(portfolio: Portfolio) -> Table:
    """Give what is missing, and for how many algorithms."""
    roles = portfolio.framework.roles
    rows: list[list[tables.Cell]] = [
        [
            gap.instrument.name,
            Figure(len(gap.algorithms), {**inside(portfolio), MISSING: gap.instrument.id}),
            roles[gap.instrument.role].name,
            days_text(gap.instrument.days),
        ]
        for gap in gaps(portfolio)
    ]
    heads = (_("Wat"), _("Bij hoeveel algoritmes"), _("Wie"), _("Werk per algoritme (schatting)"))
    return Table(_("Wat ontbreekt"), heads, rows)


def work_table(portfolio: Portfolio) -> Table:
    """Give the working days that the missing instruments ask of each role."""
    roles = portfolio.framework.roles
    counts = {
        role: sum(len(gap.algorithms) for gap in gaps(portfolio) if gap.instrument.role == role)
        for role in work_by_role(portfolio)
    }
    rows: list[list[tables.Cell]] = [
        [roles[role].name, Figure(counts[role], {**inside(portfolio), ROLE: role}), days_text(days)]
        for role, days in work_by_role(portfolio).items()
    ]
    heads = (_("Wie"), _("Wat nog moet, alle algoritmes samen"), _("Werk samen (schatting)"))
    return Table(_("Werk per rol"), heads, rows)


def overdue_table(portfolio: Portfolio) -> Table:
    """Give what has to be weighed again."""
    rows: list[list[tables.Cell]] = [
        [
            listing.named(late.algorithm),
            domain_text(late.algorithm.domain),
            _since(late),
            _reason(late, portfolio.on),
        ]
        for late in overdue(portfolio)
    ]
    return Table(_("Opnieuw wegen"), (_("Algoritme"), _("Domein"), _("Termijn"), _("Waarom")), rows)


def duties_table(portfolio: Portfolio) -> Table:
    """Give the duties of the future by day."""
    rows: list[list[tables.Cell]] = [
        [
            date_text(duty.starts),
            duty.instrument.name,
            Figure(len(duty.algorithms), inside(portfolio) | _named_by(duty)),
            portfolio.framework.roles[duty.instrument.role].name,
        ]
        for duty in duties(portfolio)
    ]
    heads = (_("Verplicht vanaf"), _("Wat"), _("Bij hoeveel algoritmes"), _("Wie"))
    return Table(_("Plichten die nog komen"), heads, rows)


def _named_by(duty: Duty) -> dict[str, str]:
    return {DUTY: duty.instrument.id, FROM: duty.starts.isoformat()}


def all_tables(portfolio: Portfolio) -> tuple[Table, ...]:
    """Give the tables of this part."""
    makers = (missing_table, work_table, overdue_table, duties_table)
    return tuple(make(portfolio) for make in makers)


def _shown(table: Table, bars: list[Bar], nothing: str, key: str) -> None:
    if not table.rows:
        page.paragraph(nothing)
        return
    told = "; ".join(f"{bar.name}: {bar.text}" for bar in bars)
    text = _("Balken: {title}. {bars}.").format(title=table.title, bars=told)
    picture.bars(bars, text, key)
    tables.draw(table)


def _missing_bars(portfolio: Portfolio) -> list[Bar]:
    counted = [(gap.instrument.name, len(gap.algorithms)) for gap in gaps(portfolio)[:LARGEST]]
    return [Bar(name, count, number_text(count)) for name, count in counted]


def _work_bars(portfolio: Portfolio) -> list[Bar]:
    roles = portfolio.framework.roles
    work = list(work_by_role(portfolio).items())[:LARGEST]
    return [Bar(roles[role].name, float(days[1]), days_text(days)) for role, days in work]


def _overdue_bars(portfolio: Portfolio) -> list[Bar]:
    counted: dict[str, int] = {}
    for late in overdue(portfolio):
        name = domain_text(late.algorithm.domain)
        counted[name] = counted.get(name, 0) + 1
    most = sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:LARGEST]
    return [Bar(name, count, number_text(count)) for name, count in most]


def _duty_bars(portfolio: Portfolio) -> list[Bar]:
    touched: dict[date, set[int]] = {}
    for duty in duties(portfolio):
        touched.setdefault(duty.starts, set()).update(id(each) for each in duty.algorithms)
    return [Bar(date_text(day), len(found), algorithms_text(len(found))) for day, found in touched.items()]


def _since(late: Overdue) -> str:
    return date_text(late.due) if late.due else _("Geen vaste dag")


def _reason(late: Overdue, today: date) -> str:
    weighed = late.algorithm.assessment
    if weighed and weighed.state is State.REWEIGH:
        return _("Iemand vroeg om een nieuwe weging")
    return _("De termijn is om") if late.due and late.due <= today else _("Het afwegingskader is veranderd")
