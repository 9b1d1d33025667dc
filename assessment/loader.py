"""From a folder of YAML files to a framework.

Any file may hold any section; sections of the same name are joined in the order of the file names. So a
municipality can cut its framework into files as it likes.
"""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from assessment.checker import check_references
from assessment.conditions import FORMS
from assessment.costs.parts import Aspect, CostLine, CostParameter
from assessment.fault_words import has_no, missing, no_such_key, numbered, subject, twice, wrong
from assessment.faults import Fault, FrameworkFaults, did_you_mean, shown_path
from assessment.framework import Framework
from assessment.origin import Origins
from assessment.parts import (
    Dimension,
    Fact,
    Identified,
    Instrument,
    Level,
    Moment,
    Named,
    Question,
    Rule,
    Safeguard,
    Source,
    Step,
    StopSignal,
)
from assessment.portfolio.parts import BuildingBlock, MaturityDimension, Norm
from assessment.review.parts import GoAhead, PublicValue
from assessment.reweighing import ReweighTerm
from assessment.strict_yaml import Document, read
from assessment.success.parts import Domain, Factor, Help, Theme
from texts import _

SECTIONS: dict[str, type[Identified]] = {
    "steps": Step,
    "questions": Question,
    "facts": Fact,
    "dimensions": Dimension,
    "rules": Rule,
    "instruments": Instrument,
    "instrument_levels": Level,
    "stop_signals": StopSignal,
    "safeguards": Safeguard,
    "dates": Moment,
    "roles": Named,
    "moments": Named,
    "sources": Source,
    "cost_lines": CostLine,
    "cost_parameters": CostParameter,
    "aspects": Aspect,
    "success_themes": Theme,
    "success_domains": Domain,
    "success_factors": Factor,
    "success_helps": Help,
    "public_values": PublicValue,
    "go_ahead_questions": GoAhead,
    "reweigh_terms": ReweighTerm,
    "norms": Norm,
    "building_blocks": BuildingBlock,
    "maturity_levels": Level,
    "maturity_dimensions": MaturityDimension,
}
SUCCESS = ("success_themes", "success_domains", "success_factors", "success_helps")
REVIEW = ("public_values", "go_ahead_questions")
PORTFOLIO = ("norms", "building_blocks", "maturity_levels", "maturity_dimensions")
# A framework can do without; everything else it must have.
OPTIONAL = ("cost_lines", "cost_parameters", "aspects", *SUCCESS, *REVIEW, "reweigh_terms", *PORTFOLIO)
HEAD = ("title", "adopted", "nothing_to_weigh_if")
BY_ID = (
    "questions",
    "facts",
    "dimensions",
    "instruments",
    "dates",
    "roles",
    "moments",
    "sources",
    "cost_parameters",
    *SUCCESS,
    "public_values",
    "reweigh_terms",
)
# Worked cases test the framework, they are no part of it: adding one leaves its hash as it is.
CASES = "cases*.yaml"


@dataclass
class _Draft:
    """What was read so far."""

    head: dict[str, Any] = field(default_factory=dict)
    parts: dict[str, list[Any]] = field(default_factory=lambda: {section: [] for section in SECTIONS})
    origins: Origins = field(default_factory=Origins)
    faults: list[Fault] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)  # files that are no YAML
    refused: list[str] = field(default_factory=list)  # ids of parts with a fault in their form


def load(folder: Path) -> Framework:
    """Read the framework in `folder`. Raises FrameworkFaults with everything that is wrong."""
    draft = _Draft()
    files = framework_files(folder)
    for path in files:
        document, faults = read(path, shown_path(path, Path.cwd()))
        draft.faults.extend(faults)
        if document.node is not None:
            _take(draft, document)
        elif faults:
            draft.unread.append(document.file)
    if not draft.unread:
        # A file that cannot be read would make everything it holds seem missing.
        draft.faults.extend(_missing(draft, shown_path(folder, Path.cwd())))
    framework = _build(draft, folder, content_hash(files, folder)) if _is_whole(draft) else None
    if framework:
        draft.faults.extend(_reference_faults(draft, framework))
    if draft.faults or framework is None:
        raise FrameworkFaults(draft.faults)
    return framework


def _is_whole(draft: _Draft) -> bool:
    return not draft.unread and not _missing(draft, "")


def _reference_faults(draft: _Draft, framework: Framework) -> Iterator[Fault]:
    """Yield what names nothing, except a part that is there and has a fault of its own."""
    for fault in check_references(framework, draft.origins):
        if not any(missing(name) in fault.message for name in draft.refused):
            yield fault


def framework_files(folder: Path) -> list[Path]:
    """Give the files a framework consists of, in order."""
    return [path for path in sorted(folder.rglob("*.yaml")) if not path.match(CASES)]


def content_hash(files: Iterable[Path], folder: Path) -> str:
    """Give the SHA-256 of names and contents of the files: the same content is the same framework."""
    digest = hashlib.sha256()
    for path in files:
        content = path.read_bytes().replace(b"\r\n", b"\n")
        digest.update(f"{path.relative_to(folder).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _take(draft: _Draft, document: Document) -> None:
    if not isinstance(document.data, dict):
        message = _("een bestand van het kader is een lijst van onderdelen, elk met een naam.")
        draft.faults.append(Fault(document.file, 1, message))
        return
    for section, content in document.data.items():
        if section in HEAD:
            draft.head[section] = content
            draft.origins.note(section, document.file, document.line([section]))
        elif section in SECTIONS:
            _take_section(draft, document, section, content)
        else:
            message = _("er is geen onderdeel '{section}'.").format(section=section)
            hint = did_you_mean(str(section), (*HEAD, *SECTIONS))
            draft.faults.append(Fault(document.file, document.line([section]), message, hint))


def _take_section(draft: _Draft, document: Document, section: str, content: Any) -> None:
    if not isinstance(content, list):
        message = _("'{section}' hoort een lijst te zijn.").format(section=section)
        draft.faults.append(Fault(document.file, document.line([section]), message))
        return
    for index, raw in enumerate(content):
        line = document.line([section, index])
        try:
            part = SECTIONS[section].model_validate(raw)
        except ValidationError as error:
            draft.faults.extend(_explain(document, section, index, raw, error))
            draft.refused.append(str(raw.get("id")) if isinstance(raw, dict) else "")
            continue
        draft.origins.keep(section, part.id, document, index)
        if any(other.id == part.id for other in draft.parts[section]):
            first = draft.origins.find(section, part.id)
            hint = _("De eerste staat in {place}.").format(place=f"{first.file}:{first.line}")
            draft.faults.append(Fault(document.file, line, twice(section, part.id), hint))
        draft.parts[section].append(part)


def _explain(document: Document, section: str, index: int, raw: Any, error: ValidationError) -> list[Fault]:
    about = subject(section, raw.get("id", numbered(index)) if isinstance(raw, dict) else numbered(index))
    faults = []
    for detail in error.errors():
        path = [section, index, *detail["loc"]]
        last = str(detail["loc"][-1]) if detail["loc"] else ""
        message, hint = _words(detail, last, section)
        faults.append(Fault(document.file, document.line(path), f"{about} {message}", hint))
    return faults


def _words(detail: Any, last: str, section: str) -> tuple[str, str]:
    if detail["type"] == "extra_forbidden":
        known = [*SECTIONS[section].model_fields, "raise", "to", "from", *FORMS]
        return no_such_key(last), did_you_mean(last, known)
    if detail["type"] == "missing":
        return has_no(last), ""
    if detail["type"] == "union_tag_not_found":
        hint = _("Een voorwaarde is een van: {forms}.").format(forms=", ".join(map(repr, FORMS)))
        return _("heeft een voorwaarde van een onbekende vorm."), hint
    return wrong(last, detail), ""


def _missing(draft: _Draft, folder: str) -> list[Fault]:
    return [
        Fault(folder, 1, f"{_('het kader')} {has_no(key)}")
        for key in (*HEAD, *SECTIONS)
        if key not in OPTIONAL and not draft.head.get(key) and not draft.parts.get(key)
    ]


def _build(draft: _Draft, folder: Path, digest: str) -> Framework | None:
    sections: dict[str, Any] = {
        section: {part.id: part for part in parts} if section in BY_ID else tuple(parts)
        for section, parts in draft.parts.items()
    }
    try:
        return Framework(version=folder.name, hash=digest, **draft.head, **sections)
    except ValidationError as error:
        draft.faults.extend(_head_faults(draft, error))
        return None


def _head_faults(draft: _Draft, error: ValidationError) -> Iterator[Fault]:
    for detail in error.errors():
        key = str(detail["loc"][0])
        origin = draft.origins.find("head", key)
        yield Fault(origin.file, origin.line, f"{_('het kader')} {wrong(key, detail)}")
