"""A service for the tests of its interface and its page."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from running import served


@pytest.fixture(scope="session")
def service() -> Iterator[str]:
    """The address of a service that lasts as long as the tests."""
    with served() as (_, address):
        yield address
