"""Attempts: requests made from the API's own description, with ids of somebody else in their places."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import product
from typing import Any
from urllib.parse import quote

import requests

from app.domain.codes import card_number
from server.main import create_app
from tests.server.callers import CHALLENGE, done
from tests.server.furnished import Furnished

DESCRIPTION = create_app().openapi()
PLAIN = "plain"
SHORT_MAX = 1  # what is no longer may stand in an answer by chance

# What each parameter and each field of a body is an id of. One that is not named here fails the test: say what it is.
KINDS: Mapping[str, str] = {
    **dict.fromkeys(("card_id", "number", "card_number", "referrer_card", "card"), "card"),
    **dict.fromkeys(("member_id", "member"), "member"),
    "store_id": "store",
    **dict.fromkeys(("staff_id", "staff", "approved_by"), "staff"),
    "counter_code": "counter",
    "counter": "counter",
    "user_code": "user code",
    "snapshot_id": "snapshot",
    "review_id": "review",
    "version": "version",
    "bill_id": "bill",
    "redemption_id": "redemption",
    "partner_id": "partner",
    "segment_id": "segment",
    "rule_id": "rule",
    "programme_id": "programme",
    "campaign_id": "campaign",
    **dict.fromkeys(("reward_id", "reward"), "reward"),
    "bill_number": "bill number",
    "key": "key",
    "idempotency-key": "key",
    "if-match": "etag",
    "phone": "phone",
    **dict.fromkeys(("tier", "min_tier"), "tier"),
    **dict.fromkeys(
        (
            *("limit", "wait_ms", "status", "is_open", "authorization", "lines", "points", "prices", "amount_minor"),
            *("language", "reason", "code_challenge", "code_challenge_method", "grant_type", "scope", "public_key"),
            *("client_assertion_type", "client_assertion", "program", "chain", "role", "scopes", "wanted", "choice"),
            *("enabled", "currency", "categories", "redemption", "earning", "rounding", "expiry", "refund", "tiers"),
            *("referral_percent", "bill_rounding_minor", "point_percent", "discount_percent", "earns", "redeems"),
            *("is_rx", "base", "levels", "qualify", "points_basis", "qualification_days", "grace_days"),
            *("config", "rules", "rule", "holds_from", "ahead"),
            *("first_day", "last_day", "point", "config", "holds_on"),
            *("title", "joined_days", "spent", "bills", "bought_nothing_days", "born_in", "brought", "enrolled_in"),
            *("protocol", "epoch", "from_seq", "previous_hash", "events", "head", "signature", "tillpoint-protocol"),
            *("email", "birthday", "until", "kind", "reference", "base_url", "is_enabled"),
            *("from_at", "until_at", "by_joining", "goal", "campaigns", "rewards", "segments", "days", "value_minor"),
            *("percent", "category", "item_code", "stock", "member_max", "min_bill_minor", "valid_days", "terms"),
            *("image", "partner"),
            # Whoever holds one of these may come in by it: they are not ids but keys.
            *("login_code", "code", "code_verifier", "refresh_token", "client_secret", "device_code", "token"),
            "tillpoint-approval",
        ),
        PLAIN,
    ),
}
# Where the same word means something else.
_OF_OPERATION: Mapping[tuple[str, str], str] = {
    ("read_chunk", "number"): PLAIN,
    ("ask_for_bill", "number"): "printed bill",
    ("ask_for_voucher", "code"): "voucher code",
    ("set_floor", "card"): PLAIN,
    ("set_floor", "counter"): PLAIN,
    ("push_late", "client_id"): "device",
    ("pull_changes", "after"): "position",
    ("pull_changes", "lines_after"): "position",
    ("pull_changes", "seen"): "position",
    ("revert_program", "version"): "position",
    ("read_digest", "after"): "member",
    ("read_members", "after"): "member",
    ("list_cards", "name"): "name",
    ("put_category", "name"): "category",
    ("delete_category", "name"): "category",
    ("put_discount", "name"): "category",
    ("delete_discount", "name"): "category",
    ("give_token", "client_id"): "client",
    # Their answers name all there are, so that a name of somebody else would stand in them from then on.
    **dict.fromkeys((("put_reward", "reward_id"), ("put_campaign", "campaign_id")), "free name"),
    ("issue_card", "card_number"): "free card",
    ("enroll_member", "card_number"): "free card",
    ("replace_card", "card_number"): "free card",
}
_GENERAL: Mapping[str, str] = {"client_id": "client", "after": "cursor", "name": PLAIN}


@dataclass(frozen=True)
class Slot:
    """A place of a request in which an id stands."""

    place: str  # path, query, header or body
    name: str
    kind: str


@dataclass(frozen=True)
class Operation:
    """An address of the API and what it takes."""

    method: str
    path: str
    told: Mapping[str, Any] = field(hash=False)

    @property
    def name(self) -> str:
        return str(self.told["operationId"])

    @property
    def headers(self) -> set[str]:
        return {one["name"] for one in self.told.get("parameters", ()) if one["in"] == "header"}

    @property
    def is_read(self) -> bool:
        return self.method == "GET"

    @property
    def slots(self) -> list[Slot]:
        found = [Slot(one["in"], one["name"], self.kind(one["name"])) for one in self.told.get("parameters", ())]
        found += [Slot("body", name, self.kind(name)) for name in self.fields]
        return [one for one in found if one.kind != PLAIN]

    @property
    def fields(self) -> list[str]:
        found: list[str] = []
        for body in self.told.get("requestBody", {}).get("content", {}).values():
            named = body["schema"].get("$ref", "").rpartition("/")[2]
            found += DESCRIPTION["components"]["schemas"][named]["properties"] if named else []
        return found

    def kind(self, name: str) -> str:
        found = _OF_OPERATION.get((self.name, name)) or KINDS.get(name) or _GENERAL.get(name)
        assert found, f"{self.name}: say in KINDS what {name} is an id of"
        return found

    @property
    def is_form(self) -> bool:
        return "application/x-www-form-urlencoded" in self.told.get("requestBody", {}).get("content", {})

    @property
    def example(self) -> Any:
        for body in self.told.get("requestBody", {}).get("content", {}).values():
            return copy.deepcopy(body["example"])
        return None


def operations() -> list[Operation]:
    """Those that change nothing come first: they find everything as it was."""
    found = [
        Operation(method.upper(), path, told)
        for path, methods in DESCRIPTION["paths"].items()
        for method, told in methods.items()
    ]
    return sorted(found, key=lambda one: not one.is_read)


# One of a pair that rules the other out.
_INSTEAD = {"member_id": "card_number", "card": "member", "bill_id": "bill_number", "key": "bill_number"}
Values = Mapping[Slot, str]


@dataclass
class Asker:
    """Makes the requests of one tenant."""

    own: Furnished

    def ask(self, operation: Operation, token: str, others: Values) -> requests.Response:
        """`others` stand in their slots; in the rest of them what is the tenant's own, or nothing."""
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        values = {slot: others.get(slot) or self._own(operation, slot) for slot in operation.slots}
        path, query = operation.path, {}
        for slot, value in values.items():
            if slot.place == "path":
                path = path.replace("{" + slot.name + "}", quote(value, safe=""))
            elif value and slot.place == "query":
                query[slot.name] = value
            elif value and slot.place == "header":
                headers[slot.name] = value
        path = path.replace("{number}", "1")
        if "if-match" in operation.headers and "if-match" not in headers:
            headers["if-match"] = _etag(self.own, path)
        if "tillpoint-approval" in operation.headers:
            headers["tillpoint-approval"] = self.own.approval()
        more = {"data" if operation.is_form else "json": self._body(operation, values, others)}
        return self.own.shop.wire.call(operation.method, path, headers=headers, params=query, **more)

    def _body(self, operation: Operation, values: Values, others: Values) -> Any:
        body = operation.example
        if operation.name in ("push_events", "push_late"):
            return self._chain(body, values)
        for slot, value in values.items():
            if slot.place == "body" and (slot in others or slot.name in body):
                body[slot.name] = value
                if slot in others:
                    body.pop(_INSTEAD.get(slot.name, ""), None)
        if operation.name == "authorize":
            body["code_challenge"] = CHALLENGE
        if operation.name == "publish_program_whole":
            body |= dict.fromkeys(("holds_from", "rules", "campaigns", "rewards", "segments"))
        if operation.name in _OWN_LINES:
            body["lines"] = [{"category": self.own.ids["category"][0], "amount_minor": 100_000}]
        return body

    def _chain(self, body: Any, values: Values) -> Any:
        for slot, value in values.items():
            if slot.place == "body":
                body[slot.name] = value
        return body

    def _own(self, operation: Operation, slot: Slot) -> str:
        """A fresh one where something may come of it."""
        fresh = _FRESH.get((operation.name, slot.name))
        if fresh is not None:
            return fresh(self.own)
        if slot.name == "if-match":
            return ""
        if slot.place == "query" and slot.kind not in ("device", "position"):
            return ""
        return "Gold" if slot.kind == "tier" else str(self.own.ids[slot.kind][0])


def _etag(own: Furnished, path: str) -> str:
    """The version of what is to be changed, as its owner reads it; that of nothing is never right."""
    place = next((shown for start, shown in _SHOWN_AT if path.startswith(start)), None)
    shown = place or path.removesuffix("/deactivate").removesuffix("/activate").removesuffix("/secret")
    shown = shown.removesuffix("/publish") if "/programmes/" in shown else shown
    shown = shown.replace("/tier/update/", "/members/")
    return str(own.shop.wire.get(shown, own.shop.owner).headers.get("ETag", '"0"'))


def _new_card(own: Furnished) -> str:
    return str(own.new_card()["number"])


def _new_key(own: Furnished) -> str:
    own.numbers += 1
    return f"fresh-{own.numbers}"


def _new_code(own: Furnished) -> str:
    return str(own.pairing()["user_code"])


def _new_store(own: Furnished) -> str:
    return str(own.call("POST", "/stores", {"name": f"{own.word} Lane"})["store_id"])


def _new_person(own: Furnished) -> str:
    return str(own.call("POST", "/staff", {"name": f"{own.word} helper", "role": "cashier"})["staff_id"])


def _new_client(own: Furnished) -> str:
    return str(own.call("POST", "/clients", {"name": f"{own.word} app", "scopes": ["cards:read"]})["client_id"])


def _new_counter(own: Furnished) -> str:
    return own.shop.counter(_free_code(own)).code


def _free_code(own: Furnished) -> str:
    own.numbers += 1
    return f"{own.digit}{chr(65 + own.numbers // 26 % 26)}{chr(65 + own.numbers % 26)}"


def _new_bill(own: Furnished) -> str:
    """The number of a bill that has earned."""
    number = _new_key(own)
    own.earn(_new_card(own), number)
    return number


def _rich_card(own: Furnished) -> str:
    card = _new_card(own)
    own.earn(card, _new_key(own))
    return card


def _new_redemption(own: Furnished) -> str:
    return str(own.redeem(_new_key(own))["redemption_id"])


def _new_reward(own: Furnished) -> str:
    return _put(own, "rewards", {"name": "Mug", "kind": "EXPERIENCE", "points": "1.00"})


def _new_campaign(own: Furnished) -> str:
    return _put(own, "campaigns", {"title": "Summer"})


def _put(own: Furnished, what: str, asked: Mapping[str, Any]) -> str:
    """One of a name that nobody has yet."""
    path = f"/api/v1/{what}/{_new_key(own)}"
    headers = {"if-match": _etag(own, path), "tillpoint-approval": own.approval()}
    done(own.shop.wire.call("PUT", path, own.shop.owner, json=asked, headers=headers))
    return path.rpartition("/")[2]


_SHOWN_AT = (
    ("/api/v1/card-config", "/api/v1/card-config"),
    ("/api/v1/programs", "/api/v1/card-config"),
    ("/api/v1/rewards", "/api/v1/rewards/catalog"),
    ("/api/v1/campaigns", "/api/v1/campaigns"),
)
_OWN_LINES = frozenset({"earn_card_points", "redeem_card_points", "earn_points", "redeem_points"})
_Fresh = Callable[[Furnished], str]
_FRESH: dict[tuple[str, str], _Fresh] = {
    **dict.fromkeys(
        product(("replace_card", "deactivate_card", "activate_card", "link_card_referrer"), ("card_id",)), _new_card
    ),
    **dict.fromkeys(
        product(
            (
                *("replace_card", "issue_card", "enroll_member", "open_store", "add_person", "reverse_card_points"),
                *("earn_card_points", "redeem_card_points", "earn_points", "redeem_points", "post_activity"),
                *("redeem_reward", "cancel_redemption"),
            ),
            ("idempotency-key",),
        ),
        _new_key,
    ),
    **dict.fromkeys(product(_OWN_LINES, ("bill_number",)), _new_key),
    **dict.fromkeys(product(("redeem_card_points", "redeem_points"), ("card_number",)), _rich_card),
    ("reverse_card_points", "bill_number"): _new_bill,
    ("redeem_reward", "card_number"): _rich_card,
    ("cancel_redemption", "redemption_id"): _new_redemption,
    ("revert_program", "version"): lambda own: own.ids["version"][-1],
    ("delete_reward", "reward_id"): _new_reward,
    ("delete_campaign", "campaign_id"): _new_campaign,
    ("close_store", "store_id"): _new_store,
    ("revoke_person", "staff_id"): _new_person,
    ("revoke_client", "client_id"): _new_client,
    ("renew_secret", "client_id"): _new_client,
    ("revoke_counter", "counter_code"): _new_counter,
    ("declare_lost", "counter_code"): _new_counter,
    ("approve_pairing", "counter_code"): _free_code,
    **dict.fromkeys(product(("read_pairing", "approve_pairing", "deny_pairing"), ("user_code",)), _new_code),
    **dict.fromkeys(product(("issue_card", "enroll_member"), ("phone",)), Furnished.phone),
    **dict.fromkeys(product(("issue_card", "enroll_member", "replace_card"), ("card_number",)), Furnished.free_card),
}


# What a tenant calls its own things: any text is good, and stands in its answers from then on.
CHOSEN = (
    *("category", "segment", "rule", "free name"),
    *("free card", "phone", "bill number", "key", "name", "tier", "counter"),
)
# A place in an order, which every tenant has: there is none that is nobody's.
PLACES = ("cursor", "position", "version")


def beside(value: str, kind: str) -> str:
    """Of the same form as another's id, next to it in every order, and nobody's."""
    if re.fullmatch("[0-9]{12}", value):
        return card_number(f"{int(value[:10]) + 50_000}")
    if kind in ("key", "bill number", "category"):
        return f"{value}x"
    last = value.rstrip('"')[-1]
    other = {"9": "8", "f": "e", "Q": "N", "Z": "Y"}.get(last) or chr(ord(last) + 1)
    at = len(value.rstrip('"')) - 1
    return value[:at] + other + value[at + 1 :]


_VOLATILE = re.compile(
    r'"(request_id|server_ms|as_of|signature|nonce|device_code|user_code|login_code|client_secret|access_token|page_hash'
    r')": ?("[^"]*"|[0-9]+)'
)


_UUID = re.compile("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")


def outcome(response: requests.Response, said: Values) -> tuple[Any, ...]:
    """What an answer tells whoever asked, apart from their own words and what is new with every answer."""
    text = response.text
    for value in said.values():
        text = text.replace(json.dumps(value)[1:-1], "(what was asked)") if len(value) > SHORT_MAX else text
    if response.request.method != "GET":
        if response.ok:
            return response.status_code, shape(response.json() if response.content else None)
        text = _UUID.sub("(an id)", text)
    names = sorted(name.lower() for name in response.headers)
    return response.status_code, _VOLATILE.sub(r'"\1": "…"', text), names


def shape(value: Any) -> Any:
    """The names in an answer, without what stands under them."""
    if isinstance(value, dict):
        return {name: shape(one) for name, one in value.items()}
    return [] if isinstance(value, list) else None


def everything(response: requests.Response) -> str:
    """All that came, as text."""
    return f"{json.dumps(dict(response.headers))}\n{response.content.decode('utf-8', 'replace')}"


def single(operation: Operation, theirs: Mapping[str, list[str]], *, most: int) -> Iterator[Values]:
    """Another's id in one place; then in all of them together."""
    for slot in operation.slots:
        for value in theirs[slot.kind][:most]:
            yield {slot: value}
    if len(operation.slots) > 1:
        yield {slot: theirs[slot.kind][0] for slot in operation.slots}


def mixed(operation: Operation, theirs: Mapping[str, list[str]]) -> Iterator[Values]:
    """Ids of every other kind where one of this kind is asked for."""
    for slot in operation.slots:
        if slot.kind not in CHOSEN and slot.place != "header":
            yield from ({slot: values[0]} for kind, values in theirs.items() if kind not in (slot.kind, *PLACES))
