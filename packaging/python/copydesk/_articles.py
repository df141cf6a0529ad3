"""Article files as Python objects."""

import json
import os
import subprocess
import tempfile
import warnings
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from copydesk._program import CopydeskError, CopydeskWarning, find_program


@dataclass(frozen=True, slots=True)
class Span:
    """Words of an article with a label."""

    start: int
    """Where it begins, in code points of the article's text."""
    end: int
    """Where it ends; the code point there is no longer part of it."""
    label: str
    text: str
    """The words themselves, `article.text[start:end]`."""
    state: str = "accepted"
    """`accepted`, `rejected` or, where they were asked for, `suggested`."""
    by: str | None = None
    """Who marked it: `human`, a suggester, or a file that it was imported from."""
    score: float | None = None
    """How sure the suggester was, from 0 to 1."""
    note: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)
    """What the label asks for: a figure's `value`; a claim's `speaker`, `cue` and `polarity`."""
    at: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Where the words of attributes stand in the text, such as those of the speaker."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text with its spans."""

    id: str
    text: str
    spans: tuple[Span, ...]
    status: str = "open"
    """`open`, `in-work` or `done`."""
    metadata: Mapping[str, Any] = field(default_factory=dict)
    """What else is known: `title`, `source`, `byline`, `date`, …"""

    @property
    def accepted(self) -> tuple[Span, ...]:
        """The spans that stand."""
        return tuple(span for span in self.spans if span.state == "accepted")


def read(
    *paths: str | os.PathLike[str], suggestions: bool = False, strict: bool = True
) -> list[Article]:
    """The articles in the files and folders at `paths`, in their order.

    A path may also be in any other format that Copydesk reads; `copydesk formats` lists them. The spans
    are those that were accepted and rejected; with `suggestions`, article files also have those that
    Copydesk suggests and nobody has decided on.

    Raises CopydeskError if something cannot be read, or a span is set aside because its words are not
    where it says, in the words of the program. With `strict` off, all else is read and that is a warning.
    """
    if not paths:
        return []
    command = [find_program(), "export", "--to", "jsonl", "--rejected", "--json", "--output", "-"]
    if suggestions:
        command.append("--suggestions")
    # A file that is called like an option is a file.
    command += ["--", *(os.fspath(path) for path in paths)]
    # Messages go to a file, so that the program never waits for somebody to read them.
    with tempfile.TemporaryFile() as messages:
        try:
            program = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=messages
            )
        except OSError as error:
            raise CopydeskError(f"“{command[0]}” cannot be started: {error}") from error
        with program:
            articles = [_article(json.loads(line)) for line in program.stdout]
        messages.seek(0)
        _tell(messages.read().decode("utf-8", "replace").strip(), strict)
    return articles


def _tell(messages: str, strict: bool) -> None:
    """Raises, or warns of, what the program tells at its end: a record, or why there is none."""
    last = messages.rpartition("\n")[2]
    if not last.startswith("{"):
        raise CopydeskError(messages)
    record = json.loads(last)
    left_out = [f"{item['what']}: {item['why']}" for item in record["left_out"]]
    if left_out and strict:
        raise CopydeskError("\n".join(left_out))
    told = [f"{item['article']}: {item['warning']}" for item in record["warnings"]]
    for words in [*left_out, *record["notes"], *told]:
        warnings.warn(words, CopydeskWarning, stacklevel=3)


_OF_SPANS = ("start", "end", "label", "text", "state", "by", "score", "note")


def _article(record: dict[str, Any]) -> Article:
    return Article(
        id=record.pop("id"),
        text=record.pop("text"),
        spans=tuple(_span(span) for span in record.pop("spans")),
        status=record.pop("status", "open"),
        metadata=record,
    )


def _span(record: dict[str, Any]) -> Span:
    known = {name: record.pop(name) for name in _OF_SPANS if name in record}
    at = {name: (start, end) for name, (start, end) in record.pop("at", {}).items()}
    record.pop("id", None)
    return Span(**known, attributes=record, at=at)
