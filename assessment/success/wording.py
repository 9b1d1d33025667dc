"""The chance of success in Dutch sentences, the same on the screen and in reports."""

from collections.abc import Iterable

from assessment.success.parts import HIGHEST, LOWEST, Emphasis, Factor
from assessment.success.profile import Link, Obstacle, Profile, Reading, ThemeReading
from assessment.wording import listed
from texts import _, ngettext


def score_word(score: int) -> str:
    """Say what a score (1 to 5) means."""
    words = (_("heel zwak"), _("zwak"), _("matig"), _("goed"), _("heel goed"))
    return words[score - 1]


def standing(reading: Reading) -> str:
    """Say where a factor stands: "4 van 5, goed", or why there is no score."""
    if reading.score is not None:
        return _("{score} van {highest}, {word}").format(
            score=reading.score, highest=HIGHEST, word=score_word(reading.score)
        )
    return {
        "unknown": _("Open: weet ik niet"),
        "unanswered": _("Open: nog niet ingevuld"),
        "not_asked": _("Niet gevraagd"),
    }[reading.state]


def quoted(factors: Iterable[Factor]) -> str:
    """List factors by name: ‘a’, ‘b’ en ‘c’."""
    return listed(_("‘{name}’").format(name=factor.name) for factor in factors)


def summary(profile: Profile) -> tuple[str, ...]:
    """Say what stands out: what is weak, what is fair, what is open, and where to begin."""
    weak = [link.reading.factor for link in profile.links if link.reading.is_weak]
    fair = [link.reading.factor for link in profile.links if not link.reading.is_weak]
    said = [*_weak(weak), *_fair(fair), *_in_order(profile), *_open(profile), *_begin(profile)]
    return tuple(said)


def _weak(factors: list[Factor]) -> list[str]:
    if not factors:
        return []
    text = ngettext("{count} factor is zwak: {names}.", "{count} factoren zijn zwak: {names}.", len(factors))
    return [text.format(count=len(factors), names=quoted(factors))]


def _fair(factors: list[Factor]) -> list[str]:
    if not factors:
        return []
    text = ngettext(
        "{count} factor is matig: {names}.", "{count} factoren zijn matig: {names}.", len(factors)
    )
    return [text.format(count=len(factors), names=quoted(factors))]


def _in_order(profile: Profile) -> list[str]:
    scored = [reading for reading in profile.readings.values() if reading.score is not None]
    if profile.links or not scored:
        return []
    return [_("Geen enkele factor is zwak of matig.") if not profile.open else _("Wat bekend is, is goed.")]


def _open(profile: Profile) -> list[str]:
    count = len(profile.open)
    if not count:
        return []
    if count == len(profile.readings):
        return [_("Over geen van de factoren is al iets bekend.")]
    text = ngettext("{count} factor is nog open.", "{count} factoren zijn nog open.", count)
    return [text.format(count=count)]


def _begin(profile: Profile) -> list[str]:
    first = [link.reading.factor for link in profile.begin_with]
    if not first:
        return []
    return [_("Begin bij {names}, want andere factoren kunnen niet zonder.").format(names=quoted(first))]


def first(factor: Factor) -> str:
    """Say what to do first about a factor."""
    return _("Doe dit eerst: {what}").format(what=factor.first[:1].lower() + factor.first[1:])


def weakest(theme: ThemeReading) -> str:
    """Say what the weakest link of a theme is, and what is open."""
    said = [_weakest_known(theme)]
    if theme.open:
        said.append(_("Nog open: {names}.").format(names=quoted(r.factor for r in theme.open)))
    return " ".join(filter(None, said))


def _weakest_known(theme: ThemeReading) -> str:
    if not theme.scored:
        return ""
    if not theme.weakest:
        return _("Wat bekend is, is goed.") if theme.open else _("Hier is alles goed.")
    text = ngettext(
        "Zwakste schakel: {names} ({standing}).",
        "Zwakste schakels: {names} ({standing}).",
        len(theme.weakest),
    )
    return text.format(names=quoted(r.factor for r in theme.weakest), standing=standing(theme.weakest[0]))


def alternative(theme: ThemeReading) -> str:
    """Describe the picture of a theme for who cannot see it."""
    told = (_("{name}: {standing}.").format(name=r.factor.name, standing=standing(r)) for r in theme.readings)
    return _("{theme}, per factor een score van 1 tot 5. {readings}").format(
        theme=theme.theme.name, readings=" ".join(told)
    )


def obstacle(found: Obstacle) -> str:
    """Say what stands, or may stand, in the way of a factor."""
    text = (
        _("Dit lukt niet zonder ‘{other}’ ({standing}). {because}")
        if found.sure
        else _("Dit hangt af van ‘{other}’, en dat is nog open. {because}")
    )
    return text.format(
        other=found.other.factor.name, standing=standing(found.other), because=found.dependency.because
    )


def needs(profile: Profile, factor: Factor) -> str:
    """Say which factors this one cannot do without, whatever their score; nothing when there are none."""
    if not factor.depends_on:
        return ""
    others = (profile.readings[each.factor].factor for each in factor.depends_on)
    return _("Kan niet zonder {names}.").format(names=quoted(others))


def holds_back(link: Link) -> str:
    """Say which factors cannot do without this one; nothing when there are none, or it does not hold back."""
    if not link.holds_back or not link.reading.is_weak:
        return ""
    return _("Zolang dit zwak is, lukt dit ook niet goed: {names}.").format(names=quoted(link.holds_back))


def doubt(reading: Reading, found: Obstacle) -> str:
    """Say that a good score and a weak one do not go together."""
    text = _("‘{name}’ is ingevuld als {good}, maar ‘{other}’ als {weak}. {because} Klopt dat?")
    return text.format(
        name=reading.factor.name,
        good=score_word(reading.score or HIGHEST),
        other=found.other.factor.name,
        weak=score_word(found.other.score or LOWEST),
        because=found.dependency.because,
    )


def emphasis(profile: Profile, found: Emphasis) -> str:
    """Say what to look at in the domain, and whether the factor weighs more there."""
    domain = profile.framework.success_domains[found.domain].name
    lead = _("Weegt zwaarder in het {domain}.") if found.weighs_more else _("Let in het {domain} hierop.")
    return f"{lead.format(domain=domain[:1].lower() + domain[1:])} {found.text}"
