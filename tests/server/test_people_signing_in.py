"""People have no password: a code that somebody hands them, once, and PKCE from there on. Systems have a secret."""

from __future__ import annotations

from base64 import b64encode
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from server.auth.scopes import OF_ROLE, Role
from tests.server.callers import CHALLENGE, VERIFIER, Shop, Wire, content_of, done, problem, sign_in, system_token


def ask(wire: Wire, login_code: str, **changes: Any) -> Any:
    asked = {"login_code": login_code, "code_challenge": CHALLENGE, "code_challenge_method": "S256", **changes}
    return wire.post("/api/v1/oauth/authorize", asked)


def redeem(wire: Wire, code: str, verifier: str = VERIFIER) -> Any:
    return wire.form(grant_type="authorization_code", code=code, code_verifier=verifier)


def renew(wire: Wire, token: str) -> Any:
    return wire.form(grant_type="refresh_token", refresh_token=token)


@pytest.mark.parametrize("role", list(Role))
def test_a_role_has_its_scopes(shop: Shop, role: Role) -> None:
    content = content_of(shop.person(role.value)["token"])
    assert frozenset(content["scope"].split()) == OF_ROLE[role]
    assert (content["tenant"], content["kind"], content["roles"]) == (shop.tenant_id, "person", [role.value])


def test_a_login_code_is_typed_as_people_type(shop: Shop) -> None:
    person = shop.person("cashier")
    code = shop.login_code(person["staff_id"])
    done(ask(shop.wire, f"  {code.lower().replace('-', ' ')} "))


def test_a_login_code_opens_once(shop: Shop) -> None:
    person = shop.person("cashier")
    code = shop.login_code(person["staff_id"])
    done(ask(shop.wire, code))
    assert problem(ask(shop.wire, code)) == (400, "LOGIN-CODE-BAD")


def test_a_login_code_opens_for_one_of_many_at_once(shop: Shop) -> None:
    code = shop.login_code(shop.person("cashier")["staff_id"])
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: ask(shop.wire, code), range(8)))
    assert sorted(answer.status_code for answer in answers) == [200] + [400] * 7


def test_a_login_code_runs_out(shop: Shop) -> None:
    code = shop.login_code(shop.person("cashier")["staff_id"])
    shop.wire.running.clock.advance(seconds=600)
    assert problem(ask(shop.wire, code)) == (400, "LOGIN-CODE-BAD")


def test_a_new_login_code_replaces_the_old(shop: Shop) -> None:
    person = shop.person("cashier")
    old, new = shop.login_code(person["staff_id"]), shop.login_code(person["staff_id"])
    assert problem(ask(shop.wire, old)) == (400, "LOGIN-CODE-BAD")
    done(ask(shop.wire, new))


def test_only_the_strong_way_of_pkce(shop: Shop) -> None:
    code = shop.login_code(shop.person("cashier")["staff_id"])
    assert problem(ask(shop.wire, code, code_challenge_method="plain")) == (422, "INVALID")
    assert problem(ask(shop.wire, code, code_challenge="")) == (422, "INVALID")


def test_the_verifier_has_to_be_known_and_a_wrong_one_uses_the_code_up(shop: Shop) -> None:
    code = done(ask(shop.wire, shop.login_code(shop.person("cashier")["staff_id"])))["code"]
    assert problem(redeem(shop.wire, code, "w" * 43)) == (400, "GRANT-USED")
    assert problem(redeem(shop.wire, code)) == (400, "GRANT-USED")


def test_an_authorization_code_opens_once_and_soon(shop: Shop) -> None:
    person = shop.person("cashier")
    code = done(ask(shop.wire, shop.login_code(person["staff_id"])))["code"]
    done(redeem(shop.wire, code))
    assert problem(redeem(shop.wire, code)) == (400, "GRANT-USED")
    late = done(ask(shop.wire, shop.login_code(person["staff_id"])))["code"]
    shop.wire.running.clock.advance(seconds=60)
    assert problem(redeem(shop.wire, late)) == (400, "GRANT-USED")


def test_a_refresh_token_is_used_once_and_a_copy_ends_the_sign_in(shop: Shop) -> None:
    first = shop.person("cashier")["refresh_token"]
    second = done(renew(shop.wire, first))["refresh_token"]
    third = done(renew(shop.wire, second))["refresh_token"]
    assert problem(renew(shop.wire, first)) == (400, "GRANT-USED")
    assert problem(renew(shop.wire, third)) == (400, "GRANT-USED")


def test_a_refresh_token_runs_out(shop: Shop) -> None:
    token = shop.person("cashier")["refresh_token"]
    shop.wire.running.clock.advance(days=30)
    assert problem(renew(shop.wire, token)) == (400, "GRANT-USED")


def test_someone_shut_out_is_out_at_once(shop: Shop) -> None:
    manager = shop.person("manager")
    done(shop.wire.get("/api/v1/staff", manager["token"]))
    code = shop.login_code(manager["staff_id"])
    done(shop.wire.call("DELETE", f"/api/v1/staff/{manager['staff_id']}", shop.owner, headers={"If-Match": '"1"'}))
    assert problem(shop.wire.get("/api/v1/staff", manager["token"])) == (401, "REVOKED")
    assert problem(renew(shop.wire, manager["refresh_token"])) == (400, "GRANT-USED")
    assert problem(redeem(shop.wire, done(ask(shop.wire, code))["code"])) == (400, "GRANT-USED")


def test_a_lower_role_counts_at_once(shop: Shop) -> None:
    manager = shop.person("manager")
    path = f"/api/v1/staff/{manager['staff_id']}"
    done(shop.wire.call("PATCH", path, shop.owner, json={"role": "cashier"}, headers={"If-Match": '"1"'}))
    assert problem(shop.wire.get("/api/v1/staff", manager["token"])) == (403, "SCOPE-MISSING")


def test_a_higher_role_needs_a_new_token(shop: Shop) -> None:
    cashier = shop.person("cashier")
    path = f"/api/v1/staff/{cashier['staff_id']}"
    done(shop.wire.call("PATCH", path, shop.owner, json={"role": "manager"}, headers={"If-Match": '"1"'}))
    assert problem(shop.wire.get("/api/v1/staff", cashier["token"])) == (403, "SCOPE-MISSING")
    done(shop.wire.get("/api/v1/staff", sign_in(shop.wire, shop.login_code(cashier["staff_id"]))["access_token"]))


def test_a_system_signs_in_with_its_secret(shop: Shop) -> None:
    client = shop.system("cards:read", "points:write")
    content = content_of(client["token"])
    assert (content["kind"], content["scope"]) == ("system", "cards:read points:write")
    packed = b64encode(f"{client['client_id']}:{client['client_secret']}".encode()).decode()
    basic = {"Authorization": f"Basic {packed}"}
    form = {"grant_type": "client_credentials", "scope": "cards:read"}
    token = done(shop.wire.call("POST", "/api/v1/oauth/token", data=form, headers=basic))
    assert token["scope"] == "cards:read"


@pytest.mark.parametrize("header", ["Basic ???", "Basic /w==", "Bearer abc", "Digest x"])
def test_credentials_that_cannot_be_read(wire: Wire, header: str) -> None:
    form = {"grant_type": "client_credentials"}
    answer = wire.call("POST", "/api/v1/oauth/token", data=form, headers={"Authorization": header})
    assert problem(answer) == (401, "CREDENTIALS-UNREADABLE")


def test_a_wrong_secret_and_an_unknown_client_are_told_the_same(shop: Shop) -> None:
    client = shop.system("cards:read")
    ids = [client["client_id"], f"{shop.tenant_id}.nobody", "nowhere.nobody", "", "../../etc/passwd"]
    told = {shop.wire.form(grant_type="client_credentials", client_id=one, client_secret="x").text for one in ids}
    assert {problem_text.partition('"request_id"')[0] for problem_text in told} == {
        next(iter(told)).partition('"request_id"')[0]
    }
    assert all('"SECRET-WRONG"' in one for one in told)


def test_a_system_shut_out_is_out_at_once_and_a_new_secret_ends_the_old(shop: Shop) -> None:
    client = shop.system("reports:read", "admin:stores")
    path = f"/api/v1/clients/{client['client_id']}"
    renewed = done(shop.wire.call("POST", f"{path}/secret", shop.owner, headers={"If-Match": '"1"'}))
    answer = shop.wire.form(
        grant_type="client_credentials", client_id=client["client_id"], client_secret=client["client_secret"]
    )
    assert problem(answer) == (401, "SECRET-WRONG")
    token = system_token(shop.wire, renewed)
    done(shop.wire.get("/api/v1/stores", token))
    done(shop.wire.call("DELETE", path, shop.owner, headers={"If-Match": '"2"'}))
    assert problem(shop.wire.get("/api/v1/stores", token)) == (401, "REVOKED")


def test_a_grant_nobody_knows(wire: Wire) -> None:
    assert problem(wire.form(grant_type="password")) == (400, "GRANT-UNKNOWN")
    assert problem(wire.form()) == (422, "INVALID")
    assert problem(wire.form(grant_type="refresh_token", surprise="1")) == (422, "INVALID")
