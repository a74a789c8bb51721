"""``check``: the exit code carries the verdict, and whatever the file holds, nothing breaks and nothing is overwritten."""

import json
import os
import re
import shutil
import sys

import pytest
from desk import UNDECIDED, case_names, case_reading, case_text, changed, judged, line_of, start

from szai_assess import loading, locate

MEDIUM, HIGH, PROHIBITED = case_text("03"), case_text("05"), case_text("14")


def nearest(name):
    """How a message names the nearest name, where there is one."""
    return f"; the nearest is {name}" if name else ""


@pytest.fixture
def file(tmp_path):
    """Write an answers file into the test's folder; gives its name."""

    def put(content, name="szai.yaml"):
        data = content if isinstance(content, bytes) else content.encode()
        os.makedirs((tmp_path / name).parent, exist_ok=True)
        (tmp_path / name).write_bytes(data)
        return name

    return put


@pytest.mark.parametrize("name", case_names())
def test_a_shipped_case_comes_to_the_outcome_it_expects_and_the_exit_code_that_follows(tool, file, name):
    ran = tool("check", file(case_text(name)), "--format", "json")
    found = json.loads(ran.out)[0]
    blocked = any(finding["level"] == "block" for finding in found["findings"])

    assert found["outcome"] == case_reading(name).extra["expect"]["outcome"]
    assert ran.code == (1 if blocked else 0)
    assert found["passed"] != blocked
    assert (blocked or found["outcome"] not in ("prohibited_suspected", "on_hold")) is True
    assert ran.err == ""


def test_letting_through_is_0_blocking_is_1_and_no_verdict_is_3(tool, file):
    for text, code in ((MEDIUM, 0), (HIGH, 0), (PROHIBITED, 1), ("pack: [", 3)):
        ran = tool("check", file(text))

        assert ran.code == code
        assert ran.err.endswith(UNDECIDED) == (code == 3)


def test_3_beats_1_beats_0(tool, file):
    good, blocked, broken = file(MEDIUM, "a.szai.yaml"), file(PROHIBITED, "b.szai.yaml"), file("[", "c.szai.yaml")

    assert tool("check", good, blocked).code == 1
    assert tool("check", blocked, good, broken).code == 3
    ran = tool("check", broken, "missing.yaml", good)
    assert ran.code == 3
    assert "a.szai.yaml: 首页商品推荐 — 未拦截" in ran.out
    assert ran.err.count(UNDECIDED) == 1


def test_folders_are_searched_for_answers_files_only_and_each_file_is_judged_once(tool, file):
    file(MEDIUM, "a/szai.yaml")
    file(MEDIUM, "a/b/智选.szai.yaml")
    for name in ("a/other.yaml", "a/szai.yml", "a/.hidden/szai.yaml", "a/szai.json"):
        file("[", name)
    found = json.loads(tool("check", "a", "a/szai.yaml", "--format", "json").out)

    assert [entry["file"] for entry in found] == [
        os.path.join("a", "b", "智选.szai.yaml"),
        os.path.join("a", "szai.yaml"),
    ]


def test_without_a_path_the_folder_one_stands_in_is_searched(tool, file):
    file(MEDIUM)

    assert json.loads(tool("check", "--format", "json").out)[0]["file"] == os.path.join(".", "szai.yaml")


@pytest.mark.parametrize("arguments", [[], ["empty"], ["szai.yaml", "empty"]])
def test_a_folder_without_answers_files_is_no_verdict(tool, file, tmp_path, arguments):
    file("[", "empty/other.yaml")
    if arguments[:1] == ["szai.yaml"]:
        file(MEDIUM)
    ran = tool("check", *arguments)

    assert ran.code == 3
    assert " O005 " in ran.err
    assert ran.err.endswith(UNDECIDED)
    found = json.loads(tool("check", *arguments, "--format", "json").out)
    assert found[-1]["errors"][0]["code"] == "O005"
    assert len(found) == max(len(arguments), 1)


@pytest.mark.parametrize(("cap", "code"), [("low", 1), ("medium", 0), ("high", 0)])
def test_a_tier_above_the_cap_blocks(tool, file, cap, code):
    ran = tool("check", file(MEDIUM), "--max-tier", cap, "--lang", "en")

    assert ran.code == code
    assert bool(re.search(r"block G004.* The self-assessed tier is Medium risk, above the cap Low risk", ran.out)) == (
        code == 1
    )


@pytest.mark.parametrize(("wanted", "near"), [("mediu", "medium"), ("HIGH", ""), ("中", ""), ("hgih", "high")])
def test_a_tier_that_is_none_is_wrong_use_and_the_nearest_is_named(tool, file, wanted, near):
    ran = tool("check", file(MEDIUM), "--max-tier", wanted, "--lang", "en")

    assert ran.code == 2
    assert f"U003 There is no tier {wanted}{nearest(near)}\n  → Choose one of: low, medium, high." in ran.err
    assert ran.out == ""


def test_a_tier_that_is_none_is_refused_before_any_file_is_read(tool, file):
    for name in ("missing.yaml", file("pack: [")):
        ran = tool("check", name, "--max-tier", "mediu")

        assert (ran.code, ran.out) == (2, "")
        assert " U003 " in ran.err


def test_a_broken_pack_is_compiled_and_told_once(tool, file, tmp_path, monkeypatch):
    broken = tmp_path / "broken"
    shutil.copytree(locate.pack_folder(), broken)
    about = (broken / "pack.yaml").read_text(encoding="utf-8")
    (broken / "pack.yaml").write_text(about.replace("2026-09-30", "2026-13-45", 1), encoding="utf-8")
    names, compiled, compile_pack = [file(MEDIUM, "a.yaml"), file(HIGH, "b.yaml")], [], loading.compile_pack
    monkeypatch.setattr(loading, "compile_pack", lambda folder: compiled.append(folder) or compile_pack(folder))
    ran = tool("check", *names, "--pack", broken, "--max-tier", "low")

    assert (ran.code, len(compiled), ran.err.count(" P029 ")) == (3, 1, 1)
    assert [line.partition(":")[0] for line in ran.out.splitlines()[:2]] == names


@pytest.mark.parametrize("cap", ["low", "high"])
def test_out_of_scope_passes_under_any_cap_with_its_ground(tool, file, cap):
    ran = tool("check", file(case_text("26")), "--max-tier", cap)

    assert ran.code == 0
    assert "  提示 G011 " in ran.out


def test_the_language_is_the_option_then_the_variable_then_the_locale(tool, file, monkeypatch):
    name = file(MEDIUM)
    chinese, english = "未拦截", "not blocked"

    assert chinese in tool("check", name).out
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert english in tool("check", name).out
    monkeypatch.setenv("SZAI_LANG", "zh")
    assert chinese in tool("check", name).out
    assert english in tool("check", name, "--lang", "en").out
    assert english in tool("check", "--lang=en", name).out


def test_the_same_input_gives_the_same_bytes(tmp_path, file):
    for number in ("03", "05", "14", "19", "26"):
        file(case_text(number), f"{number}.szai.yaml")
    for form in ("text", "json"):
        runs = [
            start(
                ["check", ".", "--format", form, "--today", "2026-11-21"], tmp_path, encoding=None, PYTHONHASHSEED=seed
            )
            for seed in ("1", "2")
        ]

        assert runs[0].stdout == runs[1].stdout
        assert (runs[0].returncode, runs[0].stderr) == (1, b"")


def test_json_is_an_array_also_where_there_is_no_verdict(tool, file):
    for name in ("missing.yaml", file("pack: [", "bad.yaml")):
        ran = tool("check", name, "--format", "json")
        found = json.loads(ran.out)

        assert ran.code == 3
        assert [(entry["file"], entry["outcome"], entry["passed"]) for entry in found] == [(name, None, False)]
        assert found[0]["errors"][0]["code"] in ("O001", "Y001")
        assert ran.err.endswith(UNDECIDED)


@pytest.mark.parametrize(
    "settings",
    [
        {"PYTHONIOENCODING": "cp936"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": ""},
    ],
)
def test_json_is_utf_8_whatever_the_console_is(tmp_path, file, settings):
    ran = start(["check", file(MEDIUM), "--format", "json"], tmp_path, encoding=None, **settings)

    assert json.loads(ran.stdout.decode("utf-8"))[0]["application"] == "首页商品推荐"


def test_an_old_pack_is_told_by_the_day_given(tool, file):
    assert "G016" in tool("check", file(MEDIUM), "--today", "2036-01-01").out
    assert "G016" not in tool("check", file(MEDIUM), "--today", "2026-10-01").out
    assert tool("check", file(MEDIUM), "--today", "2036-01-01").code == 0


# What anything may be wrong with an answers file, and where: code, line, column.
DEEP = "pack: szai-2022\nanswers: " + "[" * 5000
FAULTS = {
    "empty": (b"", [("A011", 0, 0)]),
    "only a comment": ("# 无\n", [("A011", 0, 0)]),
    "a mark of two documents": (MEDIUM + "---\n" + MEDIUM, [("Y004", MEDIUM.count("\n") + 1, 1)]),
    "a text": ("hello", [("A016", 1, 1)]),
    "a list": ("- a\n- b\n", [("A016", 1, 1)]),
    "binary": (b"\x00\x01\x80\xff\xfe", [("Y009", 1, 1)]),
    "too large": ("a: " + "x" * 2_000_000, [("Y010", 0, 0)]),
    "UTF-16": (MEDIUM.encode("utf-16"), [("Y008", 0, 0)]),
    "UTF-16 without a mark": ("pack: szai-2022\nanswers: {}\n".encode("utf-16-le"), [("Y008", 0, 0)]),
    "GB18030": (MEDIUM.encode("gb18030"), [("Y008", line_of(MEDIUM, "深圳"), 1)]),
    "a tab": (MEDIUM.replace("  org_type", "\torg_type"), [("Y001", line_of(MEDIUM, "  org_type"), 1)]),
    "a full-width colon": (MEDIUM.replace("org_type: ", "org_type："), [("Y006", line_of(MEDIUM, "  org_type"), 11)]),
    "a full-width colon at the top": ("pack：szai-2022\nanswers: {}\n", [("Y006", 1, 5)]),
    "deep": (DEEP, [("Y007", 2, 49)]),
    "an alias": ("pack: szai-2022\nanswers:\n  org_type: &a company\n  tech_types: [*a]\n", None),
    "an alias bomb": ("a: &a [x, x]\nb: &b [*a, *a, *a]\nc: &c [*b, *b, *b]\n", None),
    "a tag": ('pack: szai-2022\nanswers: {product_purpose: !!python/object/apply:os.system "id"}\n', [("Y003", 2, 28)]),
    "a merge key": ("pack: szai-2022\nanswers:\n  <<: {a: b}\n", [("Y003", 3, 3)]),
    "a duplicate": ("pack: szai-2022\nanswers:\n  org_type: company\n  org_type: individual\n", [("Y002", 4, 3)]),
    "a list for a key": ("pack: szai-2022\nanswers: {? [a, b] : c}\n", [("Y005", 2, 13)]),
    "half a character": ('pack: szai-2022\nanswers: {product_purpose: "\\ud800"}\n', [("Y001", 2, 31)]),
    "a control sign": (b'pack: szai-2022\nanswers: {product_purpose: "\x1b[2J"}\n', [("Y001", 2, 29)]),
    "an unknown part": ("pack: szai-2022\nanwers: {}\n", [("A012", 2, 1)]),
    "an unknown question": ("pack: szai-2022\nanswers: {org_tpye: company}\n", [("A013", 2, 11)]),
    "an unknown option": ("pack: szai-2022\nanswers: {org_type: compny}\n", [("A014", 2, 21)]),
    "an unknown row": ("pack: szai-2022\nanswers: {controls: {ownr: absent}}\n", [("A015", 2, 22)]),
    "an unknown field": ("pack: szai-2022\nanswers: {project_card: {name: x}}\n", [("A015", 2, 26)]),
    "an empty list": ("pack: szai-2022\nanswers: {tech_types: []}\n", [("A018", 2, 23)]),
    "a list in a list": ("pack: szai-2022\nanswers: {tech_types: [[ml]]}\n", [("A028", 2, 24)]),
    "none and more": ("pack: szai-2022\nanswers: {sensitive_data_types: [none, health]}\n", None),
    "twice the same": ("pack: szai-2022\nanswers: {tech_types: [ml, ml]}\n", [("A021", 2, 23)]),
    "a text that is a list": ("pack: szai-2022\nanswers: {product_purpose: [x]}\n", [("A028", 2, 28)]),
    "a choice that is a mapping": ("pack: szai-2022\nanswers: {org_type: {a: b}}\n", [("A029", 2, 21)]),
    "a text without end": ("pack: szai-2022\nanswers: {product_purpose: " + "字" * 20_001 + "}\n", [("A019", 2, 28)]),
    "a day that is none": ('pack: szai-2022\nassessed_on: "2026-02-30"\nanswers: {}\n', [("A023", 2, 14)]),
    "a note for nothing": ("pack: szai-2022\nanswers: {}\nnotes: {controls.ownr: x}\n", [("A024", 3, 9)]),
    "no pack": ("answers: {}\n", [("A027", 1, 1)]),
    "another pack": ("pack: other@1.0.0\nanswers: {}\n", [("A025", 1, 7)]),
    "a major version before": ("pack: szai-2022@0.9.0\nanswers: {}\n", [("A026", 1, 7)]),
    "a major version ahead": ("pack: szai-2022@2.0.0\nanswers: {}\n", [("A026", 1, 7)]),
    "newer than installed": ("pack: szai-2022@1.99.0\nanswers: {}\n", [("A026", 1, 7)]),
    "half a version": ("pack: szai-2022@1.0\nanswers: {}\n", [("A026", 1, 7)]),
    "a version in other words": ("pack: szai-2022@latest\nanswers: {}\n", [("A026", 1, 7)]),
    "a case": (
        "name: {zh: 甲, en: A}\nexpect: {outcome: low}\npack: szai-2022\nanswers: {}\n",
        [("A012", 1, 1), ("A012", 2, 1)],
    ),
}


@pytest.mark.parametrize(("content", "places"), FAULTS.values(), ids=FAULTS)
def test_a_fault_has_its_place_its_words_and_a_way_out_and_the_file_stays_as_it_is(
    tool, file, tmp_path, content, places
):
    name = file(content)
    before = (tmp_path / name).read_bytes()
    english, report = tool("check", name, "--lang", "en"), tool("check", name, "--format", "json")
    errors = json.loads(report.out)[0]["errors"]

    assert (english.code, report.code) == (3, 3)
    assert english.err.endswith(UNDECIDED)
    assert "Traceback" not in english.err
    for error in errors:
        where = f"{name}:{error['line']}:{error['column']}" if error["line"] else name
        assert f"{where} {error['code']} " in english.err
    assert english.err.count("\n  → ") == len(errors)
    if places is not None:
        assert [(error["code"], error["line"], error["column"]) for error in errors] == places
    assert (tmp_path / name).read_bytes() == before
    assert os.listdir(tmp_path) == [name]


def test_all_faults_are_told_at_once_in_the_order_of_the_file(tool, file):
    text = changed(
        "03",
        ("org_type: ", "org_tpye: "),
        ('rl3: "no"', "rl3: maybe"),
        ('assessed_on: "2026-11-21"', "assessed_on: today"),
    )
    errors = json.loads(tool("check", file(text), "--format", "json").out)[0]["errors"]

    assert [(error["code"], error["line"]) for error in errors] == [
        ("A023", line_of(text, "assessed_on")),
        ("A013", line_of(text, "org_tpye")),
        ("A014", line_of(text, "rl3: maybe")),
    ]
    assert "org_type" in errors[1]["message"]["en"]


@pytest.mark.parametrize(
    "turned",
    [lambda text: "\ufeff" + text, lambda text: text.replace("\n", "\r\n"), lambda text: text + "\n\n# 完\n...\n"],
)
def test_what_editors_add_does_not_matter(tool, file, turned):
    plain, edited = (
        json.loads(tool("check", file(text), "--format", "json").out)[0] for text in (MEDIUM, turned(MEDIUM))
    )

    assert (edited["outcome"], edited["errors"], edited["answers_digest"]) == ("medium", [], plain["answers_digest"])


def test_json_is_an_answers_file_too(tool, file):
    import yaml

    name = file(json.dumps(yaml.load(MEDIUM, yaml.BaseLoader), ensure_ascii=False))

    assert tool("check", name).code == 0


def test_a_folder_named_like_a_file_is_searched_and_a_link_to_itself_is_no_verdict(tool, tmp_path, file):
    file(MEDIUM, "dir.szai.yaml/szai.yaml")
    os.symlink("round.yaml", tmp_path / "round.yaml")
    os.symlink(os.path.join("dir.szai.yaml", "szai.yaml"), tmp_path / "link.yaml")

    assert tool("check", "dir.szai.yaml").code == 0
    assert tool("check", "link.yaml").code == 0
    ran = tool("check", "round.yaml")
    assert (ran.code, " O002 " in ran.err) == (3, True)


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX devices")
def test_a_device_without_content_is_no_verdict(tool):
    assert tool("check", "/dev/null").code == 3


def test_names_of_anything_stay_where_they_belong(tool, file):
    long = "名" * 300
    text = changed("03", ("product_name: ", f'product_name: "# {long} <script>|{{{{7*7}}}}\\n\\e[2J\\u202e" #'))
    ran = tool("check", file(text))

    assert ran.code == 0
    assert ran.out.splitlines()[0] == f"szai.yaml: # {long} <script>|{{{{7*7}}}} ␛[2J\ufffd — 未拦截"


def test_other_shelves_and_folders_of_packs(tool, file, tmp_path, monkeypatch):
    name = file(MEDIUM)
    newer = tmp_path / "shelf" / "szai-2022"
    shutil.copytree(locate.pack_folder(), newer)
    about = (newer / "pack.yaml").read_text(encoding="utf-8")
    (newer / "pack.yaml").write_text(about.replace('version: "1.0.0"', 'version: "1.2.0"', 1), encoding="utf-8")
    versioned = file(MEDIUM.replace("pack: szai-2022", "pack: szai-2022@1.0.0", 1), "old.yaml")

    ran = tool("check", versioned, "--pack", newer, "--lang", "en")
    assert ran.code == 0
    assert "The file names szai-2022@1.0.0; it is judged by the installed szai-2022@1.2.0" in ran.out
    assert "G015" not in tool("check", name, "--pack", newer).out
    assert "G015" not in tool("check", versioned).out
    monkeypatch.setenv("SZAI_PACKS", str(tmp_path / "shelf"))
    assert "G015" in tool("check", versioned).out
    assert json.loads(tool("check", name, "--format", "json").out)[0]["pack"]["version"] == "1.2.0"


def test_the_warning_of_another_version_has_the_line_of_the_pack():
    case = judged(case_text("03"))

    assert case.line("pack") == 1


@pytest.mark.parametrize(("wanted", "near"), [("szai-2O22", "szai-2022"), ("nothing", ""), ("../..", "")])
def test_a_pack_that_is_not_there_is_no_verdict(tool, file, wanted, near):
    ran = tool("check", file(MEDIUM), "--pack", wanted, "--lang", "en")

    assert ran.code == 3
    assert (
        f"{wanted} O004 There is no pack {wanted}{nearest(near)}\n  → Packs at hand: lifts-example, szai-2022."
        in ran.err
    )


BROKEN_PACKS = {
    "no YAML": ("tables/scope.yaml", b"table: [\n", "Y001"),
    "empty": ("documents.yaml", b"", "P001"),
    "GB18030": ("pack.yaml", "title: 中文".encode("gb18030"), "Y008"),
    "an unknown key": ("pack.yaml", None, "P004"),
}


@pytest.mark.parametrize(("part", "data", "code"), BROKEN_PACKS.values(), ids=BROKEN_PACKS)
def test_a_fault_in_a_pack_names_its_file_and_line_and_is_no_verdict(tool, file, tmp_path, part, data, code):
    folder = tmp_path / "broken"
    shutil.copytree(locate.pack_folder(), folder)
    path = folder / part
    path.write_bytes(path.read_bytes() + b"\nunheard_of: 1\n" if data is None else data)
    before = path.read_bytes()
    ran = tool("check", file(MEDIUM), "--pack", folder)
    report = json.loads(tool("check", "szai.yaml", "--pack", folder, "--format", "json").out)[0]

    assert ran.code == 3
    assert any(line.startswith(str(path)) and f" {code} " in line for line in ran.err.splitlines()), ran.err
    assert ran.err.endswith(UNDECIDED)
    assert code in [error["code"] for error in report["errors"]]
    assert path.read_bytes() == before
