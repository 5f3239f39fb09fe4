"""What every test stands on: no display, no keyring, no stopwatch in properties, and nothing wrong passes unseen."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Left to itself keyring takes the best backend it finds, and finds those that tests have made.
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

if TYPE_CHECKING:
    from tests.postgres import Cluster, Place

# A loaded machine makes a slow example, not a wrong one. A change is judged by the same examples every time; at a desk
# each run looks elsewhere.
settings.register_profile("dev", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("dev"), derandomize=True, database=None, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "dev")


# Building the package takes minutes: `make package` does, and then runs these.
collect_ignore = [] if "PACKAGE" in os.environ else ["packaging"]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-goldens", action="store_true", help="write the pictures and texts of tests/golden again")


_HARMLESS = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Qt's complaints while a test's widgets are taken down are that test's too; pytest-qt stops listening before."""
    heard: list[str] = []

    def listen(kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
        if kind not in _HARMLESS:
            heard.append(message)

    previous = qInstallMessageHandler(listen)
    try:
        yield
    finally:
        qInstallMessageHandler(previous)
    if heard:
        pytest.fail(f"Qt complained while {item.name} was taken down: {heard}", pytrace=False)


@pytest.fixture(autouse=True)
def _no_unexpected_error_log(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """An error log fails its test. One that is expected is asserted and then cleared: `caplog.clear()`."""
    yield
    logged = [record for when in ("setup", "call") for record in caplog.get_records(when)]
    errors = [f"{record.name}: {record.getMessage()}" for record in logged if record.levelno >= logging.ERROR]
    if errors:
        pytest.fail(f"unexpected error logs: {errors}", pytrace=False)


@pytest.fixture(scope="session")
def postgres_cluster() -> "Iterator[Cluster]":
    """PostgreSQL, started for the first test that wants it."""
    from tests.postgres import running_cluster

    with running_cluster() as cluster:
        yield cluster


@pytest.fixture
def postgres(postgres_cluster: "Cluster") -> "Iterator[Place]":
    """A database with the server's tables in it and no tenant yet."""
    with postgres_cluster.copied("prepared") as place:
        yield place


@pytest.fixture
def blank_postgres(postgres_cluster: "Cluster") -> "Iterator[Place]":
    """A database that has nothing yet; it belongs to the owner's role."""
    with postgres_cluster.copied("blank") as place:
        yield place
