"""A pack opened for its author: as written, compiled, with its cases and with the places of everything in it."""

import os
from typing import NamedTuple

from szai_assess import casework, exceptions, files, loading, locate, prove
from szai_assess.authoring import cases, draft, places, wording
from szai_assess.authoring import compile as rules
from szai_assess.errors import Fault
from szai_assess.galley import Galley
from szai_assess.pack import Pack
from szai_assess.proof import Proof
from szai_assess.proofread import proofread
from szai_assess.usage import named_in
from szai_assess.words import Words

LANGUAGES = ("zh",)  # the languages that papers exist in


class Workpiece(NamedTuple):
    """A pack on the author's bench."""

    folder: str
    pack: Pack
    words: Words
    places: places.Places
    cases: casework.Cases
    runs: tuple[casework.Run, ...]


def opened(folder: str) -> Workpiece:
    """Read, compile and run the cases of the pack in a folder.

    Raises PackError with all faults of the first step that finds any.
    """
    parts = files.below(folder)
    written = draft.draft(folder, parts)
    pack = rules.compiled(written, loading.digest(loading.parts_of(folder)))
    known = cases.read(folder, parts, pack)
    runs = casework.run_all(pack, known)
    return Workpiece(folder, pack, Words(wording.tree(written)), places.places(written), known, runs)


def templates() -> dict[str, str]:
    """The shipped templates: name → text."""
    found = files.below(locate.shipped("templates"))
    return {name: text.decode("utf-8") for name, text in found.items() if name.endswith(".j2")}


def misnamed(galley: Galley, folder: str) -> tuple[Fault, ...]:
    """The fault of a pack whose folder is not called by its id: on a shelf it is not found under that id."""
    name, ident = os.path.basename(os.path.abspath(folder)), galley.pack.id
    return () if name == ident else (galley.fault("P140", ("pack", "id"), folder=name, pack=ident),)


def galley_of(bench: Workpiece) -> Galley:
    """What is proofread of the pack."""
    texts = templates()
    whole = {name.split("/")[0] for name in texts}
    complete = frozenset(each for each in whole if all(f"{each}/{language}.md.j2" in texts for language in LANGUAGES))
    used = named_in(texts.values(), bench.pack)
    return Galley(bench.pack, bench.words, bench.places, used, complete, casework.fired(bench.runs))


def proofs(bench: Workpiece) -> tuple[Fault, ...]:
    """What can be said against the pack without its whole proof."""
    galley = galley_of(bench)
    return (*misnamed(galley, bench.folder), *proofread(galley))


def proved(bench: Workpiece) -> Proof:
    """The whole proof of the pack, and everything that can be said against it."""
    galley = galley_of(bench)
    proof = prove.prove(galley)
    return Proof(proof.claims, exceptions.told_once((*proofs(bench), *proof.faults)))
