"""Someone who answers an interview line by line: what is printed, what is saved, and how it ends."""

import io
import sys

import pytest
from handmade import a_pack

from szai_assess.answers import Answers
from szai_assess.errors import OutputError
from szai_assess.interview import Desk, Plan, Stopped, begin
from szai_assess.messages import say
from szai_assess.terminal import Wording, hold

TEXT = {"kind": "text", "options": ()}
TICKS = {"kind": "many", "options": ("face", "voice", "none")}
DAY = "2026-11-21"


class Told:
    """What was printed and saved, and how it ended."""

    def __init__(self):
        self.saved, self.out, self.error, self.answers = [], "", None, None

    @property
    def values(self):
        return self.saved[-1].values if self.saved else {}

    @property
    def notes(self):
        return self.saved[-1].notes

    def says(self, key, language="zh", **details):
        """How often a sentence of the interface was printed."""
        return self.out.count(say(key, language, **details))


def spoken(stdin, builder, values=None, notices=None, plan=None, save=None, language="zh"):
    """Hold an interview with this input."""
    told, pack, words = Told(), builder.pack(), builder.words(notices)
    answers = Answers(pack="small@1.0.0", values=values or {})
    talk = begin(Desk(pack, words, save or told.saved.append, lambda: DAY), answers, plan or Plan())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "stdin", stdin)
        patch.setattr(sys, "stdout", io.StringIO())
        try:
            told.answers = hold(talk, Wording(pack, words, language), lambda *_: ["the verdict"], plain=True)
        except (Stopped, OutputError) as error:
            told.error = error
        told.out = sys.stdout.getvalue()
    return told


def asked(*lines, kind="one", notices=None, values=None, language="zh", **settings):
    """Answer one question behind ``harm`` by these lines, then nothing."""
    stdin = io.StringIO("".join(f"{line}\n" for line in lines))
    held = {"harm": "none", **(values or {})}
    return spoken(stdin, a_pack().ask("sex", kind, **settings), held, notices, language=language)
