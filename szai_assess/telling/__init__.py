"""An explanation told: for the terminal, as Markdown, as a page, as JSON."""

from collections.abc import Callable

from szai_assess.explanation import Explanation
from szai_assess.telling.told import told

TEXT, MARKDOWN, JSON, HTML = "text", "markdown", "json", "html"
FORMATS = (TEXT, MARKDOWN, JSON, HTML)


def document(
    explanation: Explanation, form: str, language: str, file: str, *, law: bool, template: Callable[[str], str]
) -> str:
    """The explanation in a format that is a file; ``template`` gives the text of a template.

    Raises TemplateError or OutputError where the page's style cannot be read.
    """
    if form == JSON:
        from szai_assess.telling.plain import as_json

        return as_json(explanation, file, law=law)
    outline = told(explanation, language, file, law=law, full=True)
    if form == HTML:
        from szai_assess.telling.page import page

        return page(outline, template("explanation.css"))
    from szai_assess.telling.markdown import markdown

    return markdown(outline)


def screen(explanation: Explanation, language: str, file: str, *, law: bool) -> None:
    """Print the explanation on the terminal."""
    from szai_assess.show import put, screen_width
    from szai_assess.telling.text import lines

    width = screen_width()
    put(lines(told(explanation, language, file, law=law, full=False), width), width)
