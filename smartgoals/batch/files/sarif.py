"""SARIF 2.1.0, the format in which tools for code review take findings."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pyarrow as pa

from smartgoals.advice.messages import codes
from smartgoals.batch.files.chunk import Chunk

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "suggestion": "note"}  # evidence is no complaint
UNREAD = "row-error"  # the rule of a row that could not be analysed


class SarifWriter:
    """A result for each finding that is more than evidence; without its end, which closing writes, the file is none.

    `source` is the file of the goals, `lined` whether its rows stand on lines; the columns written must have the whole
    analysis last, and the error before it.
    """

    def __init__(self, path: Path, source: Path, *, lined: bool) -> None:
        # a URI reference by RFC 3986
        self._uri = source.as_uri() if source.is_absolute() else quote(os.fsencode(source.as_posix()))
        self._lined = lined
        self._file = path.open("w", encoding="utf-8")
        head = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [{"tool": _tool(), "columnKind": "unicodeCodePoints"}]}
        self._file.write(json.dumps(head, ensure_ascii=False).removesuffix("}]}") + ', "results": [')
        self._between = "\n"

    def write(self, chunk: Chunk, added: pa.RecordBatch) -> None:
        *_, errors, analyses = (column.to_pylist() for column in added.columns[-2:])
        for place, end, error, analysis in zip(chunk.places, chunk.ends, errors, analyses, strict=True):
            goal = json.loads(analysis) if analysis else None
            for result in _results(goal) if goal else [_result(UNREAD, "error", error)]:
                result["locations"] = [self._location(place, end, goal)]
                self._file.write(self._between + json.dumps(result, ensure_ascii=False))
                self._between = ",\n"

    def close(self) -> None:
        self._file.write("\n]}]}\n")
        self._file.close()

    def abandon(self) -> None:
        self._file.close()

    def _location(self, place: int, end: int, goal: dict[str, Any] | None) -> dict[str, Any]:
        physical: dict[str, Any] = {"artifactLocation": {"uri": self._uri}}
        if not self._lined:
            return {"physicalLocation": physical, "logicalLocations": [{"name": f"row {place}"}]}
        last = {"endLine": end} if end > place else {}
        snippet = {"snippet": {"text": goal["text"]}} if goal else {}
        return {"physicalLocation": physical | {"region": {"startLine": place, **last, **snippet}}}


def _results(goal: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for criterion in goal["criteria"].values():
        for finding in criterion["findings"]:
            if finding["severity"] in _LEVELS:
                result = _result(finding["code"], _LEVELS[finding["severity"]], finding["message"])
                said = {"score": goal["score"], "rewrite": goal["rewrite"]}
                if finding["start"] is not None:
                    said["phrase"] = goal["text"][finding["start"] : finding["end"]]
                yield result | {"properties": said}


def _result(rule: str, level: str, message: str) -> dict[str, Any]:
    return {"ruleId": rule, "level": level, "message": {"text": message}}


def _tool() -> dict[str, Any]:
    rules: list[dict[str, Any]] = [
        {
            "id": name,
            "shortDescription": {"text": code.meaning},
            "defaultConfiguration": {"level": _LEVELS[code.severity]},
            "properties": {"criterion": code.criterion},
        }
        for name, code in codes().items()
        if code.severity in _LEVELS
    ]
    unread = {"id": UNREAD, "shortDescription": {"text": "The row could not be analysed."}}
    return {"driver": {"name": "smartgoals", "version": version("smartgoals"), "rules": [*rules, unread]}}
