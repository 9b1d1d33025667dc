"""An uploaded framework folder: unpacked with care, and never trusted. Only YAML files are written.

What a zip file says about itself (sizes, names) may be a lie, so sizes are counted while reading and names
are taken apart. YAML can hold bombs too: a few lines with references that stand for gigabytes.
"""

import io
import re
import stat
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile, ZipInfo

import yaml

from assessment.faults import Fault
from assessment.yaml_words import problem
from services.errors import Refused
from texts import _

LARGEST = 5 * 2**20  # bytes: of the zip, and of all it unpacks to
MOST_FILES = 500
DEEPEST = 40  # a framework nests conditions some eight levels deep
MOST_PIECES = 400_000
LONGEST_PATH = 200  # bytes
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLACE = re.compile(r"[\w][\w .()-]*", re.UNICODE)
# What computers add by themselves.
_LITTER = ("__MACOSX/", ".DS_Store", "Thumbs.db", "desktop.ini")


class UploadRefused(Refused):
    """What was uploaded is no zip file, or one that is not safe to unpack."""


def unpack(content: bytes, folder: Path) -> tuple[Path, list[Fault]]:
    """Write the YAML files of a zip below `folder`; give the framework's own folder, and what is unsafe.

    Raises UploadRefused.
    """
    files = _files(content)
    top = _top(files)
    faults: list[Fault] = []
    for place, data in files.items():
        name = place.relative_to(top).as_posix()
        text, found = _text(name, data)
        faults.extend(found)
        faults.extend(_unsafe(name, text))
        path = folder.joinpath(*place.parts)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="")
    return folder / top, faults


def _files(content: bytes) -> dict[PurePosixPath, bytes]:
    if len(content) > LARGEST:
        raise _too_large()
    try:
        with ZipFile(io.BytesIO(content)) as packed:
            return dict(_read(packed))
    except (
        BadZipFile,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
        zlib.error,
    ) as error:
        raise UploadRefused(
            _("Dit bestand is geen zip-bestand dat Weegschaal kan lezen. Pak de map opnieuw in als zip.")
        ) from error


def _read(packed: ZipFile) -> Iterator[tuple[PurePosixPath, bytes]]:
    wanted = [entry for entry in packed.infolist() if not entry.is_dir() and not _is_litter(entry.filename)]
    if len(wanted) > MOST_FILES:
        raise UploadRefused(
            _("In dit zip-bestand zitten {count} bestanden. Er mogen er {most} in.").format(
                count=len(wanted), most=MOST_FILES
            )
        )
    left, seen = LARGEST, set[str]()
    for entry in wanted:
        place = _place(entry)
        if place.suffix.lower() != ".yaml":
            continue
        # Some systems take capitals for the same name: then one file would silently replace another.
        # Nor can a file be a folder too.
        named = f"{place.as_posix().casefold()}/"
        if any(named.startswith(other) or other.startswith(named) for other in seen):
            raise UploadRefused(_("In dit zip-bestand zit {name} twee keer.").format(name=place))
        seen.add(named)
        with packed.open(entry) as file:
            data = file.read(left + 1)
        left -= len(data)
        if left < 0:
            raise _too_large()
        yield place, data


def _place(entry: ZipInfo) -> PurePosixPath:
    """Give the path of an entry. Raises UploadRefused for one that could lead anywhere else."""
    name = entry.filename
    parts = name.split("/")
    is_link = stat.S_ISLNK(entry.external_attr >> 16)
    is_long = len(name.encode("utf-8", "replace")) > LONGEST_PATH
    if is_link or is_long or not all(_PLACE.fullmatch(part) for part in parts):
        raise UploadRefused(
            _(
                "In dit zip-bestand zit een naam die niet mag: {name}. Gebruik gewone namen van mappen en "
                "bestanden, zonder .. en zonder verwijzing naar een andere plek."
            ).format(name=ascii(name[:80]))
        )
    return PurePosixPath(*parts)


def _is_litter(name: str) -> bool:
    return name.startswith(_LITTER[0]) or name.rpartition("/")[2] in _LITTER[1:]


def _top(files: dict[PurePosixPath, bytes]) -> PurePosixPath:
    """Give the folder that holds everything: the framework's own, however many stand around it."""
    if not files:
        raise UploadRefused(_("In dit zip-bestand zit geen enkel YAML-bestand. Pak de map van het kader in."))
    folders = [place.parent.parts for place in files]
    shared = []
    for parts in zip(*folders, strict=False):
        if len(set(parts)) > 1:
            break
        shared.append(parts[0])
    return PurePosixPath(*shared)


def _text(name: str, data: bytes) -> tuple[str, list[Fault]]:
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return "", [Fault(name, line, _("dit is geen tekst in UTF-8."), _("Bewaar het bestand als UTF-8."))]


def _unsafe(name: str, text: str) -> Iterator[Fault]:
    """Give what may not be parsed further; one fault is enough."""
    depth = 0
    try:
        for count, event in enumerate(yaml.parse(text, Loader=_Loader)):
            line = event.start_mark.line + 1 if event.start_mark else 1
            if isinstance(event, yaml.AliasEvent):
                message = _("verwijst met '*{name}' naar een andere plek.").format(name=event.anchor)
                yield Fault(name, line, message, _("Schrijf het uit: zulke verwijzingen mogen niet."))
                return
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST or count > MOST_PIECES:
                yield Fault(name, line, _("dit gaat te diep, of er staat te veel in."))
                return
    except yaml.YAMLError:
        return  # the checker says where and why
    except ValueError as error:
        yield Fault(name, 1, _("dit is niet te lezen: {problem}.").format(problem=problem(error)))


def _too_large() -> UploadRefused:
    return UploadRefused(
        _("Dit zip-bestand is te groot. Ingepakt en uitgepakt mag het {size} MB zijn.").format(
            size=LARGEST // 2**20
        )
    )
