"""The templates of one run: a project's own, one by one, in front of the shipped ones."""

import codecs
import os
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from szai_assess import files, locate
from szai_assess.errors import Fault, Place, TemplateError

OWN = os.path.join(".szai", "templates")
AS_TEXT = (".j2", ".css")
WORDS = "words"  # the detail of a fault that is known only by the words it is about
ALIKE = 0.8  # from which on a name is taken for another one misspelt


def is_sound(name: str) -> bool:
    """Whether a name leads nowhere but into a folder of templates, on any system."""
    return bool(name) and not name.startswith("/") and ".." not in name.split("/") and not set(name) & set("\\:\0")


def astray(name: str) -> TemplateError:
    """The refusal of a template outside of the folders of templates."""
    return TemplateError(Fault("T010", Place(name), {"name": name}))


def held(path: str, name: str) -> bytes:
    """What the file of a template holds.

    Raises TemplateError where there is none, OutputError where it cannot be read.
    """
    if not files.exists(files.followed(path)):
        raise TemplateError(Fault("T003", Place(name), {"name": name}))
    return files.read(path)


def shipped_text(name: str) -> str:
    """The text of a shipped template. One function for all runs without templates of their own: they are compiled once.

    Raises TemplateError where there is none of this name.
    """
    if not is_sound(name):
        raise astray(name)
    return held(locate.shipped_template(name), name).decode("utf-8")


def listed(folder: str) -> Iterator[str]:
    """The names of the files in a folder of templates, hidden ones left out."""
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        paths = (os.path.join(here, each) for each in sorted(names) if not each.startswith("."))
        yield from (os.path.relpath(path, folder).replace(os.sep, "/") for path in paths)


class Templates:
    """The templates for the papers of an answers file; ``used`` are the project's own that were read."""

    def __init__(self, file: str) -> None:
        """Look beside the answers file first, then in the current folder."""
        folders = dict.fromkeys((os.path.join(os.path.dirname(file), OWN), OWN))
        self.folders = [folder for folder in folders if files.is_folder(folder)]
        self.used: set[str] = set()
        self.read_text = self.text if self.folders else shipped_text

    def own(self, name: str) -> str:
        """The path of the project's own template of this name; empty where it has none."""
        paths = (os.path.join(folder, *name.split("/")) for folder in self.folders if is_sound(name))
        return next((path for path in paths if files.exists(path)), "")

    def holds(self, path: str) -> bool:
        """Whether a path leads into one of the project's folders of templates, links followed."""
        roots = tuple(os.path.join(files.followed(folder), "") for folder in self.folders)
        return files.followed(path).startswith(roots)

    def path(self, name: str) -> str:
        """The path of a template.

        Raises TemplateError where it lies outside of the folders of templates.
        """
        own = self.own(name)
        if not is_sound(name) or (own and not self.holds(own)):
            raise astray(name)
        self.used |= {own} if own else set()
        return own or locate.shipped_template(name)

    def data(self, name: str) -> bytes:
        """What a file of the templates holds.

        Raises TemplateError where there is none, or where text is not UTF-8, and OutputError where it cannot be read.
        """
        path = self.path(name)
        data = held(path, name)
        if not name.endswith(AS_TEXT):
            return data
        data = data.removeprefix(codecs.BOM_UTF8)
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise TemplateError(Fault("T013", Place(path, line), {"why": error.reason})) from error
        return data

    def text(self, name: str) -> str:
        """The text of a template."""
        return self.data(name).decode("utf-8")

    def place(self, fault: Fault) -> Place:
        """The place of a fault by the path of the project's own file, where it is one of those."""
        own = self.own(fault.place.file)
        return self.sought(fault.details.get(WORDS, ""), own) or fault.place._replace(file=own or fault.place.file)

    def sought(self, words: str, first: str) -> Place | None:
        """The first line of the project's own texts that is these words, or else holds them; the text at ``first`` before others."""
        texts = [path for path in sorted(self.used, key=lambda path: (path != first, path)) if path.endswith(".j2")]
        lines = [
            (line.strip(), Place(path, number))
            for path in (texts if words else ())
            for number, line in enumerate(files.read(path).decode("utf-8").split("\n"), 1)
        ]
        whole = (place for line, place in lines if line == words)
        return next(whole, None) or next((place for line, place in lines if words in line), None)

    def strays(self, known: Collection[str]) -> Iterator[tuple[str, str]]:
        """Files that were not used and whose name is almost that of a template: their path, and that name."""
        from difflib import get_close_matches

        names = {*listed(locate.shipped("templates")), *known} if self.folders else set()
        for folder in self.folders:
            for name in listed(folder):
                path = os.path.join(folder, *name.split("/"))
                near = () if name in names or path in self.used else get_close_matches(name, sorted(names), 1, ALIKE)
                yield from ((path, each) for each in near if not self.own(each))

    @contextmanager
    def in_front(self) -> Iterator[None]:
        """Have every format find these templates.

        Raises TemplateError with the places of the project's own files.
        """
        token = locate.FINDER.set(self.path)
        try:
            yield
        except TemplateError as error:
            raise TemplateError(*(fault._replace(place=self.place(fault)) for fault in error.faults)) from error
        finally:
            locate.FINDER.reset(token)
