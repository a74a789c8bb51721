"""The words of a draft, as the tree that ``words.Words`` documents."""

from typing import Any

from szai_assess.authoring.draft import Draft


def by_id(entries: list[Any]) -> dict[str, Any]:
    """Entries by their id, as plain data without empty keys."""
    return {entry.id: entry.model_dump(exclude_none=True, exclude={"id", "when"}) for entry in entries}


def question_words(question: Any, section: str) -> dict[str, Any]:
    """The words of one question."""
    words: dict[str, Any] = question.model_dump(
        exclude_none=True, exclude={"id", "when", "options", "rows", "fields", "unknown"}
    )
    words["section"] = section
    words["options"] = by_id(question.options)
    words["fields"] = by_id(question.fields)
    words["rows"] = by_id(question.rows)
    for row in question.rows:
        if row.options:
            words["rows"][row.id]["options"] = by_id(row.options)
    return words


def table_words(table: Any) -> dict[str, Any]:
    """The words of one table: its title and its outputs, those for not asked and undecided among them."""
    more = [output for output in (table.not_asked, table.undecided) if output]
    return {"title": table.title.model_dump(), "hit": table.hit, "outputs": by_id([*table.outputs, *more])}


def tree(draft: Draft) -> dict[str, Any]:
    """The words of a pack."""
    questions: dict[str, Any] = {}
    sections: dict[str, Any] = {}
    for file in draft.within("questions/"):
        section = file.model.section
        sections[section.id] = section.model_dump(exclude_none=True, exclude={"id", "when"})
        for question in file.model.questions:
            questions[question.id] = question_words(question, section.id)
    tables: dict[str, Any] = {}
    rows: dict[str, Any] = {}
    for file in draft.within("tables/"):
        tables[file.model.table] = table_words(file.model)
        for row in file.model.rows:
            rows[row.id] = {"table": file.model.table, **row.model_dump(exclude={"id", "when", "then"})}
    law = draft.one("law.zh.yaml")
    read = draft.files.get("readings.yaml")
    return {
        "pack": draft.one("pack.yaml").model_dump(exclude_none=True, exclude={"verdict"}),
        "sections": sections,
        "questions": questions,
        "tables": tables,
        "rows": rows,
        "obligations": by_id(draft.one("obligations.yaml").obligations),
        "documents": by_id(draft.one("documents.yaml").documents),
        "indicators": by_id(draft.one("indicators.yaml").indicators),
        "sources": by_id(draft.one("sources.yaml").sources),
        "readings": by_id(read.model.readings) if read else {},
        "limits": by_id(read.model.limits) if read else {},
        "law": {
            "source": law.source,
            "chapters": dict(law.chapters),
            "zh": {number: list(article.text) for number, article in law.articles.items()},
            "en": {number: list(text) for number, text in draft.one("law.en.yaml").articles.items()},
        },
    }
