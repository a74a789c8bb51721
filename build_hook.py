"""Ships the packs compiled: the wheel carries rules and words as the tool would make them on first use."""

import os
import sys
import tempfile
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledPacks(BuildHookInterface):  # type: ignore[type-arg]
    """Compiles each shipped pack into the wheel; an editable install reads the packs' own files."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled packs to what the wheel holds."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from szai_assess import files, loading
        from szai_assess.pack import plain_from

        made = tempfile.mkdtemp(prefix="szai-compiled-")
        shelf = os.path.join(self.root, "questionnaires")
        for name in sorted(os.listdir(shelf)):
            pack, words = loading.compile_pack(os.path.join(shelf, name))
            for kind, value in (("rules", plain_from(pack)), ("words", words)):
                path = os.path.join(made, f"{name}.{kind}")
                files.write(path, loading.packed(value, name))
                build_data["force_include"][path] = f"szai_assess/_data/compiled/{name}.{kind}"
