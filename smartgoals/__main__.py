"""`python -m smartgoals` is the command line."""

if __name__ == "__main__":  # worker processes import this module too
    from smartgoals.cli import app

    app()
