import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from szai_assess.naming import RESERVED, STEERING, stem


@pytest.mark.parametrize(
    ("product", "expected"),
    [
        ("智选推荐", "智选推荐-summary.zh"),
        ("智选 推荐　3.2", "智选 推荐 3.2-summary.zh"),
        ("../../etc/passwd", "etc_passwd-summary.zh"),
        ("a\\b:c*d?e", "a_b_c_d_e-summary.zh"),
        ("..", "未命名应用-summary.zh"),
        ("", "未命名应用-summary.zh"),
        (" \t\n", "未命名应用-summary.zh"),
        ("CON", "_CON-summary.zh"),
        ("nul.txt", "_nul.txt-summary.zh"),
        ("报告. . .", "报告-summary.zh"),
        ("-rf", "rf-summary.zh"),
        ("a\u202egnp.exe", "a_gnp.exe-summary.zh"),
        ("x" * 300, "x" * 60 + "-summary.zh"),
    ],
)
def test_a_product_name_becomes_a_harmless_stem(product, expected):
    assert expected == stem(product, "summary", "zh")


def test_an_unnamed_application_has_a_name_in_english_too():
    assert stem("", "summary", "en") == "unnamed-application-summary.en"


@given(st.text())
def test_no_name_leaves_its_folder_or_outgrows_a_file_system(product):
    name = stem(product, "risk_warning_plan", "zh")

    assert not set(name) & STEERING
    assert not any(unicodedata.category(char) in ("Cc", "Cf", "Cs", "Zl", "Zp") for char in name)
    assert ".." not in name
    assert name[0] not in ".- "
    assert len(f"{name}.docx".encode()) <= 255
    assert name.partition(".")[0].casefold() not in RESERVED
    assert name.endswith("-risk_warning_plan.zh")
