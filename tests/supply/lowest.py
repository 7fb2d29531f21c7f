"""Print the lowest versions that pyproject.toml allows, as requirements for pip.

    python tests/supply/lowest.py --without mcp pyspark    # of all direct dependencies, extras included, but these
    python tests/supply/lowest.py --only mcp

pip then fails where a bound names no version, or where two bounds cannot be had together.
"""

from __future__ import annotations

import argparse

from declared import declared


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", nargs="+", metavar="NAME", help="of these packages")
    parser.add_argument("--without", nargs="+", metavar="NAME", default=[], help="not of these")
    chosen = parser.parse_args()
    for one in declared():
        if one.name not in chosen.without and (chosen.only is None or one.name in chosen.only):
            extras = f"[{','.join(sorted(one.requirement.extras))}]" if one.requirement.extras else ""
            print(f"{one.name}{extras}=={one.lowest}")


if __name__ == "__main__":
    main()
