"""`python -m smartgoals.schema` stores the schema of the models as they are, and says under which version."""

import json
from pathlib import Path

from smartgoals.schema import FILE, load
from smartgoals.schema.build import FIRST, build, next_version

path = Path(str(FILE))
version = next_version(load()) if path.exists() else FIRST
path.write_text(json.dumps(build(version), indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
print(version)
