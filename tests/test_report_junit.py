"""The JUnit report is read back by another reader, and its counts are right."""

from collections import Counter

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped
from reported import HOSTILE, blocks, codes, every_level, everything, failed, goes_through, named, told


def read(*each, language="zh"):
    return JUnitXml.fromstring(told("junit", list(each), language).encode())


def outcomes(suite):
    return Counter(type(result) for case in suite for result in case.result)


@pytest.fixture(scope="module")
def all_():
    return everything()


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_case_is_a_suite_with_all_its_findings_and_right_counts(all_, language):
    found = read(*all_, language=language)
    suites = list(found)

    assert [suite.name for suite in suites] == [each.file for each in all_]
    for each, suite in zip(all_, suites, strict=True):
        names = [case.name for case in suite]
        met = outcomes(suite)
        assert sorted(name.split()[0] for name in names if name[1:4].isdigit()) == codes(each)
        assert len(names) == len(set(names)) == suite.tests == len(codes(each)) + goes_through(each)
        assert (suite.failures, suite.errors, suite.skipped) == (met[Failure], met[Error], met[Skipped])
    assert (found.tests, found.failures) == (sum(suite.tests for suite in suites), blocks(all_))
    assert (found.errors, found.skipped) == (2, 2)


def test_each_level_has_its_outcome():
    suite = next(iter(read(every_level())))
    cases = {case.name: case for case in suite}

    assert list(cases) == ["G003 org_type", "G003 org_type (2)", "G012 controls.owner", "G004", "G004 (2)"]
    assert isinstance(cases["G003 org_type"].result[0], Failure)
    assert cases["G003 org_type"].result[0].text.startswith("levels.yaml:7 G003 还缺一项影响结论的作答 org_type：")
    assert "\n→ 运行 szai-assess assess 补答" in cases["G003 org_type"].result[0].text
    assert cases["G012 controls.owner"].result == []
    assert cases["G012 controls.owner"].system_out.startswith("levels.yaml:9 G012 ")
    assert cases["G004"].result[0].message == "由王五豁免至 2026-12-31（+08:00）：试点 ]]> <b>"
    assert cases["G004 (2)"].result[0].message == "门禁政策处于观察模式，只报告不拦截"


def test_a_file_that_could_not_be_judged_is_an_error_and_has_not_passed():
    suite = next(iter(read(failed())))

    assert [type(case.result[0]) for case in suite] == [Error, Error]
    assert (suite.tests, suite.errors) == (2, 2)


@pytest.mark.parametrize("name", HOSTILE)
def test_names_of_anything_are_read_back(name):
    suite = next(iter(read(named(HOSTILE[name], f"{HOSTILE[name][:200]}.yaml"))))
    plain = next(iter(read(named("a"))))

    assert [case.name for case in suite] == [case.name for case in plain]
    assert all(case.classname for case in suite)
    if name in ("script", "cdata", "quotes", "long", "astral", "formula"):
        assert {case.classname for case in suite} == {HOSTILE[name]}


def test_nothing_checked_is_still_a_report():
    assert read().tests == 0
