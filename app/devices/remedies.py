"""Remedies: a picture made clearer in ways that help a decoder which saw nothing, the most helpful first."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.devices.vision import Grey, cv2, np

DOTS_ENLARGED_MAX = 4_000_000  # of a picture after it was made larger

Remedy = Callable[[Grey], Grey]


def _as_it_is(picture: Grey) -> Grey:
    return picture


def _even(picture: Grey) -> Grey:
    """Light and shadow evened out, place by place."""
    return _grey(cv2.createCLAHE(3, (8, 8)).apply(picture))


def _threshold(picture: Grey) -> Grey:
    """Black or white, by what is around each dot."""
    way = cv2.ADAPTIVE_THRESH_GAUSSIAN_C
    return _grey(cv2.adaptiveThreshold(picture, 255, way, cv2.THRESH_BINARY, 31, 5))


def _soft(picture: Grey) -> Grey:
    return _grey(cv2.GaussianBlur(picture, (0, 0), 1))


def _sharp(picture: Grey) -> Grey:
    return _unsharp(picture, amount=1.5, reach=1.5)


def _sharper(picture: Grey) -> Grey:
    return _unsharp(picture, amount=3, reach=2)


def _double(picture: Grey) -> Grey:
    return _enlarged(picture, 2)


def _double_sharp(picture: Grey) -> Grey:
    return _unsharp(_enlarged(picture, 2), amount=1.5, reach=3)


def _triple_sharp(picture: Grey) -> Grey:
    return _unsharp(_enlarged(picture, 3), amount=2, reach=4)


def _fourfold_sharp(picture: Grey) -> Grey:
    return _unsharp(_enlarged(picture, 4), amount=2, reach=5)


def _unsharp(picture: Grey, *, amount: float, reach: float) -> Grey:
    return _grey(cv2.addWeighted(picture, 1 + amount, cv2.GaussianBlur(picture, (0, 0), reach), -amount, 0))


def _enlarged(picture: Grey, factor: int) -> Grey:
    size = (picture.shape[1] * factor, picture.shape[0] * factor)
    return _grey(cv2.resize(picture, size, interpolation=cv2.INTER_CUBIC))


def _grey(picture: object) -> Grey:
    return np.asarray(picture, dtype=np.uint8)


# In the order tried, with how much larger each makes the picture.
_REMEDIES: tuple[tuple[Remedy, int], ...] = (
    (_as_it_is, 1),
    (_even, 1),
    (_double, 2),
    (_double_sharp, 2),
    (_sharp, 1),
    (_threshold, 1),
    (_triple_sharp, 3),
    (_sharper, 1),
    (_soft, 1),
    (_fourfold_sharp, 4),
)
QUICK: tuple[Remedy, ...] = (_sharp, _threshold, _even)


def remedies(picture: Grey) -> Iterator[tuple[Remedy, int]]:
    """What is worth trying on a picture of this size, with how much larger each makes it; first the picture itself."""
    for remedy, factor in _REMEDIES:
        if factor == 1 or picture.size * factor * factor <= DOTS_ENLARGED_MAX:
            yield remedy, factor
