"""A finding is a value: it compares, and it carries nothing that changes."""

import pytest

from szai_assess.finding import BLOCK, WARN, Finding


def test_findings_with_the_same_parts_are_the_same():
    assert Finding("G013", WARN, 3, {"id": "a"}) == Finding("G013", WARN, 3, {"id": "a"})
    assert Finding("G013", WARN, 3) != Finding("G013", BLOCK, 3)


def test_a_finding_without_a_place_stands_on_no_line():
    assert Finding("G019", WARN).line == 0


def test_the_words_that_a_finding_starts_with_cannot_be_changed():
    with pytest.raises(TypeError):
        Finding("G019", WARN).details["id"] = "a"
