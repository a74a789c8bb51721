"""A pack's files, read strictly and held against their models: every fault of every file at once."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from szai_assess.authoring import elements, law_files, models
from szai_assess.authoring.elements import Part
from szai_assess.errors import Fault, PackError, Place
from szai_assess.strict import Node, parse
from szai_assess.text import nearest

Model = TypeVar("Model", bound=BaseModel)
SINGLE: dict[str, type[BaseModel]] = {
    "pack.yaml": models.PackFile,
    "sources.yaml": models.SourceFile,
    "law.zh.yaml": law_files.LawFile,
    "law.en.yaml": law_files.TranslationFile,
    "obligations.yaml": models.ObligationFile,
    "documents.yaml": models.DocumentFile,
    "indicators.yaml": models.IndicatorFile,
}
OPTIONAL: dict[str, type[BaseModel]] = {"readings.yaml": elements.ReadingFile}
FOLDERS: dict[str, type[BaseModel]] = {"questions/": models.QuestionFile, "tables/": models.Table}
CODES = {
    "missing": "P003",
    "extra_forbidden": "P004",
    "literal_error": "P005",
    "too_short": "P006",
    "string_too_short": "P007",
    "string_pattern_mismatch": "P008",
    "bool_parsing": "P009",
    "no_day": "P029",
    "too_long": "P031",
}


class Written(NamedTuple):
    """One file: its name, its tree with places, and what it says."""

    file: str
    tree: Node
    model: Any

    def place(self, *path: "str | int") -> Place:
        """The place of the innermost node on a path that exists."""
        return Place(self.file, *position(self.tree, path))


def position(tree: Node, path: "tuple[str | int, ...]") -> tuple[int, int]:
    """Line and column of the innermost node on a path that exists; of a mapping's entry, of its key."""
    found, node = (tree.line, tree.column), tree
    for step in path:
        if node.kind == "mapping":
            pair = next(((key, value) for key, value in node.pairs() if key.value == step), None)
            if pair is None:
                continue  # a step that only the model knows, such as the member of a union
            found, node = (pair[0].line, pair[0].column), pair[1]
        elif node.kind == "sequence" and isinstance(step, int) and step < len(node.value):
            node = node.value[step]
            found = (node.line, node.column)
    return found


class Draft(NamedTuple):
    """A pack as written: all its files."""

    files: Mapping[str, Written]

    def one(self, name: str) -> Any:
        """The model of a single file."""
        return self.files[name].model

    def within(self, folder: str) -> Iterator[Written]:
        """The files of a folder, by name."""
        return (self.files[name] for name in sorted(self.files) if name.startswith(folder))


def model_of(name: str) -> type[BaseModel] | None:
    """The model for a file of a pack, by its path within the pack; ``None`` for files of another kind."""
    folder = next((model for prefix, model in FOLDERS.items() if name.startswith(prefix)), None)
    return SINGLE.get(name) or OPTIONAL.get(name) or folder


def expectations(error: Mapping[str, Any], model: type[BaseModel]) -> dict[str, str]:
    """The details that a message about this validation error needs."""
    name = next((step for step in reversed(error["loc"]) if isinstance(step, str)), "-")
    context = error.get("ctx", {})
    expected = next((context[key] for key in ("expected", "pattern", "max_length") if key in context), "")
    names = sorted(
        {field for part in (vars(elements) | vars(models)).values() if is_part(part) for field in part.model_fields}
    )
    return {
        "name": name,
        "nearest": nearest(name, names) or "-",
        "value": str(error.get("input"))[:60],
        "expected": str(expected),
        "problem": str(error["msg"]),
        "file": model.__name__,
    }


def is_part(value: object) -> bool:
    """Whether this is one of the models."""
    return isinstance(value, type) and issubclass(value, Part)


def validated(file: str, tree: Node, model: type[BaseModel]) -> tuple[Written | None, list[Fault]]:
    """The file held against its model."""
    try:
        return Written(file, tree, model.model_validate(tree.plain())), []
    except ValidationError as error:
        faults = {}
        for problem in error.errors():
            at = Place(file, *position(tree, tuple(problem["loc"])))
            fault = Fault(CODES.get(problem["type"], "P002"), at, expectations(problem, model))
            faults[fault.code, at, fault.details["name"]] = fault
        return None, list(faults.values())


def draft(folder: str, files: Mapping[str, bytes]) -> Draft:
    """The draft of a pack from its files (path within the pack → bytes); ``folder`` names it in places.

    Raises PackError with all faults.
    """
    written: dict[str, Written] = {}
    faults = [Fault("P001", Place(f"{folder}/{name}"), {"file": name}) for name in SINGLE if name not in files]
    for name in sorted(files):
        model = model_of(name)
        if model is None or not name.endswith(".yaml"):
            continue
        tree, found = parse(files[name], f"{folder}/{name}")
        if tree is None and not found:
            found = [Fault("P001", Place(f"{folder}/{name}"), {"file": name})]
        if tree is not None and not found:
            file, found = validated(f"{folder}/{name}", tree, model)
            if file:
                written[name] = file
        faults += found
    if faults:
        raise PackError(*faults)
    return Draft(written)
