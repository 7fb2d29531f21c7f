"""The command line."""

from smartgoals.cli.app import app

__all__ = ["app"]
