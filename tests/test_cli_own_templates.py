"""Templates of a project's own: one by one in front of the shipped ones, told by path, and faults in them by path and line."""

import os

import pytest
from desk import case_text, write

from szai_assess import files, locate
from szai_assess.render import pdf

NAME = "首页商品推荐"
TODO = "todo/zh.md.j2"


@pytest.fixture
def own(tmp_path):
    """Put a template of a project's own below a folder."""

    def put(name, data, folder="."):
        path = os.path.join(str(tmp_path), folder, ".szai", "templates", *name.split("/"))
        os.makedirs(os.path.dirname(path), exist_ok=True)
        files.write(path, data if isinstance(data, bytes) else data.encode())

    return put


@pytest.fixture
def rendered(tool, tmp_path):
    """Render one answers file; gives what the command came to."""

    def render(*arguments, file="szai.yaml"):
        write(str(tmp_path / file), case_text("03"))
        return tool("render", file, "--out", "out", "--only", "todo", *arguments)

    return render


def shipped(name):
    return files.read(locate.shipped_template(name)).decode()


def paper(ending="md"):
    return files.read(f"out/{NAME}-todo.zh.{ending}")


@pytest.mark.parametrize(
    ("language", "told"), [("zh", "采用了本项目自己的模板：{}\n"), ("en", "Templates of the project's own: {}\n")]
)
def test_a_template_of_the_projects_own_is_used_and_told(rendered, own, language, told):
    own(f"todo/{language}.md.j2", "# 自家的\n\n{{ d.product }}\n")
    ran = rendered("--lang", language)
    path = os.path.join(".szai", "templates", "todo", f"{language}.md.j2")

    assert (ran.code, ran.err) == (0, "")
    assert "\n\n# 自家的\n\n首页商品推荐\n" in files.read(f"out/{NAME}-todo.{language}.md").decode()
    assert ran.out.endswith(told.format(path))


def test_the_next_run_without_them_has_the_shipped_ones_again(rendered, own):
    rendered()
    first = paper()
    own(TODO, "# 自家的\n")
    rendered()
    own(TODO, "# 又改过的\n")
    rendered()
    assert "\n# 又改过的\n".encode() in paper()
    os.remove(f".szai/templates/{TODO}")
    ran = rendered()

    assert paper() == first
    assert "模板" not in ran.out.rpartition("record.json")[2]


def test_beside_the_answers_file_comes_before_the_current_folder(rendered, own):
    own(TODO, "# 这里的\n")
    own("_parts/frame.zh.md.j2", "{{ body }}\n\n框\n")
    rendered(file="a/szai.yaml")
    assert paper() == "# 这里的\n\n框\n".encode()
    own(TODO, "# 旁边的\n", "a")
    ran = rendered(file="a/szai.yaml")

    assert paper() == "# 旁边的\n\n框\n".encode()
    assert os.path.join("a", ".szai", "templates", *TODO.split("/")) in ran.out


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("# a\n\n{% if %}\n", 3, "T001"),
        ("# a\n{{ d.nothing_of_the_kind }}\n", 2, "T002"),
        ('# a\n\n\n{% include "none.md.j2" %}\n', 4, "O001"),
        ("# a\n{{ d.product ~ d.product }}\n", 2, "T004"),
        ("# a\n{{ none }}\n", 2, "T005"),
        (b"# a\n\n\xff\n", 3, "T001"),
    ],
)
def test_a_broken_one_is_the_same_error_with_its_own_path_and_line(rendered, own, text, line, code):
    own(TODO, text)
    ran = rendered()
    path = os.path.join(".szai", "templates", *TODO.split("/"))

    assert (ran.code, os.path.exists("out"), "Traceback" in ran.err) == (3, False, False)
    assert code in ran.err
    assert code == "O001" or f"{path}:{line}" in ran.err


def test_a_shipped_template_keeps_its_name_in_errors_beside_those_of_the_projects_own(rendered, own):
    own("_parts/parts.zh.md.j2", "{# nothing #}\n")
    ran = rendered()

    assert ran.code == 3
    assert TODO in ran.err
    assert os.path.join("templates", "todo") not in ran.err


def test_the_style_of_pages_is_replaced(rendered, own):
    own("style.css", b"\xef\xbb\xbfbody { color: rebeccapurple }\n")
    ran = rendered("--format", "html")

    assert (ran.code, "style.css" in ran.out) == (0, True)
    assert b"rebeccapurple" in paper("html")
    assert b"\xef\xbb\xbf" not in paper("html")


def test_a_style_that_is_no_text_is_a_fault_of_that_file(rendered, own):
    own("style.css", b"body {}\n\xff")
    ran = rendered("--format", "html")

    assert ran.code == 3
    assert os.path.join(".szai", "templates", "style.css") + ":2" in ran.err


def test_a_template_that_no_format_needs_is_not_told(rendered, own):
    own("style.css", "body {}")

    assert "style.css" not in rendered().out


def test_the_look_of_word_papers_is_replaced_and_its_faults_have_its_path(rendered, own):
    pytest.importorskip("docx")
    own("docx.yaml", shipped("docx.yaml").replace("letterhead:", "leterhead:"))
    ran = rendered("--format", "docx")
    assert ran.code == 3
    assert "T006" in ran.err
    assert os.path.join(".szai", "templates", "docx.yaml") + ":" in ran.err
    own("docx.yaml", shipped("docx.yaml"))
    ran = rendered("--format", "docx")

    assert (ran.code, "docx.yaml" in ran.out) == (0, True)


def test_the_typesetting_of_pdf_is_replaced(rendered, own):
    pytest.importorskip("typst")
    own("paper.typ", shipped("paper.typ") + "\n#unknown-word\n")
    pdf.opened.cache_clear()
    try:
        ran = rendered("--format", "pdf")
        assert (ran.code, "O016" in ran.err) == (3, True)
        own("paper.typ", shipped("paper.typ"))
        pdf.opened.cache_clear()
        ran = rendered("--format", "pdf")
        assert (ran.code, "paper.typ" in ran.out) == (0, True)
    finally:
        pdf.opened.cache_clear()


def test_a_folder_in_the_place_of_a_template_is_a_fault(rendered, own):
    own(f"{TODO}/x", "")
    ran = rendered()

    assert (ran.code, "Traceback" in ran.err, os.path.exists("out")) == (3, False, False)
