"""Write a report's page: its texts from the language's data, its shape from the templates beside this module."""

from __future__ import annotations

import base64
import hashlib
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from typing import Any

from babel.dates import format_date
from jinja2 import Environment, PackageLoader, StrictUndefined

from smartgoals.advice.messages import Catalogue, catalogue
from smartgoals.batch.files.whole import Whole
from smartgoals.display.stretches import stretches
from smartgoals.inputs import naming
from smartgoals.models import CRITERIA, ITEMS, VERDICTS
from smartgoals.report.entries import MOST_ENTRIES, Gathered
from smartgoals.report.overview import BINS, largest
from smartgoals.text.detect import DEFAULT
from smartgoals.text.locales import locale as cldr

_MOST_FINDINGS = 8


def write(gathered: Gathered, target: Path, name: str, locale: str | None = None) -> None:
    """Write the page of a report on the file `name` in a language, or else in the one that most goals are in.

    Raises OSError when the file cannot be written; what stood there then stays.
    """
    shown = _shown(gathered, name, page_texts(gathered, locale)) | {"locale": locale}
    with Whole(target) as whole, naming(whole.part), whole.part.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(_environment().get_template("page.html.j2").generate(shown))


def page_texts(gathered: Gathered, locale: str | None = None) -> Catalogue:
    """The texts of the page, in a language or else in the one that most goals are in."""
    chief = next((language for language, _ in gathered.overview.summary.languages.most_common(1)), DEFAULT)
    return catalogue(locale or chief)


def _shown(gathered: Gathered, name: str, texts: Catalogue) -> dict[str, Any]:
    overview, summary = gathered.overview, gathered.overview.summary
    today = gathered.scorer.analyzer.today
    style, script = _own_file("page.css"), _own_file("page.js")
    return {
        "lang": texts.language, "names": texts.names, "t": texts.report, "texts": texts, "name": name,
        "today": format_date(today, "long", texts.language), "style": style, "script": script,
        "policy": _policy(style, script), "criteria": CRITERIA, "verdicts": VERDICTS, "parts": ITEMS,
        "all": overview.all, "failed": summary.failed, "rows": summary.rows, "bins": BINS,
        "findings": summary.findings.most_common(_MOST_FINDINGS), "group": gathered.group,
        "groups": largest(overview.groups) if gathered.group else None, "languages": largest(overview.languages),
        "group_names": sorted(group for group in overview.groups if group),
        "entries": gathered.entries, "capped": MOST_ENTRIES if summary.rows > MOST_ENTRIES else None,
        "stretches": stretches, "language_name": partial(_language_name, texts.language),
    }  # fmt: skip


def _policy(style: str, script: str) -> str:
    """A Content-Security-Policy that lets the page's own style and script work, and nothing else."""
    digests = (base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (style, script))
    own = [f"{kind}-src 'sha256-{digest}'" for kind, digest in zip(("style", "script"), digests, strict=True)]
    return "; ".join(("default-src 'none'", "img-src data:", "base-uri 'none'", "form-action 'none'", *own))


@cache
def _language_name(locale: str, code: str) -> str:
    """What a language calls a language."""
    return str(cldr(locale).languages.get(code, code))


def _own_file(name: str) -> str:
    return (files("smartgoals") / "report" / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("smartgoals", "report"), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
        lstrip_blocks=True,
    )  # fmt: skip
