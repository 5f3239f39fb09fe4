"""UPI: what a customer's phone is told to pay."""

from __future__ import annotations

from urllib.parse import quote, urlencode

from app.domain.money import Currency

NAME_MAX = 40


def upi_link(address: str, payee: str, amount_minor: int, currency: Currency) -> str:
    """upi://pay for exactly this amount; `address` is the shop's, like shop@bank."""
    facts = {"pa": address, "pn": payee[:NAME_MAX], "am": f"{currency.to_major(amount_minor):.2f}", "cu": "INR"}
    return f"upi://pay?{urlencode(facts, quote_via=quote, safe='@')}"
