"""The templates of one run: a project's own, one by one, in front of the shipped ones."""

import codecs
import os
from collections.abc import Iterator
from contextlib import contextmanager

from szai_assess import files, locate
from szai_assess.errors import Fault, Place, TemplateError

OWN = os.path.join(".szai", "templates")
AS_TEXT = (".j2", ".css")


def shipped_text(name: str) -> str:
    """The text of a shipped template. One function for all runs without templates of their own: they are compiled once."""
    return files.read(locate.shipped_template(name)).decode("utf-8")


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
        paths = (os.path.join(folder, *name.split("/")) for folder in self.folders)
        return next((path for path in paths if files.exists(path)), "")

    def path(self, name: str) -> str:
        """The path of a template."""
        own = self.own(name)
        self.used |= {own} if own else set()
        return own or locate.shipped_template(name)

    def data(self, name: str) -> bytes:
        """What a file of the templates holds.

        Raises TemplateError where text is not UTF-8, OutputError where it cannot be read.
        """
        path = self.path(name)
        data = files.read(path)
        if not name.endswith(AS_TEXT):
            return data
        data = data.removeprefix(codecs.BOM_UTF8)
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            raise TemplateError(Fault("T001", Place(path, line), {"why": f"UTF-8: {error.reason}"})) from error
        return data

    def text(self, name: str) -> str:
        """The text of a template."""
        return self.data(name).decode("utf-8")

    def place(self, place: Place) -> Place:
        """A place in a template by the path of the project's own file, where it is one of those."""
        return place._replace(file=self.own(place.file) or place.file)

    @contextmanager
    def in_front(self) -> Iterator[None]:
        """Have every format find these templates.

        Raises TemplateError with the places of the project's own files.
        """
        token = locate.FINDER.set(self.path)
        try:
            yield
        except TemplateError as error:
            raise TemplateError(*(fault._replace(place=self.place(fault.place)) for fault in error.faults)) from error
        finally:
            locate.FINDER.reset(token)
