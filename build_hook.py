"""Ships the packs compiled: the wheel carries rules and words as the tool would make them on first use."""

import os
import sys
import tempfile
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledPacks(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles each shipped pack into the wheel; an editable install reads the packs' own files."""

    PLUGIN_NAME = "custom"
    made: tempfile.TemporaryDirectory[str] | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled packs to what the wheel holds."""
        if version == "editable":
            return
        self.made = tempfile.TemporaryDirectory(prefix="szai-compiled-")
        before = list(sys.path)
        sys.path.insert(0, self.root)
        try:
            build_data["force_include"] |= self.compiled(self.made.name)
        finally:
            sys.path[:] = before

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the compiled packs again: the wheel holds them now."""
        del version, build_data, artifact_path
        if self.made:
            self.made.cleanup()

    def compiled(self, folder: str) -> dict[str, str]:
        """Compile the packs into a folder; file there → its place in the wheel."""
        from szai_assess import files, loading
        from szai_assess.pack import plain_from

        found, shelf = {}, os.path.join(self.root, "questionnaires")
        for name in sorted(os.listdir(shelf)):
            if not os.path.isfile(os.path.join(shelf, name, "pack.yaml")):
                continue
            pack, words = loading.compile_pack(os.path.join(shelf, name))
            for kind, value in (("rules", plain_from(pack)), ("words", words)):
                path = os.path.join(folder, f"{name}.{kind}")
                files.write(path, loading.packed(value, name))
                found[path] = f"szai_assess/_data/compiled/{name}.{kind}"
        return found
