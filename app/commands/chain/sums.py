"""Sums: what a counter knows and did, what the server says of it, and where the two differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from app.commands.chain.till import ChainTill
from app.domain.entries import EntryKind
from app.domain.formats import money, points
from app.domain.lease import outstanding
from app.domain.points import value_minor
from app.domain.program import Program
from app.services.keeping import books
from app.services.members import census

_ISSUED = (EntryKind.EARN, EntryKind.BONUS, EntryKind.REFERRAL, EntryKind.ADJUST)
_REDEEMED = (EntryKind.REDEEM, EntryKind.REWARD)
HEAD = ("", "bills", "sold", "issued", "taken back", "redeemed", "given back", "members", "balances", "liability",
        "leases", "waiting")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Posted:
    """What was sold and what moved points. Money in minor units, points in hundredths, debits negative."""

    bills: int
    net_minor: int
    issued: int
    taken_back: int
    redeemed: int
    given_back: int

    @property
    def moved(self) -> int:
        return self.issued + self.taken_back + self.redeemed + self.given_back


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of everybody. Balances in hundredths; a debt is a negative one."""

    members: int
    balance: int
    liability_minor: int
    digest: str


@dataclass(frozen=True, slots=True)
class Sums:
    """`own` is what was posted here, `known` what is known of all; `faults` is what verifying the books found."""

    name: str
    own: Posted
    known: Known
    leases: int
    waiting: int
    position: int
    faults: tuple[str, ...]

    def cells(self) -> tuple[str, ...]:
        return (self.name, *_posted_cells(self.own), *_known_cells(self.known), points(self.leases), f"{self.waiting}")


def of_till(till: ChainTill) -> Sums:
    verdict = books.verify(till.desk)
    with till.desk.store.reading() as uow:
        link, everybody = uow.links.get(), census.take(uow)
        program = uow.programs.in_force(till.desk.clock.now())
        assert link is not None, "a counter of the chain"
        moved: dict[str, int] = {}
        for posting in uow.ledger.all():
            moved[posting.entry.kind] = moved.get(posting.entry.kind, 0) + posting.entry.points
        nets = [bill.net_minor for bill in uow.bills.all()]
        own = _posted(len(nets), sum(nets), moved)
        known = _known(everybody.members, everybody.points, everybody.digest, program)
        held = outstanding(one.lease for one in uow.leases.of_counter(till.code))
        return Sums(till.code, own, known, held, uow.journal.waiting(link.acked), link.position, verdict.faults)


def of_server(told: Mapping[str, Any], program: Program) -> Sums:
    """The server's books as `python -m server verify` tells them."""
    own = _posted(told["bills"], told["net_minor"], told["moved"])
    known = _known(told["members"], told["points"], told["digest"], program)
    leases = sum(told["leases"].values())
    return Sums("server", own, known, leases, told["to_check"], told["position"], tuple(told["faults"]))


def together(tills: Sequence[Sums]) -> Posted:
    """What the counters posted, all of them."""
    return Posted(
        bills=sum(one.own.bills for one in tills),
        net_minor=sum(one.own.net_minor for one in tills),
        issued=sum(one.own.issued for one in tills),
        taken_back=sum(one.own.taken_back for one in tills),
        redeemed=sum(one.own.redeemed for one in tills),
        given_back=sum(one.own.given_back for one in tills),
    )


def table(tills: Sequence[Sums], server: Sums) -> list[str]:
    """The figures side by side; the server's bottom line beside the counters' together."""
    rows = [HEAD, *(one.cells() for one in tills), ("together", *_posted_cells(together(tills))), server.cells()]
    widths = [max(len(row[n]) for row in rows if n < len(row)) for n in range(len(HEAD))]
    return ["  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=False)) for row in rows]


def digest_lines(tills: Sequence[Sums], server: Sums) -> list[str]:
    return [
        f"{one.name} {one.known.digest[:16]}… {'=' if one.known.digest == server.known.digest else '≠'} "
        f"server {server.known.digest[:16]}…"
        for one in tills
    ]


def differences(tills: Sequence[Sums], server: Sums, leases: Mapping[str, int]) -> list[str]:
    """Where the counters and the server do not agree to the paisa; nothing when they do."""
    found = [f"{one.name}: {fault}" for one in (*tills, server) for fault in one.faults]
    if together(tills) != server.own:
        found.append(f"the counters together posted {together(tills)}, the server {server.own}")
    if server.own.moved != server.known.balance:
        found.append(f"the server's entries come to {server.own.moved}, its balances to {server.known.balance}")
    for one in tills:
        if one.known != server.known:
            found.append(f"{one.name} knows {one.known}, the server {server.known}")
        if one.leases != leases.get(one.name, 0):
            found.append(f"{one.name} holds leases of {one.leases}, by the server {leases.get(one.name, 0)}")
        if one.waiting:
            found.append(f"{one.name} still has {one.waiting} events to send")
    return found


def _posted(bills: int, net_minor: int, moved: Mapping[str, int]) -> Posted:
    return Posted(
        bills,
        net_minor,
        issued=sum(moved.get(kind, 0) for kind in _ISSUED),
        taken_back=moved.get(EntryKind.REVERSE, 0),
        redeemed=sum(moved.get(kind, 0) for kind in _REDEEMED),
        given_back=moved.get(EntryKind.RESTORE, 0),
    )


def _known(members: int, balance: int, digest: str, program: Program) -> Known:
    worth = value_minor(balance, rate=program.redemption.rate, currency=program.currency)
    return Known(members, balance, worth, digest)


def _posted_cells(own: Posted) -> tuple[str, ...]:
    moves = (own.issued, own.taken_back, own.redeemed, own.given_back)
    return (f"{own.bills:,}", money(own.net_minor), *map(points, moves))


def _known_cells(known: Known) -> tuple[str, ...]:
    return (f"{known.members:,}", points(known.balance), money(known.liability_minor))
