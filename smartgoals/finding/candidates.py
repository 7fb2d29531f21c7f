"""The stretches of a document that may be goals, each with its signs and those of the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from smartgoals.finding.columns import Row, use, uses
from smartgoals.finding.layout import Block
from smartgoals.finding.names import WORD, bucket, near, placed
from smartgoals.finding.pieces import (
    Piece,
    before_speaker,
    before_tail,
    before_told,
    behind_dash,
    behind_label,
    is_stamp,
    pieces,
    spoken,
    trimmed,
)
from smartgoals.finding.sections import Place
from smartgoals.finding.stretches import Stretch, Stretches

LONGEST_GOAL = 600  # characters; what is longer is no goal
_MOST_LABELS = 3  # one inside the other: 'Anna: Goal 1: 40 leads'
_MOST_OF_LABEL = 4  # words of one that only calls what follows it a goal
_MOST_CELLS = 6  # of a row that state one goal
_SHARES = (0.3, 0.5, 0.7, 0.9)  # of a sentence that a quotation takes
_PARTS = (0.1, 0.3, 0.7, 0.9)  # of the document before a candidate
_CONDITION = "opens:if"  # the sign of what is never a goal, like a question
_TOLD_OF_PAST = frozenset(("kind:sentence", "past", "value"))
_LEAST_PARTED = 600  # characters of a document that has a beginning and an end
_ORDER = (0, 1, 2, 4)  # sentences before it in its block
_SHORT = (1, 2, 3, 5)  # words of a label
_AGO = (0, 1, 2)  # titles since one that speaks of goals
# What a sentence may say of the next, and a title of the dates that it is about.
_TOLD = frozenset(f"cue:{kind}" for kind in ("goal", "heading", "want", "rule", "means", "if", "review", "reader"))
_OF_TITLE = ("date_future", "date_past", "year_future", "year_past")
_TITLED = frozenset(  # what weighs differently by what stands under the titles
    (*(f"title:{says}" for says in ("goals", "over", "other")), *(f"goals_ago:{n}" for n in (*_AGO, "more", "none")))
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A stretch that may be a goal, with the names of all signs for and against it.

    `shape`: what part of its sentence, item or row it is; goals of one list or table mostly have the same.
    """

    start: int
    end: int
    names: frozenset[str]
    shape: str


class Candidates:
    """The candidates of one document."""

    def __init__(self, document: str, read: Stretches) -> None:
        self._document = document
        self._read = read
        self._titled: tuple[Sequence[tuple[int, int]], frozenset[str]] = ((), frozenset())  # titles and what they say
        self._titles: dict[tuple[int, int], str] = {}  # what each is about
        self._of_list: tuple[int, int] | None = None  # the label of a list whose items semicolons part
        self._told: frozenset[str] = frozenset()  # what the sentence before says of what follows

    # ---- text

    def of_text(self, place: Place) -> Iterator[Candidate]:
        """The sentences of a block, the quotations in them, and what stands before and behind their colons."""
        if place.block.done and not place.all_done:
            return
        language = self._read.language(place.block.start, place.block.end)
        around = frozenset(self._around(place))
        before: Piece | None = None
        for order, sentence in enumerate(pieces(self._document, place.block, language)):
            piece = self._without_owner(sentence)
            if not self._may_be(piece) or (piece.asks and not piece.quotes):
                continue
            beside = around | {f"nth:{bucket(order, _ORDER)}"}
            found = [*self._of_piece(piece, place, beside | self._told), *self._listed(before, piece, beside)]
            yield from (candidate for candidate in found if not _is_other(candidate.names))
            before = piece

    def _listed(self, before: Piece | None, piece: Piece, beside: frozenset[str]) -> Iterator[Candidate]:
        """What stands behind a semicolon, by the label of the first of its list: 'Goals: 40 leads; 5 deals'."""
        if before is None or not self._document[before.end : piece.start].startswith(";"):
            self._of_list = None
            return
        if self._of_list is None:
            labels = (label for label, _ in self._labels(before))
            self._of_list = next(filter(self._announces, labels), None)
        if self._of_list is not None and self._may_be(piece) and behind_label(self._document, piece) is None:
            words = self._read(*self._of_list)
            label = {f"label:words:{bucket(words.signs.words, _SHORT)}", *near(words.names, "label"), "depth:0"}
            yield self._candidate(self._read(piece.start, piece.end), "labelled", beside | label)

    def _without_owner(self, piece: Piece) -> Piece:
        """A piece without the note behind it that only says whose it is: '… (owner: Ann)'."""
        told = before_told(self._document, piece)
        return told[0] if told is not None and use(self._read(*told[1])) == "owner" else piece

    def _of_piece(self, piece: Piece, place: Place, beside: frozenset[str]) -> Iterator[Candidate]:
        labels = list(self._labels(piece))
        kind = "item" if piece.kind == "item" else place.kind
        inside = {"holds_quote"} if piece.quotes else set()
        for label, behind in labels[:1]:
            inside.add("holds_label")
            inside.update(near(self._read(*label).names, "holds_label"))
            inside.update(near(self._read(behind.start, behind.end).names, "holds_value"))
        dashed = None if labels else behind_dash(self._document, piece)
        if dashed is not None and dashed.label is not None:
            ahead = self._read(*trimmed(self._document, dashed.label[0], dashed.label[1] - 1))
            inside.update(("holds_dash", *near(ahead.names, "holds_dash")))
            if self._may_be(dashed):
                yield self._of_dash(ahead, dashed, beside)
        tail = before_tail(self._document, piece) if not labels and self._may_be(piece) else None
        if tail is not None and self._says(tail[1]):
            before, note = tail
            of_note = self._read(*note).names
            inside.update(("holds_tail", *near(of_note, "holds_tail")))
            if self._may_be(before):
                alone = {"before_tail", *near(of_note, "tail")}
                yield self._candidate(self._read(before.start, before.end), "tailed", beside | alone)
        whole = not piece.asks and not (labels and self._stands_before(labels[0][0]))
        if whole:
            yield self._candidate(self._whole(piece), kind, beside | inside)
            self._told = frozenset(near(self._whole(piece).names & _TOLD, "before"))
        else:
            self._told = frozenset()
        for quote in piece.quotes:
            yield from self._of_quote(piece, quote, beside)
        for depth, (label, behind) in enumerate(labels):
            yield from self._of_label(piece, label, behind, beside | {f"depth:{depth}"})
        said = before_speaker(self._document, piece, self._whole(piece).says) if whole else None
        if said is not None:
            yield self._candidate(self._read(*said), "said", beside)

    def _stands_before(self, label: tuple[int, int]) -> bool:
        """Whether a label is no part of what follows it: it calls it a goal, numbers it, or says who wrote it when."""
        bare = not any(map(str.isalpha, self._document[label[0] : label[1]])) and not self._read(*label).signs.date
        return bare or self._announces(label) or is_stamp(self._document, label)

    def _announces(self, label: tuple[int, int]) -> bool:
        """Whether a label calls what follows it a goal."""
        signs = self._read(*label).signs
        return signs.words <= _MOST_OF_LABEL and bool({"goal", "heading"} & signs.cues.keys())

    def _dates(self, label: tuple[int, int], behind: Piece) -> bool:
        """Whether a label says when, and what follows it does not: 'For 2027: grow revenue by 20 %' is one goal."""
        value = self._read(behind.start, behind.end).signs
        return self._read(*label).signs.date and not value.date and not is_stamp(self._document, label)

    def _labels(self, piece: Piece) -> Iterator[tuple[tuple[int, int], Piece]]:
        """The labels of a piece, each with what stands behind it."""
        behind = behind_label(self._document, piece)
        for _ in range(_MOST_LABELS):
            if behind is None or behind.label is None:
                return
            if self._may_be(behind):
                yield (piece.start, behind.label[1] - 1), behind
            behind = behind_label(self._document, behind)

    def _of_label(
        self, piece: Piece, label: tuple[int, int], behind: Piece, beside: frozenset[str]
    ) -> Iterator[Candidate]:
        """What stands behind a label, and all that stands before it."""
        words, value = self._read(*label), self._read(behind.start, behind.end)
        stamp = {"label:stamp"} if is_stamp(self._document, label) else set()
        length = {f"label:words:{bucket(words.signs.words, _SHORT)}"}
        found = self._candidate(value, "labelled", beside | stamp | length | set(near(words.names, "label")))
        if not self._dates(label, behind):
            yield found
        elif self._announces(label):  # 'Goal for 2027: …' says when
            yield found
            yield replace(found, start=label[0], names=found.names | {"dated_label"}, shape="dated")
        if words.signs.words > _MOST_OF_LABEL:
            yield self._candidate(words, "label", beside | set(near(value.names, "value")))

    def _of_dash(self, label: Stretch, behind: Piece, beside: frozenset[str]) -> Candidate:
        """What stands behind a dash."""
        around = {f"dash:words:{bucket(label.signs.words, _SHORT)}", *near(label.names, "dash")}
        return self._candidate(self._read(behind.start, behind.end), "dashed", beside | around)

    def _of_quote(self, piece: Piece, quote: Piece, beside: frozenset[str]) -> Iterator[Candidate]:
        """A quotation, or the sentences in it, with what the words around say of it."""
        if quote.asks:
            return
        around = set(beside)
        for name, (start, end) in (("ahead", (piece.start, quote.start)), ("behind", (quote.end, piece.end))):
            if any(map(str.isalnum, self._document[start:end])):
                around.update(near(self._read(start, end).names, name))
            else:
                around.add(f"{name}:nothing")
        around.add(f"share:{bucket((quote.end - quote.start) / (piece.end - piece.start), _SHARES)}")
        for start, end in spoken(self._document, quote):
            part = set() if (start, end) == (quote.start, quote.end) else {"part_of_quote"}
            yield self._candidate(self._read(start, end), "quote", around | part)

    def _around(self, place: Place) -> Iterator[str]:
        """What the place of a block says of it."""
        block = place.block
        if len(self._document) >= _LEAST_PARTED:
            yield f"part:{bucket(block.start / len(self._document), _PARTS)}"
        yield f"before:{place.before}"
        yield f"after:{place.after}"
        yield f"{place.kind}&before:{place.before}"
        yield f"{place.kind}&after:{place.after}"
        if place.before == place.after == "end":
            yield f"alone&{place.kind}"
        yield f"{place.kind}&nested:{place.nested}"
        if place.okr:
            kind = f"okr&{place.kind}"
            yield from (
                kind,
                f"{kind}&nested:{place.nested}",
                f"{kind}&before:{place.before}",
                f"{kind}&after:{place.after}",
            )
            if place.title is not None:
                yield f"{kind}&title:{self._says_of(place.title)}"
        if block.done:
            yield "ticked"
        if block.key:
            yield "key"
        if place.keyed:
            yield f"keyed&{'key' if block.key else place.kind}"
        if place.title is None:
            yield "untitled"
            return
        if self._titled[0] != place.titles:
            self._titled = place.titles, frozenset(self._of_titles(place.titles))
        yield from self._titled[1]
        yield from (f"{place.kind}&{name}" for name in self._titled[1] if name in _TITLED)

    def _of_titles(self, titles: Sequence[tuple[int, int]]) -> Iterator[str]:
        """What the titles above a block say of it."""
        *above, title = titles
        read = self._read(*title)
        says = self._says_of(title)
        yield f"title:{says}"
        yield from near(read.names, "title")
        dates = [name for name in _OF_TITLE if name in read.names]
        yield from (f"title:{name}" for name in dates)
        yield from (f"title:{says}&{name}" for name in dates)
        if self._document[title[1] - 1] == "?":
            yield "title:question"
        ago = next((i for i, other in enumerate(reversed(titles)) if self._says_of(other) == "goals"), None)
        yield f"goals_ago:{'none' if ago is None else bucket(ago, _AGO)}"
        if above:
            yield f"first_title:{self._says_of(titles[0])}"
            yield f"title_above:{self._says_of(above[-1])}"
            yield f"title:{says}&title_above:{self._says_of(above[-1])}"

    def _says_of(self, title: tuple[int, int]) -> str:
        """Whether a title speaks of goals, of what is over, or of something else."""
        if title not in self._titles:
            signs = self._read(*title).signs
            over = signs.at("review") < signs.at("goal", "heading")
            self._titles[title] = "over" if over else "goals" if {"goal", "heading"} & signs.cues.keys() else "other"
        return self._titles[title]

    # ---- tables

    def of_table(self, rows: Sequence[Block], place: Place) -> Iterator[Candidate]:
        """The cells of a table and the runs of cells that stand beside one another."""
        around = frozenset(self._around(place))
        heads = [self._read(*cell) for cell in rows[0].cells]
        goal = next((i for i, head in enumerate(heads) if {"goal", "heading", "want"} & head.signs.cues.keys()), None)
        by_head = uses(heads, rows, self._document)
        when = [i for i, head in enumerate(heads) if "when" in head.signs.cues and goal is not None and i > goal]
        for number, row in enumerate(rows):
            if goal is not None and goal < len(row.cells) and not self._says(row.cells[goal]):
                continue  # '–' in the column of goals
            cells = [self._read(*cell) for cell in row.cells]
            states = bucket(cells[goal].signs.words, _SHORT) if goal is not None and goal < len(cells) else ""
            columns = _Columns(heads if number else [], goal, states, when[0] if when else None, len(cells))
            stated = Row.of(row, cells, rows[0], by_head, self._says) if number and any(by_head) else None
            for i, first in enumerate(cells):
                for j in range(i, min(i + _MOST_CELLS, len(cells))):
                    if row.cells[j][1] - row.cells[i][0] <= LONGEST_GOAL:
                        beside = around | set(columns.names(i, j))
                        if stated is not None:
                            beside |= set(stated.names(i, j))
                        yield self._run(first, cells[i : j + 1], beside, f"{i}-{j}")
        self._told = frozenset()

    def _run(self, first: Stretch, cells: Sequence[Stretch], beside: frozenset[str], shape: str) -> Candidate:
        """A run of cells: what its first cell, its last, and any of them say; it is read when it is chosen."""
        if len(cells) == 1:
            return replace(self._candidate(first, "cell", beside), shape=shape)
        found = set(beside) | {"kind:run"}
        found.update(near(first.names, "first_cell"))
        found.update(near(cells[-1].names, "last_cell"))
        of_cells = frozenset().union(*(cell.names for cell in cells))
        found.update(near(of_cells, "any_cell"))
        found.update(name for name in of_cells if name.startswith(WORD))
        return Candidate(first.start, cells[-1].end, frozenset(found), shape)

    # ---- both

    def _candidate(self, read: Stretch, kind: str, beside: frozenset[str] | set[str]) -> Candidate:
        place = "sentence" if kind == "sentence" else "other"
        own = (*read.names, *placed(read.names, place), f"kind:{kind}")
        more = placed(read.names, kind) if place == "other" else ()
        return Candidate(read.start, read.end, frozenset((*own, *more, *beside)), kind)

    def _whole(self, piece: Piece) -> Stretch:
        return self._read(piece.start, piece.end, running=piece.kind == "sentence")

    def _may_be(self, piece: Piece) -> bool:
        return piece.end - piece.start <= LONGEST_GOAL and self._says((piece.start, piece.end))

    def _says(self, stretch: tuple[int, int]) -> bool:
        """Whether a stretch holds more than signs."""
        return any(map(str.isalnum, self._document[stretch[0] : stretch[1]]))


def _is_other(names: frozenset[str]) -> bool:
    """Whether signs show what is never a goal: a condition, or a number said of the past alone."""
    return _CONDITION in names or (names >= _TOLD_OF_PAST and "main" not in names)


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns of a row: the heads above it (none above the first row), those of goals and of when they are due.

    `states`: how many words the cell of the goal has; a mere number is stated by the cells before it.
    """

    heads: Sequence[Stretch]
    goal: int | None
    states: str
    when: int | None
    count: int

    def names(self, i: int, j: int) -> Iterator[str]:
        """What the columns say of the cells from one to another."""
        yield f"column:{bucket(i, (0, 1, 2, 3))}"
        yield f"columns:{bucket(self.count, (1, 2, 3, 4, 5))}"
        yield f"cells:{bucket(j - i + 1, (1, 2, 3, 4))}"
        if i == 0 and j == self.count - 1:
            yield "whole_row"
        if j == self.count - 1:
            yield "to_the_end"
        if not self.heads:
            yield "first_row"
            return
        for name, at in (("head", i), ("last_head", j)):
            if at < len(self.heads):
                yield from near(self.heads[at].names, name)
        if self.goal is None:
            yield "no_goal_column"
        else:
            place = "from_goal" if i == self.goal else "over_goal" if i < self.goal <= j else "beside_goal"
            yield from (place, f"{place}:{self.states}")
            if self.when is not None:
                yield "to_when" if j == self.when else "over_when" if j > self.when else "before_when"
