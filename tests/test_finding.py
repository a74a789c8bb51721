"""A finding carries nothing that changes."""

import pytest

from szai_assess.finding import WARN, Finding


def test_neither_a_finding_nor_the_words_it_starts_with_can_be_changed():
    finding = Finding("G019", WARN)
    with pytest.raises(TypeError):
        finding.details["id"] = "a"
    with pytest.raises(AttributeError):
        finding.level = "block"
