"""Those who call a server in tests: owners, staff, systems and counters, each let in the way they really are."""

from __future__ import annotations

import hashlib
import json
from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self

import jwt
import requests
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from server import first
from tests.key_names import key_in
from tests.server.running import Running

VERIFIER = "v" * 43
ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"


def base64url(raw: bytes) -> str:
    return urlsafe_b64encode(raw).decode().rstrip("=")


CHALLENGE = base64url(hashlib.sha256(VERIFIER.encode()).digest())


@dataclass
class Wire:
    """Calls to one server over one connection; `token` is the default one."""

    running: Running
    session: requests.Session = field(default_factory=requests.Session)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.session.close()

    def call(self, method: str, path: str, token: str = "", **more: Any) -> requests.Response:
        headers = {**({"Authorization": f"Bearer {token}"} if token else {}), **more.pop("headers", {})}
        return self.session.request(method, self.running.base_url + path, headers=headers, timeout=60, **more)

    def get(self, path: str, token: str = "", **more: Any) -> requests.Response:
        return self.call("GET", path, token, **more)

    def post(self, path: str, json: Any = None, token: str = "", **more: Any) -> requests.Response:
        return self.call("POST", path, token, json=json, **more)

    def form(self, **given: str) -> requests.Response:
        """The token endpoint."""
        return self.call("POST", "/api/v1/oauth/token", data=given)


def done(response: requests.Response) -> Any:
    """The body of an answer that has to be good."""
    assert response.ok, (response.status_code, response.text)
    return response.json() if response.content else None


def problem(response: requests.Response) -> tuple[int, str]:
    """Status and code of an answer that has to be a problem, told as every problem is."""
    assert response.headers["content-type"] == "application/problem+json", response.text
    body = response.json()
    assert body["status"] == response.status_code
    assert body["detail"].strip()
    assert key_in(body["detail"]) is None, "who calls has no keys of a counter"
    assert body["request_id"] == response.headers["Tillpoint-Request-Id"]
    return response.status_code, body["code"]


def sign_in(wire: Wire, login_code: str) -> dict[str, Any]:
    """A person's tokens for their login code."""
    asked = {"login_code": login_code, "code_challenge": CHALLENGE, "code_challenge_method": "S256"}
    code = done(wire.post("/api/v1/oauth/authorize", asked))["code"]
    tokens: dict[str, Any] = done(wire.form(grant_type="authorization_code", code=code, code_verifier=VERIFIER))
    return tokens


@dataclass
class Counter:
    """A counter with its own key, as enrolled."""

    wire: Wire
    key: Ed25519PrivateKey
    paired: dict[str, Any]

    @property
    def code(self) -> str:
        return str(self.paired["counter_code"])

    def claims(self, **changes: Any) -> dict[str, Any]:
        """Of an assertion by the server's clock, without a nonce; a change to None leaves a claim out."""
        at = int(self.wire.running.clock.now().timestamp())
        content = {
            "iss": self.paired["client_id"],
            "sub": self.paired["client_id"],
            "aud": self.paired["audience"],
            "iat": at,
            "exp": at + 60,
            "jti": self.wire.running.parts.ids.entity(),
            **changes,
        }
        return {name: value for name, value in content.items() if value is not None}

    def assertion(self, *, key: Ed25519PrivateKey | None = None, **changes: Any) -> str:
        return jwt.encode(self.claims(**changes), key or self.key, algorithm="EdDSA")

    def show(self, assertion: str) -> requests.Response:
        return self.wire.form(
            grant_type="client_credentials", client_assertion_type=ASSERTION_TYPE, client_assertion=assertion
        )

    def nonce(self) -> str:
        return str(done(self.wire.get("/api/v1/oauth/nonce"))["nonce"])

    def token(self) -> str:
        return str(done(self.show(self.assertion(nonce=self.nonce())))["access_token"])


def jwk(key: Ed25519PrivateKey) -> dict[str, str]:
    return {"kty": "OKP", "crv": "Ed25519", "x": base64url(key.public_key().public_bytes_raw())}


def ask_to_join(wire: Wire, key: Ed25519PrivateKey, **changes: Any) -> dict[str, Any]:
    """What a counter is told when it asks for a pairing."""
    chain = {"epoch": 1, "last_seq": 0, "has_history": False}
    asked = {"public_key": jwk(key), "counter_code": "A1", "program": "tillpoint 0.1.0", "chain": chain, **changes}
    begun: dict[str, Any] = done(wire.post("/api/v1/counters/pairings", asked))
    return begun


@dataclass
class Shop:
    """A tenant with one store and a signed-in owner."""

    wire: Wire
    tenant_id: str
    store_id: str
    owner: str

    @classmethod
    def open(cls, wire: Wire, name: str = "Shree Medical") -> Shop:
        tenant_id = first.add_tenant(wire.running.parts, name)
        return cls.of(wire, tenant_id)

    @classmethod
    def of(cls, wire: Wire, tenant_id: str) -> Shop:
        code = first.new_owner_code(wire.running.parts, tenant_id).code
        owner = sign_in(wire, code)["access_token"]
        store = done(wire.post("/api/v1/stores", {"name": "MG Road"}, owner))
        return cls(wire, tenant_id, store["store_id"], owner)

    def approve(self, begun: dict[str, Any], *, code: str = "A1", token: str = "") -> requests.Response:
        body = {"store_id": self.store_id, "counter_code": code}
        return self.wire.post(f"/api/v1/counters/pairings/{begun['user_code']}/approve", body, token or self.owner)

    def counter(self, code: str = "A1") -> Counter:
        """A new counter, enrolled through pairing."""
        key = Ed25519PrivateKey.generate()
        begun = ask_to_join(self.wire, key, counter_code=code)
        done(self.approve(begun, code=code))
        poll = {"device_code": begun["device_code"]}
        return Counter(self.wire, key, done(self.wire.post("/api/v1/counters/pairings/token", poll)))

    def person(self, role: str, *, store_id: str | None = None) -> dict[str, Any]:
        """A new member of staff: their row, and `token` and `refresh_token` as signed in."""
        body = {"name": f"A {role}", "role": role, "store_id": store_id}
        person = done(self.wire.post("/api/v1/staff", body, self.owner))
        tokens = sign_in(self.wire, self.login_code(person["staff_id"]))
        return {**person, "token": tokens["access_token"], "refresh_token": tokens["refresh_token"]}

    def login_code(self, staff_id: str) -> str:
        given = done(self.wire.post(f"/api/v1/staff/{staff_id}/login-codes", None, self.owner))
        return str(given["login_code"])

    def system(self, *scopes: str) -> dict[str, Any]:
        """Another system: its row with the secret, and a `token`."""
        client: dict[str, Any] = done(
            self.wire.post("/api/v1/clients", {"name": "Online shop", "scopes": list(scopes)}, self.owner)
        )
        return {**client, "token": system_token(self.wire, client)}


def system_token(wire: Wire, client: dict[str, Any]) -> str:
    granted = wire.form(
        grant_type="client_credentials", client_id=client["client_id"], client_secret=client["client_secret"]
    )
    return str(done(granted)["access_token"])


def content_of(token: str) -> dict[str, Any]:
    """What a token says, not verified."""
    content: dict[str, Any] = jwt.decode(token, options={"verify_signature": False})
    return content


def unsigned(header: dict[str, Any], content: dict[str, Any]) -> str:
    """A token that nobody signed."""
    parts = [base64url(json.dumps(part).encode()) for part in (header, content)]
    return ".".join([*parts, ""])
