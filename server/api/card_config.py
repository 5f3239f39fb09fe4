"""The card configuration: the rules in force, read and published as a new version."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated

from fastapi import APIRouter, Path, Response
from pydantic import BaseModel, Field

from app.domain.errors import invalid
from app.domain.program import Category, Program
from app.services.desk import Desk
from app.services.ports import UnitOfWork
from app.services.programs.program import publish
from server.api.approvals import Publishes
from server.api.changes import changed
from server.api.config import CATEGORIES_MAX, CardConfig, CategoryRates
from server.api.figures import Percent
from server.api.models import Model, Name
from server.api.publishing import Change, in_force, published
from server.api.versions import Version, tag
from server.auth.caller import Caller, require
from server.parts import Given, Parts
from server.web.problems import documented, not_found

router = APIRouter(prefix="/api/v1/card-config", tags=["Card configuration"])
_Reader = Annotated[Caller, require("programs:read")]
_Writer = Annotated[Caller, require("programs:write")]
CategoryName = Annotated[Name, Path(examples=["Medicines"])]
_CHANGES = documented(412, 428)


class CardConfigShown(BaseModel):
    """The rules in force, and which version they are; the version is also the ETag."""

    version: int = Field(examples=[3])
    config: CardConfig


class CategoryShown(BaseModel):
    name: str = Field(examples=["Medicines"])
    rates: CategoryRates


class CategoriesShown(BaseModel):
    version: int = Field(examples=[3])
    items: list[CategoryShown]


class Discount(Model):
    discount_percent: Percent


class DiscountShown(BaseModel):
    category: str = Field(examples=["Medicines"])
    discount_percent: Percent


class DiscountsShown(BaseModel):
    version: int = Field(examples=[3])
    items: list[DiscountShown]


@router.get("")
def read_card_config(caller: _Reader, response: Response, parts: Given) -> CardConfigShown:
    """Every rule a bill is priced with now."""
    return _config(in_force(parts, caller), response)


@router.put("", responses=_CHANGES)
async def publish_card_config(
    caller: Publishes, config: CardConfig, response: Response, version: Version, parts: Given
) -> CardConfigShown:
    """Put these rules in force from now on, as a new version. Bills that were made keep theirs; counters are told."""
    return _config(await published(parts, caller, config.over, version), response)


@router.post("/enable")
async def enable_cards(caller: _Writer, response: Response, parts: Given) -> CardConfigShown:
    """Switch the scheme on: bills earn and points pay. Nothing happens where it is on."""
    return _config(await _switch(parts, caller, is_on=True), response)


@router.post("/disable")
async def disable_cards(caller: _Writer, response: Response, parts: Given) -> CardConfigShown:
    """Switch the scheme off: sales go on, nothing earns, no points pay. Nothing happens where it is off."""
    return _config(await _switch(parts, caller, is_on=False), response)


@router.get("/categories")
def list_categories(caller: _Reader, response: Response, parts: Given) -> CategoriesShown:
    """What each category earns and pays, by name. One that is not listed earns the default."""
    return _categories(in_force(parts, caller), response)


@router.put("/categories/{name}", responses=_CHANGES)
async def put_category(
    caller: Publishes, name: CategoryName, rates: CategoryRates, response: Response, version: Version, parts: Given
) -> CategoriesShown:
    """Say what a category earns and pays. Publishes a new version of the rules."""
    change = _with_category(name, lambda _: rates.fact())
    return _categories(await published(parts, caller, change, version), response)


@router.delete("/categories/{name}", responses=documented(404, 412, 428))
async def delete_category(
    caller: Publishes, name: CategoryName, response: Response, version: Version, parts: Given
) -> CategoriesShown:
    """Let a category earn the default again."""

    def without(program: Program) -> Program:
        _known(program, name)
        return _of_categories(program, {key: one for key, one in program.categories.items() if key != name})

    return _categories(await published(parts, caller, without, version), response)


@router.get("/discounts")
def list_discounts(caller: _Reader, response: Response, parts: Given) -> DiscountsShown:
    """The categories that have a discount, by name."""
    return _discounts(in_force(parts, caller), response)


@router.put("/discounts/{name}", responses=_CHANGES)
async def put_discount(
    caller: Publishes, name: CategoryName, discount: Discount, response: Response, version: Version, parts: Given
) -> DiscountsShown:
    """Give a category a discount. Publishes a new version of the rules."""
    change = _with_category(name, lambda one: replace(one, discount_percent=discount.discount_percent))
    return _discounts(await published(parts, caller, change, version), response)


@router.delete("/discounts/{name}", responses=documented(404, 412, 428))
async def delete_discount(
    caller: Publishes, name: CategoryName, response: Response, version: Version, parts: Given
) -> DiscountsShown:
    """Take a category's discount away."""

    def without(program: Program) -> Program:
        category = _known(program, name)
        return _of_categories(program, {**program.categories, name: replace(category, discount_percent=Decimal(0))})

    return _discounts(await published(parts, caller, without, version), response)


async def _switch(parts: Parts, caller: Caller, *, is_on: bool) -> Program:
    def make(desk: Desk, unit: UnitOfWork) -> Program:
        program = unit.programs.in_force(desk.instant(unit.journal.head()))
        if program.enabled is is_on:
            return program
        return publish(desk, replace(program, enabled=is_on), staff=caller.subject)

    return await changed(parts, caller, make)


def _with_category(name: str, change: Callable[[Category], Category]) -> Change:
    def changed_in(program: Program) -> Program:
        categories = {**program.categories, name: change(program.category(name))}
        if len(categories) > CATEGORIES_MAX:
            raise invalid(f"A program has at most {CATEGORIES_MAX} categories. Nothing was changed; remove one first.")
        return _of_categories(program, categories)

    return changed_in


def _known(program: Program, name: str) -> Category:
    if name not in program.categories:
        raise not_found("category")
    return program.categories[name]


def _of_categories(program: Program, categories: Mapping[str, Category]) -> Program:
    return replace(program, categories=MappingProxyType(dict(categories)))


def _config(program: Program, response: Response) -> CardConfigShown:
    tag(response, program.version)
    return CardConfigShown.model_construct(version=program.version, config=CardConfig.of(program))


def _categories(program: Program, response: Response) -> CategoriesShown:
    tag(response, program.version)
    items = [CategoryShown(name=name, rates=CategoryRates.of(one)) for name, one in sorted(program.categories.items())]
    return CategoriesShown(version=program.version, items=items)


def _discounts(program: Program, response: Response) -> DiscountsShown:
    tag(response, program.version)
    items = [
        DiscountShown(category=name, discount_percent=one.discount_percent)
        for name, one in sorted(program.categories.items())
        if one.discount_percent
    ]
    return DiscountsShown(version=program.version, items=items)
