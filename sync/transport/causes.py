"""What kept an answer from coming, found beneath the libraries' wrappings."""

from __future__ import annotations

import ssl
from collections.abc import Iterator

import requests
from urllib3 import exceptions as wire

from sync.line_fault import LineFault, LineTrouble

# What speaks in OpenSSL about a file; about a handshake it is "SSL".
_FILE_LIBRARIES = ("X509", "PEM")
_NOT_TRUSTED = "The server's certificate is signed by nobody this counter trusts."
_OTHER_NAME = "The server's certificate is made out to another name than its address."
_CERTIFICATE_CAUSES = {
    9: "The server's certificate is not valid yet by this computer's date.",
    10: "The server's certificate has expired by this computer's date.",
    18: _NOT_TRUSTED,
    19: _NOT_TRUSTED,
    20: _NOT_TRUSTED,
    21: _NOT_TRUSTED,
    62: _OTHER_NAME,
    64: _OTHER_NAME,
}


def fault_of(error: Exception) -> LineFault | None:
    """What kept the answer from coming; None for a mistake of our own, such as a header that cannot be sent."""
    causes = list(_causes(error))
    if tls := _tls_cause(causes):
        return LineFault(LineTrouble.TLS, tls)
    detail = f"{type(causes[-1]).__name__}: {causes[-1]}"
    if _is_any(causes, wire.TimeoutError, wire.NewConnectionError):
        return LineFault(LineTrouble.OFFLINE, detail)
    if _is_any(causes, requests.ConnectionError, wire.ProtocolError, ssl.SSLError):
        return LineFault(LineTrouble.CUT, detail)
    return None


def _is_any(causes: list[BaseException], *kinds: type[BaseException]) -> bool:
    return any(isinstance(cause, kinds) for cause in causes)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """The error and all it was wrapped around, outermost first."""
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        inner = (getattr(seen, "reason", None), *reversed(seen.args))
        seen = next((cause for cause in inner if isinstance(cause, BaseException)), None)


def _tls_cause(causes: list[BaseException]) -> str | None:
    """Why the server is not who it should be; trying again cannot help, a person has to look."""
    last = causes[-1]
    if isinstance(last, ssl.SSLCertVerificationError):
        return _CERTIFICATE_CAUSES.get(last.verify_code, f"The server's certificate is not accepted ({last}).")
    if isinstance(last, wire.SSLError):
        # urllib3's own complaint, with none of ssl's beneath it.
        return "The server's certificate is not the one this counter was told to expect."
    if _is_about_file(causes):
        return f"The file of trusted certificates cannot be used ({last})."
    return None


def _is_about_file(causes: list[BaseException]) -> bool:
    """A missing file is complained of bare, one that cannot be read through urllib3, one that is none by OpenSSL."""
    first, last = causes[0], causes[-1]
    if isinstance(last, ssl.SSLError):
        return getattr(last, "library", None) in _FILE_LIBRARIES
    return type(first) is OSError or _is_any(causes, wire.SSLError)
