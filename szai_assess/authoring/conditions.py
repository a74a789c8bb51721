"""Conditions as authors write them, compiled to masks."""

from collections.abc import Mapping, Sequence
from typing import Any

from szai_assess.authoring.draft import Written
from szai_assess.condition import ALWAYS, Atom, Condition
from szai_assess.errors import Fault
from szai_assess.masks import bits
from szai_assess.pack import Variable
from szai_assess.text import nearest

Path = tuple["str | int", ...]


class Compiler:
    """Compiles the conditions of a pack over its variables, and keeps the faults."""

    def __init__(self, variables: Sequence[Variable], without_options: set[str]) -> None:
        """Prepare for these variables; ``without_options`` are questions that no condition may read."""
        self.variables = variables
        self.index = {variable.name: number for number, variable in enumerate(variables)}
        self.without_options = without_options
        self.faults: list[Fault] = []

    def fault(self, code: str, file: Written, path: Path, **details: str) -> None:
        """Note a fault at a path of a file."""
        self.faults.append(Fault(code, file.place(*path), details))

    def options(self, variable: Variable, value: Any, file: Written, path: Path) -> int:
        """The mask of the options that a value names."""
        named = [value] if isinstance(value, str) else value
        if not isinstance(named, list) or not named or not all(isinstance(option, str) for option in named):
            self.fault("P012", file, path, name=variable.name)
            return 0
        known = [option for option in named if option in variable.options]
        for option in named:
            if option not in variable.options:
                near = nearest(option, variable.options) or "-"
                self.fault("P011", file, path, name=variable.name, option=option, nearest=near)
        return bits(variable, known)

    def mask(self, variable: Variable, value: Any, file: Written, path: Path, warns: bool) -> int:
        """The mask under which an atom is true."""
        if not isinstance(value, Mapping):
            return self.options(variable, value, file, path)
        if len(value) != 1 or next(iter(value)) not in ("other_than", "none"):
            self.fault("P012", file, path, name=variable.name)
            return 0
        kind, named = next(iter(value.items()))
        chosen = self.options(variable, named, file, path)
        if kind == "other_than":
            return variable.every & ~chosen
        if not warns:
            self.fault("P013", file, path, name=variable.name)
        return ~chosen

    def atom(self, name: str, value: Any, file: Written, path: Path, warns: bool) -> Atom | None:
        """One key of a clause."""
        if name in self.without_options:
            self.fault("P014", file, path, name=name)
            return None
        if name not in self.index:
            self.fault("P010", file, path, name=name, nearest=nearest(name, list(self.index)) or "-")
            return None
        index = self.index[name]
        return index, self.mask(self.variables[index], value, file, path, warns)

    def condition(self, written: Any, file: Written, path: Path, warns: bool = False) -> Condition:
        """A condition; ``None`` always holds."""
        if written is None:
            return ALWAYS
        clauses = [written] if isinstance(written, Mapping) else written
        compiled = []
        for number, clause in enumerate(clauses):
            step: Path = (*path, number) if isinstance(written, list) else path
            if not clause:
                self.fault("P012", file, step, name="when")
            atoms = [self.atom(name, value, file, (*step, name), warns) for name, value in clause.items()]
            compiled.append(tuple(atom for atom in atoms if atom is not None))
        if not compiled:
            self.fault("P012", file, path, name="when")
        return tuple(compiled)
