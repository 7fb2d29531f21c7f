"""What mkdocs does not do by itself: pages that stand outside `docs_dir`, and pages made of data."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from pygments.formatters import HtmlFormatter

from smartgoals.lexicon.files import available
from smartgoals.lexicon.table import table

ROOT = Path(__file__).parents[2]
_LINKED = ("LICENSE", "notebooks/*.ipynb")  # files that pages may link to


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Take the pages of the navigation from the repository, and make those of the vocabularies."""
    made = {f"smartgoals/languages/{language}/VOCABULARY.md": table(language) for language in available()}
    made["pygments.css"] = _colours()
    for path, content in made.items():
        files.append(File.generated(config, path, content=content))
    linked = (path.relative_to(ROOT).as_posix() for pattern in _LINKED for path in ROOT.glob(pattern))
    for path in (*_pages(config.nav), *linked):
        if path not in made:
            files.append(File.generated(config, path, abs_src_path=str(ROOT / path)))
    return files


def _pages(nav: Any) -> Iterator[str]:
    """The paths in a navigation, which nests lists and dicts."""
    if isinstance(nav, str):
        yield nav
    else:
        for entry in nav.values() if isinstance(nav, dict) else nav or ():
            yield from _pages(entry)


def _colours() -> str:
    """The colours of code, on light and on dark ground."""
    light, dark = (HtmlFormatter(style=style) for style in ("default", "github-dark"))
    return "\n".join(
        [light.get_style_defs(".highlight"), dark.get_style_defs('[data-bs-theme="dark"] .highlight')],
    )
