"""What a fault of the line says."""

import pytest

from sync.line_fault import LineFault, LineTrouble


@pytest.mark.parametrize("trouble", LineTrouble)
def test_every_sentence_says_that_the_bills_are_safe(trouble: LineTrouble) -> None:
    fault = LineFault(trouble, "The cause.")
    assert "ills are saved on this counter" in fault.sentence
    assert fault.sentence.count(". ") >= 2
    assert str(fault).startswith(f"{fault.code}: ")
    assert "The cause." in str(fault)


def test_only_what_a_person_has_to_mend_names_its_cause_to_them() -> None:
    assert {trouble for trouble in LineTrouble if LineFault(trouble, "").needs_person} == {LineTrouble.TLS}
    assert LineFault(LineTrouble.TLS, "The certificate has expired.").sentence.startswith(
        "The certificate has expired."
    )
    assert "timed out" not in LineFault(LineTrouble.OFFLINE, "timed out").sentence
