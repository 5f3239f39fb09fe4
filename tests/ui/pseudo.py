"""A language nobody speaks: texts two fifths longer, with marks on their letters, to see what that does to screens."""

import re

from ui.language import QtTongue

MARKS = str.maketrans("aeiouyAEIOUYcnsz", "àéîöûýÀÉÎÖÛÝçñšž")
LONGER = 0.4
PARTS = re.compile(r"(\{\w+\})")


def pseudo(text):
    marked = "".join(part if part.startswith("{") else part.translate(MARKS) for part in PARTS.split(text))
    words = PARTS.sub("", text)
    return f"{marked}{'·' * round(len(words.strip()) * LONGER)}"


class PseudoTongue(QtTongue):
    """English in its disguise; what is not disguised on a screen did not go through the language."""

    def text(self, english):
        return pseudo(english)

    def counted(self, one, many, n):
        return pseudo(self._english.counted(one, many, n))

    def said(self, english):
        return pseudo(english)
