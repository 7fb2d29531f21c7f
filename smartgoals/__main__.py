"""`python -m smartgoals` is the command line."""

from smartgoals.cli import app

app()
