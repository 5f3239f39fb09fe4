"""How hard the properties are searched: as a rule, at length, and briefly under mutation."""

from __future__ import annotations

from hypothesis import HealthCheck, settings

QUIET = (HealthCheck.too_slow, HealthCheck.data_too_large)

settings.register_profile("till", settings.default, max_examples=60, deadline=None, suppress_health_check=QUIET)
settings.register_profile("long", max_examples=2_000, deadline=None, suppress_health_check=QUIET)
settings.register_profile("mutants", max_examples=8, deadline=None, derandomize=True, database=None)
settings.load_profile("till")
