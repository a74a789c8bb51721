"""The proof of a pack as Markdown, in one language: the same bytes for the same pack."""

from collections.abc import Iterator

from szai_assess.galley import Galley
from szai_assess.messages import say
from szai_assess.proof import CHAPTERS, Claim, Proof


def cell(text: str) -> str:
    """A text as a cell of a table."""
    return text.replace("|", "\\|").replace("\n", " ")


def code(text: str, language: str) -> str:
    """An example as a cell: the answers that are listed, or that none need be."""
    return say("proof.plain", language) if text == "-" else f"`{cell(text)}`"


def line(claim: Claim, has_examples: bool, language: str) -> str:
    """A statement as a line of a table."""
    details = dict(claim.details)
    if "without" in details:
        details["without"] = code(str(details["without"]), language)
    cells = [f"`{claim.name}`", cell(say(claim.sentence, language, **details))]
    if has_examples:
        cells.append(code(claim.example, language) if claim.example else "")
    return f"| {' | '.join(cells)} |"


def chapter(claims: tuple[Claim, ...], language: str) -> Iterator[str]:
    """The statements of a chapter as a table, with examples where there are any."""
    has_examples = any(claim.example for claim in claims)
    heads = ["proof.subject", "proof.statement", *(["proof.example"] if has_examples else [])]
    yield f"| {' | '.join(say(head, language) for head in heads)} |"
    yield f"| {' | '.join('---' for _ in heads)} |"
    yield from (line(claim, has_examples, language) for claim in claims)


def lines(galley: Galley, proof: Proof, language: str, file: str) -> Iterator[str]:
    """The report, line by line."""
    pack = galley.pack
    yield f"# {say('proof.title', language, pack=f'{pack.id}@{pack.version}')}"
    yield ""
    yield say("proof.made", language, id=pack.id, file=file)
    yield ""
    yield say("proof.about", language)
    yield ""
    yield say("proof.faulty", language, count=str(len(proof.faults))) if proof.faults else say("proof.clean", language)
    if proof.faults:
        yield ""
    yield from (f"- {fault.code} {say(fault.code, language, **fault.details)}" for fault in proof.faults)
    for name, title in CHAPTERS.items():
        claims = proof.chapter(name)
        if claims:
            yield ""
            yield f"## {say(title, language)} ({len(claims)})"
            yield ""
            if name == "monotony":
                yield say("proof.composed", language)
                yield ""
            yield from chapter(claims, language)


def report(galley: Galley, proof: Proof, language: str, file: str) -> str:
    """The text of the report, which will stand in this file."""
    return "".join(f"{each}\n" for each in lines(galley, proof, language, file))
