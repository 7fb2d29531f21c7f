"""The command line."""

from smartgoals.cli import planning, services  # noqa: F401  their commands join the app
from smartgoals.cli.app import app

__all__ = ["app"]
