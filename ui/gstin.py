"""GSTIN: what is said of a GST number while it is typed."""

from __future__ import annotations

from ui.words import tr

GSTIN_LENGTH = 15


def gstin_problem(typed: str) -> str:
    """Why this is no GST number yet, in words; empty for a valid one and for none."""
    from stdnum import exceptions
    from stdnum.in_ import gstin

    try:
        if typed:
            gstin.validate(typed)
    except exceptions.InvalidLength:
        return tr("{typed} of 15 letters and digits", typed=len(typed))
    except exceptions.InvalidChecksum:
        return tr("The last letter does not fit the others: something is mistyped")
    except exceptions.ValidationError:
        return tr("A GSTIN is like 27AAPFU0939F1ZV: state, PAN, number, Z, check letter")
    return ""
