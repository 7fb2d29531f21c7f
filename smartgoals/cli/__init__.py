"""The command line."""

from smartgoals.cli import planning  # noqa: F401  its commands join the app
from smartgoals.cli.app import app

__all__ = ["app"]
