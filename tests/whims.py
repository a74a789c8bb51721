"""A person of whims, who replies and wishes at random, and what each of their saves must then hold."""

from sitting import DAY, EVERYTHING, NOTHING, Sitting

from szai_assess.answers import Answers
from szai_assess.interview import ANSWER, NOTE, Wish
from szai_assess.interview import page as pages
from szai_assess.pack import UNKNOWN

TEXTS = ("", "一句话", "yes: no # 010", " - [x]", "~")
DAYS = ("", "2026-01-31", "2024-02-29")


def flat(pack, values):
    """The answers one by one: each row and field apart, "unknown" for a whole matrix and a blank form spread over theirs."""
    found = {}
    for question in pack.questions:
        value = values.get(question.id)
        if value is None or not question.parts:
            found |= {} if value is None else {question.id: value}
            continue
        if value == UNKNOWN or (question.type == "form" and not value):
            value = dict.fromkeys(question.parts, value or "")
        found |= {f"{question.id}.{part}": held for part, held in value.items()}
    return found


def one_by_one(pack, answers):
    """Answers, notes and evidence as three mappings by name."""
    return flat(pack, answers.values), dict(answers.notes), dict(answers.evidence)


def plain(reply, style):
    """A reply as the file has it."""
    if isinstance(reply, str):
        return reply
    return reply[0] if list(reply) == [UNKNOWN] or (style == "one" and len(reply) == 1) else list(reply)


class Whim:
    """Sits at an interview. ``due`` is what the next save must hold, ``past`` what undo must lead back to."""

    def __init__(self, chance, pack, words, answers=NOTHING, plan=EVERYTHING):
        """Sit down before these answers."""
        self.chance, self.pack = chance, pack
        self.sitting = Sitting(pack, words, answers, plan)
        self.held, self.past, self.due = answers, [], None

    def choose(self):
        """A reply or a wish for the page that lies open."""
        page = self.sitting.page
        if page.wishes and self.chance.random() < 0.15:
            return Wish(self.chance.choice(page.wishes), self.chance.choice(("", "草", ())))
        if page.kind == pages.QUESTION:
            return self.reply(page)
        if page.kind == pages.PART:
            return self.some(page.options, self.chance.randint(0, 3))
        if page.kind in (pages.END, pages.RESULT):
            return pages.LOOK if page.kind == pages.END else pages.PAPERS  # it goes on
        return self.chance.choice(page.options)

    def reply(self, page):
        """A reply to a question, now and then one that cannot stand."""
        if page.style == "date":
            return self.chance.choice((*DAYS, "2026-02-30"))
        if page.style == "text":
            return self.chance.choice((*TEXTS, "a\x1b"))
        if page.style == "one":
            return self.chance.choice((*page.options, page.options[-2:], ""))
        return self.some(page.options, self.chance.choice((0, 1, 1, 2, 3)))

    def some(self, options, count):
        """Some of the options."""
        return self.chance.sample(options, min(count, len(options)))

    def sensible(self):
        """A reply that leads on to the end."""
        page = self.sitting.page
        if page.kind == pages.QUESTION and page.style in ("text", "date"):
            return ""
        if page.kind == pages.LEAVING:
            return pages.GO
        told = [option for option in page.options if option not in (UNKNOWN, pages.LOOK)]
        return [told[0]] if page.style == "many" else told[0]

    def tell(self, reply):
        """Note what a reply to the page's prompt makes of the answers."""
        prompt = self.sitting.page.prompt
        values, notes, evidence = one_by_one(self.pack, self.held)
        if prompt.kind == ANSWER:
            values[prompt.name] = plain(reply, prompt.style)
        else:
            (notes if prompt.kind == NOTE else evidence).update({prompt.name: reply})
        self.due = (values, {k: v for k, v in notes.items() if v}, {k: v for k, v in evidence.items() if v})

    def foresee(self, page, reply):
        """Note what a reply must come to, if it is saved."""
        more = [UNKNOWN] if page.prompt.style == "many" else []
        if page.kind == pages.QUESTION:
            self.tell(reply)
        elif reply == pages.OPEN:
            self.tell(UNKNOWN)
        elif page.kind == pages.PART:
            chosen = [option for option in page.prompt.options if option in reply]
            self.tell(UNKNOWN if not more and set(chosen) == {*page.prompt.options} else [*chosen, *more])
        elif reply in (pages.TAKE, pages.ALL):
            self.tell([*page.names, *(more if reply == pages.TAKE else [])])
        elif reply == pages.GO:
            self.due = tuple(
                {key: kept for key, kept in found.items() if key.partition(".")[0] not in page.names}
                for found in self.due
            )

    def send(self, reply):
        """Send a reply or a wish, and hold what was saved against what it must be; gives that."""
        sitting, page = self.sitting, self.sitting.page
        undo = isinstance(reply, Wish) and reply.kind == pages.UNDO and bool(self.past)
        if not isinstance(reply, Wish):
            self.foresee(page, reply)
        before = len(sitting.saved)
        sitting.send(reply)
        saved = sitting.saved[before:]
        assert len(saved) <= 1
        for answers in saved:
            if undo:
                assert answers == self.past.pop()
            elif reply == pages.FINISH:
                assert answers == self.held._replace(assessed_on=DAY)
            else:
                assert (one_by_one(self.pack, answers), answers.assessed_on) == (self.due, "")
                self.past.append(self.held)
            self.held = answers
        assert saved or not undo
        return saved


def started(chance, cases):
    """Answers to begin with: none, or a case of which some is missing."""
    values, share = chance.choice([{}, *cases]), chance.random()
    return Answers(values={name: value for name, value in values.items() if chance.random() < share})
