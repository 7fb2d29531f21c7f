"""A file of goals as one page for whoever answers for them: HTML that needs no network and no other file."""

from smartgoals.report.entries import Task, gather
from smartgoals.report.page import page_texts, write

__all__ = ["Task", "gather", "page_texts", "write"]
