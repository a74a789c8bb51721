"""A sitting of the interview for tests: someone replies and wishes, page by page, and what came of it is noted."""

from szai_assess.answers import Answers
from szai_assess.errors import Fault, OutputError, Place
from szai_assess.interview import ANSWER, Desk, Plan, Stopped, Wish, begin
from szai_assess.interview import page as pages

DAY = "2026-11-21"
SAVED = "saved"
NOTHING = Answers()
EVERYTHING = Plan()
USUAL = {pages.NOTICE: pages.READ, pages.END: pages.FINISH, pages.RESULT: pages.LATER}  # what nobody has to think about


def where(page):
    """What a page is about, as tests name it: ``harm``, ``lines.rl1``, ``lines.rl1:note``; of other pages their kind."""
    if page.kind != pages.QUESTION:
        return page.kind
    return page.prompt.name if page.prompt.kind == ANSWER else f"{page.prompt.name}:{page.prompt.kind}"


class Sitting:
    """One conversation. ``course`` has the pages and the saves in the order in which they happened."""

    def __init__(self, pack, words, answers=NOTHING, plan=EVERYTHING, *, day=DAY, faults=0):
        """Sit down before these answers; the first ``faults`` savings fail."""
        self.pages, self.saved, self.course = [], [], []
        self.faults, self.result = faults, None
        self.talk = begin(Desk(pack, words, self.save, lambda: day), answers, plan)
        self.send(None)

    def save(self, answers):
        """What the desk does to save."""
        if self.faults:
            self.faults -= 1
            raise OutputError(Fault("O001", Place("szai.yaml")))
        self.saved.append(answers)
        self.course.append(SAVED)

    def send(self, reply):
        """Send one reply or wish, and note the page that it leads to."""
        try:
            page = self.talk.send(reply)
        except StopIteration as end:
            self.result = end.value
        else:
            self.pages.append(page)
            self.course.append(where(page))

    @property
    def page(self):
        """The page that lies open."""
        return self.pages[-1]

    @property
    def at(self):
        """What the page that lies open is about; empty where all is over."""
        return where(self.page) if self.result is None else ""

    @property
    def asked(self):
        """All questions asked so far, remarks among them, in their order."""
        return [where(page) for page in self.pages if page.kind == pages.QUESTION]

    @property
    def answers(self):
        """What was saved last."""
        return self.saved[-1]

    def say(self, *replies):
        """Reply to one page after the other; gives what the page that follows is about."""
        for reply in replies:
            self.send(reply)
        return self.at

    def wish(self, *kinds, draft=()):
        """Wish one thing after the other; gives what the page that follows is about."""
        return self.say(*(Wish(kind, draft) for kind in kinds))

    def play(self, script=None, /, **replies):
        """Reply to each page from a script, by what it is about (``lines_rl1_note``); stop where the script has no reply."""
        script = {**USUAL, **(script or {}), **replies}
        while self.result is None:
            key = self.at.replace(".", "_").replace(":", "_")
            if key not in script:
                self.stop()
            self.say(script[key])
        return self.result

    def stop(self):
        """Stop as a person does: whoever shows the pages raises it."""
        self.talk.close()
        raise Stopped


def made(builder, notices=None, **settings):
    """The pack that a builder has built, and its words."""
    return builder.pack(**settings), builder.words(notices)
