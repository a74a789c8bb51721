"""The catalogue of messages: what is raised exists, what exists is raised, and both languages say the same.

``python tests/test_messages.py`` writes docs/codes.md anew.
"""

import ast
import os
import re
from importlib import import_module
from string import Formatter

import pytest

from szai_assess import compare, document, due, interview, locate, policy
from szai_assess.authoring import draft
from szai_assess.interview import page as pages
from szai_assess.messages import FAMILIES, Message, advice, find, say

PACKAGE = locate.HERE
PAGE = os.path.join(os.path.dirname(PACKAGE), "docs", "codes.md")
CODE = re.compile(r"[A-Z]\d{3}")
TITLES = {
    "Y": ("读文件", "Reading a file"),
    "A": ("作答文件", "The answers file"),
    "P": ("题包", "The pack"),
    "W": ("门禁政策", "The policy of the gate"),
    "R": ("记录、文书与批准", "Records, papers and approvals"),
    "T": ("模板", "Templates"),
    "O": ("本机与文件", "The machine and its files"),
    "U": ("命令行", "The command line"),
    "G": ("门禁发现项", "Findings of the gate"),
}
KEY = re.compile(
    r"(?!paper\.typ$)(approve|assess|chart|check|cli|diff|due|explain|merge|method|paper|portfolio|proof|schema|show|try|verify)"
    r"(\.[a-z_]*[a-z])+"
)
PUT_TOGETHER = {  # keys of which the program writes only the beginning
    *(f"diff.part_{part}" for part in compare.PARTS),
    *(f"diff.kind_{kind}" for kind in compare.ALWAYS),
    *(f"diff.name_{name}" for name in ("pack", "digest", "outcome", "lowest", "highest", "supervision", "assessed_on")),
    *(f"diff.value_{value}" for value in (compare.CERTAIN, compare.POSSIBLE, compare.WANTED)),
    *(f"check.blank_{kind}" for kind in document.KINDS),
    *(f"check.policy_{mode}" for mode in (policy.ENFORCE, policy.OBSERVE)),
    *(f"due.{state}" for state in (due.OVERDUE, due.DUE)),
    *(f"due.kind_{kind}" for kind in (document.SUGGESTED, document.STATUTORY, due.POLICY, due.TOOL)),
    *(f"assess.keys_{style}" for style in ("one", "many", "text", "date")),
    *(f"assess.keys_{place}" for place in ("list", "typed", "inner", "review", "end", "stop")),
    *(f"assess.plain_{style}" for style in ("one", "many", "text")),
    *(f"assess.{kind}" for kind in (interview.NOTE, interview.EVIDENCE)),
    *(f"assess.held_{kind}" for kind in (interview.NOTE, interview.EVIDENCE)),
    *(f"assess.{page}" for page in (pages.REVIEW, pages.RESULT, pages.END)),
    *(f"assess.{way}" for way in (pages.YES, pages.NO, pages.TAKE, pages.GO, pages.KEEP, pages.RETURN, pages.READ)),
    *(f"assess.{way}" for way in (pages.PAPERS, pages.FINISH, pages.LATER, pages.RETRY)),
    *(f"assess.{way}" for way in ("look", "give_up", "leave_open", "choose_after", "take_least", "take_all")),
    *(f"assess.way_{way}" for way in ("probe", "part_one", "part_many", "open")),
    *(f"assess.part_{style}" for style in ("one", "many")),
    *(f"assess.found_{what}" for what in ("one", "some", "least", "nothing")),
    *(
        f"check.head.{name}"
        for name in ("id", "title", "folder", "question", "type", "ask", "table", "hit", "rows", "row", "cases")
    ),
    *(
        f"paper.{name}"
        for name in (
            "absent",
            "as_of",
            "background",
            "basis",
            "condition",
            "content",
            "date",
            "duty",
            "evidenced",
            "limit",
            "matter",
            "nature",
            "not_indicated",
            "relief",
            "side_calendar",
            "side_lists",
            "side_warning_table",
            "source",
            "standing",
            "state",
            "statutory",
            "suggested",
            "task",
            "unanswered",
            "what",
            "who",
            "wording",
        )
    ),
    *(f"paper.origin_{kind}" for kind in ("answer", "blank", "drawn", "listed")),
    *(f"paper.side_{name}" for name in ("warning_table", "calendar", "lists")),
    *(f"schema.{key}" for key in ("pack", "assessed_on", "answers", "notes", "evidence", "unknown")),
}
UNLIKE = {"name", "nearest"}  # details that every ``unlike`` fault has


def sources() -> dict[str, str]:
    found = {}
    for folder, _, names in os.walk(PACKAGE):
        for name in names:
            path = os.path.join(folder, name)
            if name.endswith(".py") and os.sep + "messages" + os.sep not in path and "_data" not in path:
                with open(path, encoding="utf-8") as stream:
                    found[path] = stream.read()
    return found


def strings(form: re.Pattern[str]) -> set[str]:
    """Every string of the program that has a form."""
    nodes = [node for text in sources().values() for node in ast.walk(ast.parse(text))]
    found = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return {each for each in found if form.fullmatch(each)}


def raised() -> set[str]:
    """Every string of the program that is a code."""
    return {code for code in strings(CODE) if code[0] in TITLES}


def catalogue() -> dict[str, Message]:
    found = {}
    for letter, family in FAMILIES.items():
        if letter in TITLES:
            found |= import_module(f"szai_assess.messages.{family}").MESSAGES
    return dict(sorted(found.items()))


def everything() -> dict[str, Message]:
    """The messages of every file of the catalogue, the words of the interface among them."""
    found = {}
    for name in sorted(os.listdir(os.path.join(PACKAGE, "messages"))):
        if name.endswith(".py") and name != "__init__.py":
            found |= getattr(import_module(f"szai_assess.messages.{name[:-3]}"), "MESSAGES", {})
    return found


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def details_given() -> dict[str, list[set[str]]]:
    """Code → the names of the details at each place that raises it, where they are written out."""
    found: dict[str, list[set[str]]] = {}
    for text in sources().values():
        for node in ast.walk(ast.parse(text)):
            if not isinstance(node, ast.Call):
                continue
            codes = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            code = next((code for code in codes if CODE.fullmatch(code)), "")
            dicts = [arg for arg in node.args if isinstance(arg, ast.Dict)]
            if not code or any(key is None for each in dicts for key in each.keys):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name not in ("Fault", "fault", "unlike") or (name == "Fault" and len(node.args) == 3 and not dicts):
                continue
            keys = {key.value for each in dicts for key in each.keys if isinstance(key, ast.Constant)}
            keys |= {keyword.arg for keyword in node.keywords if keyword.arg}
            found.setdefault(code, []).append(keys | UNLIKE if name == "unlike" else keys)
    return found


def test_every_code_that_is_raised_exists():
    assert raised() - set(catalogue()) == set()


def test_every_code_is_raised_somewhere():
    assert set(catalogue()) - raised() == set()


def test_every_word_of_the_interface_exists_and_is_said_somewhere():
    known = {key for key in everything() if not CODE.fullmatch(key)}

    assert strings(KEY) | PUT_TOGETHER == known
    assert strings(KEY) & PUT_TOGETHER == set()


@pytest.mark.parametrize("code", everything())
def test_both_languages_say_the_same(code):
    message = everything()[code]

    assert message.zh
    assert message.en
    assert fields(message.zh) == fields(message.en)
    assert fields(message.do_zh) == fields(message.do_en)


@pytest.mark.parametrize("code", catalogue())
def test_every_code_says_what_to_do_in_a_sentence(code):
    message = catalogue()[code]

    assert message.do_zh.endswith(("。", "？"))
    assert message.do_en.endswith((".", "?"))
    assert not message.zh.endswith("。")
    assert not message.en.endswith(".")


@pytest.mark.parametrize(("code", "given"), [(code, each) for code, all_ in details_given().items() for each in all_])
def test_the_details_are_those_that_the_message_needs(code, given):
    message = catalogue()[code]

    assert fields(message.zh) | fields(message.do_zh) <= given


@pytest.mark.parametrize("code", ["P002", *draft.CODES.values()])
def test_the_details_of_a_misshapen_file(code):
    message = catalogue()[code]
    given = draft.expectations({"loc": (), "msg": ""}, draft.models.PackFile)

    assert fields(message.zh) | fields(message.do_zh) <= set(given)


def test_the_advice_on_an_encoding_is_a_command():
    found = advice("Y008", "en", encoding="GB18030", file="szai.yaml")

    assert "iconv -f GB18030 -t UTF-8 szai.yaml > NEW" in found


def test_a_sentence_is_filled_in():
    assert say("Y002", "zh", key="a", first="3") == "a 出现了两次，第一次在第 3 行"
    assert find("Y002").do_en


def test_a_part_with_nothing_to_tell_stays_away():
    details = {"name": "zzz", "keys": "pack, answers"}

    assert say("A012", "en", nearest="-", **details) == "There is no part zzz"
    assert say("A012", "en", nearest="pack", **details) == "There is no part zzz; the nearest is pack"


def shown(text: str) -> str:
    """A text as a cell of a table."""
    return (
        text.replace("{{", "{")
        .replace("}}", "}")
        .replace("⟦", "")
        .replace("⟧", "")
        .replace("|", "\\|")
        .replace("<", "&lt;")
        .replace("\n", " ")
    )


def page() -> str:
    """The page of all codes."""
    lines = [
        "# 代码一览 / Codes",
        "",
        "由 `python tests/test_messages.py` 生成，不要手改。花括号处在运行时填入。",
        "",
        "Written by `python tests/test_messages.py`; do not edit. What stands in braces is filled in at run time.",
    ]
    for letter, (chinese, english) in TITLES.items():
        lines += ["", f"## {letter} · {chinese} / {english}", ""]
        lines += ["| 代码 Code | 问题 What is wrong | 怎么办 What to do |", "| --- | --- | --- |"]
        for code, message in catalogue().items():
            if code[0] == letter:
                what = f"{shown(message.zh)}<br>{shown(message.en)}"
                lines.append(f"| {code} | {what} | {shown(message.do_zh)}<br>{shown(message.do_en)} |")
    return "\n".join(lines) + "\n"


def test_the_page_of_codes_is_up_to_date():
    with open(PAGE, encoding="utf-8") as stream:
        assert stream.read() == page()


if __name__ == "__main__":
    with open(PAGE, "w", encoding="utf-8", newline="\n") as stream:
        stream.write(page())
