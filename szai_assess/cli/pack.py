"""``pack``: list, show, new, proofread, test, schema; try and method have files of their own."""

import os
from collections.abc import Callable, Iterator
from typing import Annotated

import typer

from szai_assess import casework, exits, files, locate
from szai_assess.cli import judging, method, options, printing, trying
from szai_assess.errors import AssessError, Fault, OutputError, PackError, Place
from szai_assess.messages import say
from szai_assess.pack import Pack
from szai_assess.report.text import faults
from szai_assess.words import Words

Check = Callable[[str], tuple[tuple[Fault, ...], int]]


def wanted(names: list[str]) -> list[str]:
    """The folders of the packs named, or of all packs at hand."""
    return [locate.pack_folder(name) for name in names] if names else list(locate.packs().values())


def verdict_on(names: list[str], check: Check, language: str) -> int:
    """Tell the faults of each pack; 1 where there are any."""
    code = exits.DONE
    for folder in wanted(names):
        found, count = check(folder)
        details = {"pack": folder, "count": str(len(found) or count)}
        printing.text("".join(f"{line}\n" for line in faults(PackError(*found), language)))
        printing.text(say("check.pack_faults" if found else "check.pack_ok", language, **details) + "\n")
        code = exits.NO if found else code
    return code


def proofread(folder: str) -> tuple[tuple[Fault, ...], int]:
    """The faults of a pack, and how many cases it has; what keeps it from being compiled is a fault like others."""
    from szai_assess.cli import workbench

    try:
        bench = workbench.opened(folder)
    except PackError as error:
        return error.faults, 0
    return workbench.proofs(bench), len(bench.runs)


class Prover:
    """Proves packs; keeps the report on the last one proved."""

    def __init__(self, language: str, file: str) -> None:
        """Report in this language; ``file`` is where the report will stand."""
        self.language = language
        self.file = file
        self.report = ""
        self.told = ""

    def __call__(self, folder: str) -> tuple[tuple[Fault, ...], int]:
        """What keeps a pack from being proved, and how many cases it has."""
        from szai_assess.cli import workbench
        from szai_assess.proof_report import report

        try:
            bench = workbench.opened(folder)
        except PackError as error:
            return error.faults, 0
        proof = workbench.proved(bench)
        name = os.path.basename(self.file) or f"{bench.pack.id}.md"
        self.report = report(workbench.galley_of(bench), proof, self.language, name)
        self.told += say("proof.done", self.language, pack=folder, count=str(len(proof.claims))) + "\n"
        return proof.faults, len(bench.runs)


def prove(names: list[str], output: str, language: str) -> int:
    """Prove each pack; the proof of a single one is written to a file where one is named."""
    if output and len(wanted(names)) != 1:
        raise options.no_such("--output", output, ())
    prover = Prover(language, output)
    code = verdict_on(names, prover, language)
    printing.text(prover.told)
    if output and prover.report:
        put_proof(output, prover.report)
        printing.text(say("check.written", language, file=output) + "\n")
    return code


def put_proof(path: str, text: str) -> None:
    """Write a proof, but over nothing else."""
    if files.exists(path) and "--prove --output" not in files.read(path).decode("utf-8", "replace")[:400]:
        raise OutputError(Fault("O006", Place(path), {"file": path}))
    files.write(path, text.encode())


def test(folder: str) -> tuple[tuple[Fault, ...], int]:
    """The cases of a pack that do not come out, and how many cases it has."""
    from szai_assess.cli import workbench

    bench = workbench.opened(folder)
    return tuple(casework.faults(bench.runs)), len(bench.runs)


def mutated(folder: str) -> tuple[tuple[Fault, ...], int]:
    """The cases that do not come out, and the changes of single rows that no case notices; and how many cases there are."""
    from szai_assess.cli import workbench
    from szai_assess.mutation import unnoticed

    bench = workbench.opened(folder)
    failed = tuple(casework.faults(bench.runs))
    return failed or tuple(unnoticed(workbench.galley_of(bench), bench.cases)), len(bench.runs)


def coverage(names: list[str]) -> Iterator[tuple[str, str, str]]:
    """Table, row and number of cases that fire it, for each row of each pack."""
    from szai_assess.cli import workbench

    for folder in wanted(names):
        bench = workbench.opened(folder)
        for number, table in enumerate(bench.pack.tables):
            for row in table.rows:
                count = sum(row.id in run.fired for run in bench.runs)
                yield bench.pack.table_name(number), row.id, str(count)


def listing(language: str) -> Iterator[tuple[str, str, str]]:
    """Id with version, title and folder of each pack; for a broken one the name of its folder and its first fault's code."""
    for name, folder in locate.packs().items():
        try:
            pack, words = judging.Opened(folder).get()
        except AssessError as error:
            yield name, error.faults[0].code, folder
        else:
            yield f"{pack.id}@{pack.version}", words.label("pack", "title", language=language), folder


def questions(pack: Pack, words: Words, language: str) -> Iterator[tuple[str, str, str]]:
    """Id, type and words of each question."""
    for question in pack.questions:
        yield question.id, question.type, words.ask(question.id, language)


def tables(pack: Pack, words: Words, language: str) -> Iterator[tuple[str, str, str, str]]:
    """Name, hit policy, number of rows and title of each table."""
    for number, table in enumerate(pack.tables):
        name = pack.table_name(number)
        yield name, table.hit, str(len(table.rows)), words.label("tables", name, "title", language=language)


def heads(names: tuple[str, ...], language: str) -> list[str]:
    """The heads of columns."""
    return [say(f"check.head.{name}", language) for name in names]


def table_number(pack: Pack, name: str) -> int:
    """The number of the table with this name."""
    names = [pack.table_name(number) for number in range(len(pack.tables))]
    if name not in names:
        raise options.no_such("--table", name, names)
    return names.index(name)


def is_schema(data: bytes) -> bool:
    """Whether a file holds a schema of this tool, which may be written anew."""
    return b'"$id": "urn:szai-assess:' in data[:400]


def put_schema(path: str, text: str) -> None:
    """Write a schema, but over nothing else."""
    if files.exists(path) and not is_schema(files.read(path)):
        raise OutputError(Fault("O006", Place(path), {"file": path}))
    files.write(path, text.encode())


def schema_of(name: str, kind: str) -> str:
    """The text of the JSON Schema of a kind of file."""
    from szai_assess.authoring import schema

    if kind == "answers":
        return schema.text(schema.answers_schema(*judging.Opened(name).get()))
    known = schema.pack_schemas()
    if kind not in known:
        raise options.no_such("--kind", kind, ("answers", *known))
    return schema.text(known[kind])


def register(app: typer.Typer, language: str) -> None:
    """Add the commands, their help in the user's language."""
    packs = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help=say("cli.packs", language))
    names_ = Annotated[list[str], typer.Argument(metavar="[PACK]...", help=say("cli.pack", language))]
    name_ = Annotated[str, typer.Argument(metavar="[PACK]", help=say("cli.pack", language))]
    table_ = Annotated[str, typer.Option("--table", help=say("cli.packs.show.table", language))]
    kind_ = Annotated[str, typer.Option("--kind", help=say("cli.packs.schema.kind", language))]
    output_ = Annotated[str, typer.Option("--output", help=say("cli.packs.schema.output", language))]
    prove__ = Annotated[bool, typer.Option("--prove", help=say("cli.packs.proofread.prove", language))]
    proof_ = Annotated[str, typer.Option("--output", help=say("cli.packs.proofread.output", language))]
    mutate__ = Annotated[bool, typer.Option("--mutate", help=say("cli.packs.test.mutate", language))]
    coverage__ = Annotated[bool, typer.Option("--coverage", help=say("cli.packs.test.coverage", language))]
    new_ = Annotated[str, typer.Argument(metavar="NAME", help=say("cli.packs.new.name", language))]
    into_ = Annotated[str, typer.Option("--out", help=say("cli.packs.new.out", language))]
    lang_ = options.lang(language)

    @packs.command("list", help=say("cli.packs.list", language))
    def list_(lang: lang_ = "") -> int:  # type: ignore[valid-type]
        from szai_assess import show

        del lang
        show.table(heads(("id", "title", "folder"), language), list(listing(language)))
        return exits.DONE

    @packs.command("show", help=say("cli.packs.show", language))
    def show_(name: name_ = "", table: table_ = "", lang: lang_ = "") -> int:  # type: ignore[valid-type]
        from szai_assess import show

        del lang
        pack, words = judging.Opened(name).get()
        if table:
            show.rules(pack, words, table_number(pack, table), language)
            return exits.DONE
        show.table(heads(("question", "type", "ask"), language), list(questions(pack, words, language)))
        show.table(heads(("table", "hit", "rows", "title"), language), list(tables(pack, words, language)))
        return exits.DONE

    @packs.command("new", help=say("cli.packs.new", language))
    def new__(name: new_, out: into_ = "", lang: lang_ = "") -> int:  # type: ignore[valid-type]
        from szai_assess.cli import drafting

        del lang
        printing.text(say("check.pack_new", language, folder=drafting.new(name, out)) + "\n")
        return exits.DONE

    @packs.command("proofread", help=say("cli.packs.proofread", language))
    def proofread_(names: names_ = [], prove_: prove__ = False, output: proof_ = "", lang: lang_ = "") -> int:  # type: ignore[valid-type]  # noqa: B006
        del lang
        return prove(names, output, language) if prove_ or output else verdict_on(names, proofread, language)

    @packs.command("test", help=say("cli.packs.test", language))
    def test_(names: names_ = [], mutate: mutate__ = False, cover: coverage__ = False, lang: lang_ = "") -> int:  # type: ignore[valid-type]  # noqa: B006
        from szai_assess import show

        del lang
        if cover:
            show.table(heads(("table", "row", "cases"), language), list(coverage(names)))
        return verdict_on(names, mutated if mutate else test, language)

    @packs.command("schema", help=say("cli.packs.schema", language))
    def schema_(name: name_ = "", kind: kind_ = "answers", output: output_ = "", lang: lang_ = "") -> int:  # type: ignore[valid-type]
        del lang
        text = schema_of(name, kind)
        if output:
            put_schema(output, text)
            printing.text(say("check.written", language, file=output) + "\n")
        else:
            printing.machine(text)
        return exits.DONE

    trying.register(packs, language)
    method.register(packs, language)
    app.add_typer(packs, name="pack")
