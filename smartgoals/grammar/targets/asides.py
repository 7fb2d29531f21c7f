"""The clauses of a goal that hold no aim of their own, found once and asked for by all that read aims."""

from __future__ import annotations

from dataclasses import dataclass

from smartgoals.grammar.clauses import exclusions, means, past, purposes, segments
from smartgoals.grammar.roles import roles
from smartgoals.reading import Match, Reading


@dataclass(slots=True)
class Asides:
    """The words of such clauses: what the goal is for, why, what was, by or without what work, and what opens it."""

    purpose: range
    reason: range
    story: range
    past: set[int]
    replaced: set[int]  # what it is done instead of
    work: set[int]  # what is done for it or not done, and those
    relative: set[int]  # which things a level is of
    opening: range
    which: set[int]  # what is said of something in passing, where a date is none of the goal's
    told: set[int]  # what is told beside the goal, other than what it is for
    unbound: set[int]  # whose metrics and nouns no number of the goal counts

    @classmethod
    def of(cls, reading: Reading, *, infinitive: bool) -> Asides:
        """Those of a reading, whose clauses of the past it is told; `infinitive`: a bare 'to' may open a purpose."""
        reading.past = past.clauses(reading)
        purpose = purposes.clause(reading, infinitive=infinitive) or purposes.result(reading)
        reason, story = purposes.reason(reading), purposes.story(reading)
        replaced = exclusions.replaced(reading)
        reading.work = means.clauses(reading)
        work = reading.work.union(replaced, exclusions.clauses(reading))
        relative, opening = means.relative(reading), roles.opening(reading)
        was = {i for clause in reading.past for i in clause}
        told = work.union(reason, story, relative)
        unbound = told.union(purpose, opening)
        return cls(
            purpose, reason, story, was, replaced, work, relative, opening, purposes.which(reading), told, unbound
        )

    def spare(self, reading: Reading) -> None:
        """Drop channels and owners of clauses that say why, instead of what, or what was when."""
        dated = any(found.first in self.story for found in reading.dates)
        told = self.replaced.union(self.reason, self.story if dated else ())
        if told:
            reading.channels = [m for m in reading.channels if m.kind != "channel" or not within(reading, m, told)]
        for why in (self.reason, self.purpose):
            if why and why.start > 0:
                clause = range(why.start, segments.end(reading.words, why.start + 1))  # '… so that sales grow – Maria'
                reading.owners = [m for m in reading.owners if not within(reading, m, clause)]

    def says(self, reading: Reading, wording: Match) -> bool:
        """Whether vague wording is that of the goal: 'if possible' is, though 'if' opens a clause."""
        return not (within(reading, wording, self.purpose) or within(reading, wording, self.reason[1:]))


def within(reading: Reading, match: Match, words: range | set[int]) -> bool:
    """Whether a term stands in a clause."""
    at = reading.word_at(match.first) if words else None
    return at is not None and at in words
