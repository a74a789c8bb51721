"""JSON Schemas (2020-12), for editors and other tools: of a pack's answers files, and of the files of a pack.

The answers schema is kept in the pack's folder (``locate.SCHEMA``), so that an answers file can name a local path.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel

from szai_assess.answers_reader import LIMIT
from szai_assess.authoring.draft import FOLDERS, OPTIONAL, SINGLE
from szai_assess.messages import find
from szai_assess.pack import NONE, UNKNOWN, Pack, Question, Variable
from szai_assess.words import Words

Schema = dict[str, Any]


def both(words: Mapping[str, Any]) -> str:
    """A text in both languages."""
    return f"{words['zh']} / {words['en']}"


def own(key: str) -> str:
    """A title of this tool's own, in both languages."""
    return both(find(f"schema.{key}")._asdict())


DIALECT = "https://json-schema.org/draft/2020-12/schema"
NOT_SURE: Schema = {"const": UNKNOWN, "title": own("unknown")}
TEXT: Schema = {"type": "string", "maxLength": LIMIT}
DAY: Schema = {"type": "string", "pattern": r"^(\d{4}-\d{2}-\d{2})?$"}
KINDS: dict[str, type[BaseModel]] = {
    name.partition(".yaml")[0].replace(".", "-"): model for name, model in (SINGLE | OPTIONAL).items()
} | {name.rstrip("/"): model for name, model in FOLDERS.items()}


def described(schema: Schema, words: Mapping[str, Any], title: Mapping[str, Any]) -> Schema:
    """A schema with a title, and with the help or the reason as its description."""
    why = words.get("help") or words.get("why")
    more = {"description": f"{why['zh']}\n\n{why['en']}"} if why else {}
    return {"title": both(title), **more, **schema}


def reference(name: str) -> Schema:
    """A pointer to the definition of a variable's options."""
    return {"$ref": f"#/$defs/{name}"}


def options(words: Mapping[str, Any]) -> Schema:
    """The options of a variable as constants with titles."""
    return {"oneOf": [described({"const": ident}, option, option) for ident, option in words.items()]}


def array(items: Schema) -> Schema:
    """A list that names something, and nothing twice."""
    return {"type": "array", "minItems": 1, "uniqueItems": True, "items": items}


def choice(variable: Variable, defined: str, unknown: bool) -> Schema:
    """The value of a choice: an option, or a list of options it may be; of a multi-select, the options chosen."""
    one = reference(defined)
    spare = [NOT_SURE] if unknown else []
    if not variable.many:
        return {"anyOf": [one, *spare, array(one)]}
    chosen: Schema = {"anyOf": [one, *spare]} if spare else one
    if NONE in variable.options:
        alone: Schema = {"type": "array", "const": [NONE]}
        return {"anyOf": [one, *spare, alone, array({"allOf": [chosen, {"not": {"const": NONE}}]})]}
    return {"anyOf": [one, *spare, array(chosen)]}


def definition(words: Words, variable: Variable) -> str:
    """The name of the definition that holds a variable's options: a row shares its matrix's unless it has its own."""
    ident, _, row = variable.name.partition(".")
    return variable.name if row and words.question(ident)["rows"][row].get("options") else ident


def definitions(pack: Pack, words: Words) -> Schema:
    """The options of every variable of a question, each list once."""
    asked = [variable for variable in pack.variables if variable.question >= 0]
    return {definition(words, variable): options(words.options(variable.name)) for variable in asked}


def parts(schemas: Mapping[str, Schema]) -> Schema:
    """An object that may have these keys and no others."""
    return {"type": "object", "properties": dict(schemas), "additionalProperties": False}


def matrix(pack: Pack, words: Words, question: Question) -> Schema:
    """The rows of a matrix, or "unknown" for all of them."""
    texts = words.question(question.id)["rows"]
    rows = {}
    for part, index in zip(question.parts, question.variables, strict=True):
        variable = pack.variables[index]
        value = choice(variable, definition(words, variable), question.may_be_unknown)
        rows[part] = described(value, texts[part], texts[part])
    return {"anyOf": [parts(rows), NOT_SURE]} if question.may_be_unknown else parts(rows)


def value(pack: Pack, words: Words, question: Question) -> Schema:
    """The value of a question."""
    if question.type == "matrix":
        return matrix(pack, words, question)
    if question.type == "form":
        fields = words.question(question.id)["fields"]
        return parts({part: described(TEXT, fields[part], fields[part]) for part in question.parts})
    if question.type == "date":
        return DAY
    if question.type == "text":
        return TEXT
    return choice(pack.variables[question.variables[0]], question.id, question.may_be_unknown)


def remarks(pack: Pack, title: str) -> Schema:
    """Notes or evidence, keyed by question or question.row."""
    names = [name for q in pack.questions for name in (q.id, *(f"{q.id}.{part}" for part in q.parts))]
    return {"title": title, "type": "object", "propertyNames": {"enum": names}, "additionalProperties": TEXT}


def answers_schema(pack: Pack, words: Words) -> Schema:
    """The schema of answers files for a pack."""
    asked = {}
    for question in pack.questions:
        texts = words.question(question.id)
        asked[question.id] = described(value(pack, words, question), texts, texts["ask"])
    version = {"type": "string", "pattern": rf"^{pack.id}(@\d+\.\d+\.\d+)?$"}
    return {
        "$schema": DIALECT,
        "$id": f"urn:szai-assess:answers:{pack.id}:{pack.version}",
        "title": both(words.tree["pack"]["title"]),
        "type": "object",
        "required": ["pack"],
        "additionalProperties": False,
        "properties": {
            "pack": {"title": own("pack"), **version},
            "assessed_on": {"title": own("assessed_on"), **DAY},
            "answers": {"title": own("answers"), **parts(asked)},
            "notes": remarks(pack, own("notes")),
            "evidence": remarks(pack, own("evidence")),
        },
        "$defs": definitions(pack, words),
    }


def pack_schema(kind: str) -> Schema:
    """The schema of one kind of pack file."""
    return {"$schema": DIALECT, "$id": f"urn:szai-assess:pack:{kind}", **KINDS[kind].model_json_schema()}


def pack_schemas() -> dict[str, Schema]:
    """Kind of pack file (``pack``, ``questions``, ``tables``, ``law-zh``…) → its schema."""
    return {kind: pack_schema(kind) for kind in KINDS}


def text(schema: Schema) -> str:
    """A schema as the text of its file."""
    import json

    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
