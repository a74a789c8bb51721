"""Templates of a project's own: one by one in front of the shipped ones, told by path, and faults in them by path and line."""

import base64
import os
import re
import subprocess
import sys

import pytest
from desk import case_text, write

from szai_assess import files, locate

NAME = "首页商品推荐"
TODO = "todo/zh.md.j2"
HEAD = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


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
        ('# a\n\n\n{% include "none.md.j2" %}\n', 4, "T003"),
        ('# a\n{% include "todo/nope.md.j2" %}\n', 2, "T003"),
        ('# a\n{% import "../../secret.txt" as s %}\n', 2, "T010"),
        ('# a\n{% include "todo/../../../secret.txt" %}\n', 2, "T010"),
        ('# a\n\n{% include "/etc/passwd" %}\n', 3, "T010"),
        ('# a\n{% include "..\\\\..\\\\secret.txt" %}\n', 2, "T010"),
        ('# a\n{% include "C:/secret.txt" %}\n', 2, "T010"),
        ('# a\n{% include "secret.txt\\0.j2" %}\n', 2, "T010"),
        ('# a\n{% include "" %}\n', 2, "T010"),
        ("# a\n\na *em* b\n", 3, "T011"),
        ("# a\n\n```python\nx\n```\n", 3, "T011"),
        ("# a\n\n- x\n  - {{ d.product }}: `y`\n- y\n", 0, "T011"),
        ("# a\n\n1. x\n\n   more of {{ d.product }}\n", 0, "T011"),
        ("# a\n\n1. x\n\n   more of it\n", 5, "T011"),
        ("# a\n\n> - x\n", 3, "T011"),
        ("# a\n{{ d.product ~ d.product }}\n", 2, "T004"),
        ("# a\n{{ none }}\n", 2, "T005"),
        (b"# a\n\n\xff\n", 3, "T013"),
    ],
)
@pytest.mark.parametrize("form", ["md", "html"])
def test_a_broken_one_is_the_same_error_with_its_own_path_and_line(rendered, own, text, line, code, form):
    files.write("secret.txt", b"secret")
    own(TODO, text)
    ran = rendered("--format", form)
    path = os.path.join(".szai", "templates", *TODO.split("/"))

    assert (ran.code, os.path.exists("out"), "Traceback" in ran.err) == (3, False, False)
    assert ran.err.startswith(f"{path}:{line} {code} " if line else f"{path} {code} ")
    assert ran.err.endswith("\n判定不变，文书没有写出。\n")


def test_what_cannot_be_laid_out_is_found_in_the_template_that_holds_it(rendered, own):
    own("_parts/frame.zh.md.j2", "# a\n\n{{ body }}\n\n{% include 'mine/x.md.j2' %}\n")
    own("mine/x.md.j2", "b\n\n---\n")
    ran = rendered()

    assert ran.code == 3
    assert os.path.join(".szai", "templates", "mine", "x.md.j2") + ":3 T011 " in ran.err


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for a right to make links")
def test_a_link_may_lead_to_another_template_and_nowhere_else(rendered, own):
    own("mine/x.md.j2", "# 自家的\n")
    os.mkdir(".szai/templates/todo")
    os.symlink("../mine/x.md.j2", f".szai/templates/{TODO}")
    assert rendered().code == 0
    assert "自家的" in paper().decode()
    for target in ("../../../secret.txt", "../../../none"):
        files.write("secret.txt", b"secret")
        os.unlink(f".szai/templates/{TODO}")
        os.symlink(target, f".szai/templates/{TODO}")
        ran = rendered()
        assert ran.code == 3
        assert ran.err.startswith(os.path.join(".szai", "templates", *TODO.split("/")) + " T010 ")


@pytest.mark.parametrize("name", ["../../head.png", "{here}/head.png", "none.png"])
def test_a_letterhead_lies_among_the_templates(rendered, own, tmp_path, name):
    pytest.importorskip("docx")
    own("docx.yaml", shipped("docx.yaml").replace('letterhead: ""', f'letterhead: "{name.format(here=tmp_path)}"'))
    files.write("head.png", HEAD)
    ran = rendered("--format", "docx")
    assert (ran.code, "T009" in ran.err) == (3, True)
    own("img/head.png", HEAD)
    own("docx.yaml", shipped("docx.yaml").replace('letterhead: ""', "letterhead: img/head.png"))
    assert rendered("--format", "docx").code == 0


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("stlye.css", "style.css"),
        ("docx.yml", "docx.yaml"),
        ("todo/zh.md", TODO),
        ("tood/zh.md.j2", TODO),
        ("mine/zh.md.j2", ""),
        ("head.png", ""),
        (TODO, ""),
        ("todo/en.md.j2", ""),
        (".todo/zh.md.j2", ""),
    ],
)
def test_a_name_that_is_almost_that_of_a_template_is_told(rendered, own, name, near):
    own(name, "# x\n")
    ran = rendered()
    path = os.path.join(".szai", "templates", *name.split("/"))

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.count("没有用到") == bool(near)
    assert not near or ran.out.endswith(f"{path} 没有用到：没有这个名称的模板，最接近的是 {near}\n")


def test_a_copy_beside_a_template_in_use_is_not_told(rendered, own):
    own(TODO, "# x\n")
    own(f"{TODO}.bak", "# x\n")

    assert "没有用到" not in rendered().out


@pytest.mark.parametrize("page", ["papers.md", "papers.zh-CN.md"])
def test_the_guide_says_where_the_shipped_ones_are(page):
    with open(os.path.join(os.path.dirname(locate.HERE), "docs", page), encoding="utf-8") as stream:
        typed = re.search("^python -c '(.+)'$", stream.read(), re.MULTILINE)
    ran = subprocess.run([sys.executable, "-c", typed[1]], capture_output=True, encoding="utf-8", check=True)

    assert ran.stdout == locate.shipped("templates") + "\n"


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
    assert os.path.join(".szai", "templates", "style.css") + ":2 T013 " in ran.err


def test_a_style_that_could_end_its_element_is_a_fault_at_that_line(rendered, own):
    own("style.css", "body {}\na::after { content: '</style>' }\n")
    ran = rendered("--format", "html")

    assert (ran.code, os.path.exists("out")) == (3, False)
    assert ran.err.startswith(os.path.join(".szai", "templates", "style.css") + ":2:22 T012 ")


def test_empty_templates_are_empty_papers_in_every_page(rendered, own):
    pytest.importorskip("docx")
    pytest.importorskip("typst")
    own(TODO, "")
    own("_parts/frame.zh.md.j2", "")

    assert rendered("--format", "md,html,docx,pdf").code == 0


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
    ran = rendered("--format", "pdf")
    path, line = os.path.join(".szai", "templates", "paper.typ"), shipped("paper.typ").count("\n") + 2
    assert (ran.code, "T005" in ran.err, f"{path}:{line}:" in ran.err) == (3, True, True)
    own("paper.typ", shipped("paper.typ"))
    ran = rendered("--format", "pdf")
    assert (ran.code, "paper.typ" in ran.out) == (0, True)


def test_a_folder_in_the_place_of_a_template_is_a_fault(rendered, own):
    own(f"{TODO}/x", "")
    ran = rendered()

    assert (ran.code, "Traceback" in ran.err, os.path.exists("out")) == (3, False, False)
