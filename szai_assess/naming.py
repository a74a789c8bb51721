"""File names made from the names that people give their applications: Chinese stays, nothing in them can steer a path."""

import os
import unicodedata

from szai_assess.messages.templates import UNNAMED

LONGEST, WIDEST = 60, 180  # characters, and bytes, so that the whole name fits into the 255 bytes of a file system
RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in "123456789¹²³")}
STEERING = frozenset('\\/:*?"<>|')
INVISIBLE = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")


def harmless(name: str) -> str:
    """The name with every character that a file system or a shell could take amiss made ``_`` or left out."""
    shown = "".join(
        "_" if char in STEERING or unicodedata.category(char) in INVISIBLE else char
        for char in unicodedata.normalize("NFC", name)
    )
    words = " ".join(shown.split())
    while ".." in words:
        words = words.replace("..", "_")
    return words.strip("._- ")


def shortened(name: str) -> str:
    """The name within ``LONGEST`` characters and ``WIDEST`` bytes."""
    cut = name[:LONGEST]
    while len(cut.encode()) > WIDEST:
        cut = cut[:-1]
    return cut.rstrip("._- ")


def stem(product: str, document: str, language: str) -> str:
    """A paper's file name without its ending: ``{product}-{document}.{language}``."""
    name = shortened(harmless(product)) or (UNNAMED.en if language == "en" else UNNAMED.zh)
    if name.partition(".")[0].strip().casefold() in RESERVED:
        name = f"_{name}"
    return f"{name}-{document}.{language}"


def folder_for(file: str, kind: str = "papers") -> str:
    """The folder for the papers of an answers file: beside it, named after it."""
    name = os.path.basename(file)
    for ending in (".szai.yaml", ".yaml", ".yml", ".json"):
        name = name.removesuffix(ending)
    return os.path.join(os.path.dirname(file), f"{name}-{kind}")
