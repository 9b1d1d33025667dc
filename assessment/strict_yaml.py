"""YAML that keeps its line numbers and refuses what plain YAML swallows.

`yaml.safe_load` keeps the last of two equal keys in silence; a rule can vanish that way. Here it is a fault.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from assessment.faults import Fault
from assessment.yaml_words import problem
from texts import _

# The parser in C reads the framework eight times as fast, where it was built along.
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Document:
    """One parsed file: its data, and the YAML nodes that know the lines."""

    file: str
    data: Any
    node: yaml.Node | None

    def line(self, path: Sequence[str | int]) -> int:
        """Give the line of the deepest part of `path` that the file has."""
        node, line = self.node, 1
        for step in path:
            found = _child(node, step)
            if found is None:
                continue  # a step of the model (such as a union's tag) that the file does not know
            key, node = found
            line = key.start_mark.line + 1
        return line


def read(path: Path, name: str) -> tuple[Document, list[Fault]]:
    """Parse `path`; give its document and what is wrong with its form."""
    loader = _Loader(path.read_text(encoding="utf-8"))
    try:
        node = loader.get_single_node()
        faults = list(_duplicates(node, name))
        data = loader.construct_document(node) if node is not None else {}
    except (yaml.YAMLError, ValueError, TypeError) as error:
        # Besides bad form: characters that YAML refuses, a thirteenth month, a list as a key.
        return Document(name, {}, None), [_unreadable(name, error)]
    finally:
        loader.dispose()
    return Document(name, data, node), faults


def _unreadable(name: str, error: Exception) -> Fault:
    mark = error.problem_mark if isinstance(error, yaml.MarkedYAMLError) else None
    return Fault(
        name, mark.line + 1 if mark else 1, _("dit is geen YAML: {problem}.").format(problem=problem(error))
    )


def _duplicates(node: yaml.Node | None, name: str) -> list[Fault]:
    faults = []
    if isinstance(node, yaml.MappingNode):
        seen: dict[str, int] = {}
        for key, value in node.value:
            line = key.start_mark.line + 1
            if key.value in seen:
                message = _("de sleutel '{key}' staat hier nog een keer.").format(key=key.value)
                hint = _("De eerste staat op regel {line}.").format(line=seen[key.value])
                faults.append(Fault(name, line, message, hint))
            seen.setdefault(key.value, line)
            faults.extend(_duplicates(value, name))
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            faults.extend(_duplicates(value, name))
    return faults


def _child(node: yaml.Node | None, step: str | int) -> tuple[yaml.Node, yaml.Node] | None:
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == step:
                return key, value
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step]
    return None
