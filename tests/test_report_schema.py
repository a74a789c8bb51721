"""``docs/report.schema.json`` is exact: it holds for what the tool prints, it is closed, and ``docs/report.md`` explains all of it."""

import json

import pytest
from jsonschema import Draft202012Validator
from reported import every_level
from terminal_session import ROOT, run, text_of

from szai_assess import answers_writer, loading, locate
from szai_assess.authoring import cases
from szai_assess.report import as_json
from szai_assess.sealing import SEAL

SCHEMA = json.loads(text_of("docs/report.schema.json"))
BROKEN = {
    "misspelt.szai.yaml": "pack: szai-2022\nanswers: {org_tpye: company}\n",
    "no-yaml.szai.yaml": "pack: [\n",
    "other-pack.szai.yaml": "pack: elsewhere@1.0.0\nanswers: {}\n",
    "empty.szai.yaml": "",
    "utf-16.szai.yaml": "pack",
}


def parts(schema=SCHEMA):
    """Every part of the schema that is an object."""
    if isinstance(schema, dict):
        yield schema
        for part in schema.values():
            yield from parts(part)


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    """The report on every case of the shipped pack, and on files that cannot be judged."""
    folder, home = tmp_path_factory.mktemp("cases"), tmp_path_factory.mktemp("home")
    pack, words = loading.open_both()
    shipped = locate.pack_folder()
    applications = cases.read(shipped, loading.files.below(shipped), pack).applications
    for number, case in enumerate(applications):
        text = answers_writer.write(case.answers, pack, words, "zh")
        (folder / f"{number:02}.szai.yaml").write_text(text, encoding="utf-8")
    for name, text in BROKEN.items():
        (folder / name).write_bytes(text.encode("utf-16" if name.startswith("utf-16") else "utf-8"))
    ran = run(["check", str(folder), "missing.szai.yaml", "--format", "json"], home)
    assert ran.returncode == 3
    entries = json.loads(ran.stdout)
    assert len(entries) == len(applications) + len(BROKEN) + 1
    return entries


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(SCHEMA)


def test_every_real_entry_holds(report):
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(report)] == []


def test_the_cases_reach_every_outcome_and_some_entries_are_errors(report):
    reached = {entry["outcome"] for entry in report}

    assert reached == {"low", "medium", "high", "prohibited_suspected", "on_hold", "out_of_scope", None}


def test_every_object_is_closed():
    """An object either names its keys and allows no others, or says what all of its keys and values are."""
    for part in parts():
        if "type" in part and {"properties", "additionalProperties"} & set(part):
            assert (part["additionalProperties"] is False and "required" in part) or "propertyNames" in part


def test_every_level_of_finding_holds():
    entries = json.loads(as_json([every_level()], "zh"))

    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(entries)] == []


def test_only_the_line_of_a_finding_and_what_is_said_beside_it_may_be_missing():
    optional = {
        name
        for part in parts()
        if part.get("additionalProperties") is False
        for name in set(part["properties"]) - set(part["required"])
    }

    assert {"line", "remark", "cites", "policy"} == optional


def test_an_entry_with_a_key_more_or_less_is_refused(report):
    holds = Draft202012Validator(SCHEMA).is_valid
    for key in report[0]:
        assert not holds([{name: value for name, value in report[0].items() if name != key}])
    assert not holds([{**report[0], "more": 1}])


def test_an_error_is_no_verdict_and_a_verdict_no_error(report):
    holds = Draft202012Validator(SCHEMA).is_valid
    judged = next(entry for entry in report if entry["outcome"] == "high")
    failed = next(entry for entry in report if entry["outcome"] is None)

    assert not holds([{**judged, "errors": failed["errors"]}])
    assert not holds([{**failed, "passed": True}])
    assert not holds([{**failed, "errors": []}])


def test_the_record_is_an_entry_with_three_keys_more(tmp_path):
    ran = run(
        ["assess", "--no-input", f"{ROOT}/docs/examples/credit.szai.yaml", "--out", str(tmp_path / "papers")], tmp_path
    )
    assert ran.returncode == 0, ran.stderr
    record = json.loads((tmp_path / "papers" / "record.json").read_text(encoding="utf-8"))
    entry = {key: value for key, value in record.items() if key not in ("answers_file_digest", "files", SEAL)}
    holds = Draft202012Validator({"$ref": "#/$defs/record", "$defs": SCHEMA["$defs"]})

    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors([entry])] == []
    assert [error.message for error in holds.iter_errors(record)] == []
    assert not any(holds.is_valid({name: record[name] for name in record if name != key}) for key in record)
    assert list(record)[-1] == SEAL
    assert record["files"] != []
    assert all({"document", "file", "digest", "answers_digest", "blanks"} == set(file) for file in record["files"])
    assert {file["answers_digest"] for file in record["files"]} == {record["answers_digest"]}


def test_every_key_is_explained():
    page = text_of("docs/report.md")
    keys = {name for part in parts() if part.get("additionalProperties") is False for name in part["properties"]}

    assert sorted(name for name in keys if f"`{name}`" not in page and f".{name}`" not in page) == []
