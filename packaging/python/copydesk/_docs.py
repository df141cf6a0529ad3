"""Articles as spaCy docs."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from copydesk._articles import Article

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


def to_spacy(articles: Iterable[Article], nlp: Language | None = None) -> list[Doc]:
    """A doc for each article, with tokens by `nlp` (a blank English pipeline if not given).

    Where a span begins or ends inside a token, the token is cut there, so that every span is exactly what
    was marked. `doc.spans["sc"]` has all accepted spans, as spaCy's span categorizer reads them;
    `doc.spans["suggested"]` and `doc.spans["rejected"]` have the others. `doc.ents` has the accepted
    spans that do not overlap: of those that do, the shortest, which leaves names and figures inside a
    claim. `doc.user_data["copydesk"]` has the article.
    """
    import spacy

    if nlp is None:
        nlp = spacy.blank("en")
    return [_doc(article, nlp) for article in articles]


def _doc(article: Article, nlp: Language) -> Doc:
    from spacy.tokens import Span as SpacySpan

    edges = {edge for span in article.spans for edge in (span.start, span.end)}
    doc, begins, ends = _cut(nlp.make_doc(article.text), edges)
    groups: dict[str, list[SpacySpan]] = {"sc": [], "suggested": [], "rejected": []}
    for span in article.spans:
        group = groups["sc" if span.state == "accepted" else span.state]
        group.append(SpacySpan(doc, begins[span.start], ends[span.end], label=span.label))
    for name, spans in groups.items():
        doc.spans[name] = spans
    doc.ents = _apart(groups["sc"])
    doc.user_data["copydesk"] = article
    return doc


def _cut(doc: Doc, edges: set[int]) -> tuple[Doc, dict[int, int], dict[int, int]]:
    """The doc with a border between tokens at each of `edges`, and which token begins and ends at each
    code point."""
    from spacy.tokens import Doc

    words, spaces, begins, ends = [], [], {}, {}
    for token in doc:
        start, end = token.idx, token.idx + len(token.text)
        borders = [start, *sorted(edge for edge in edges if start < edge < end), end]
        for left, right in zip(borders, borders[1:], strict=False):
            begins[left] = len(words)
            words.append(doc.text[left:right])
            ends[right] = len(words)
            spaces.append(bool(token.whitespace_) and right == end)
        # A span may begin with the space behind a token, or end with it.
        begins.setdefault(end, len(words))
        ends[end + len(token.whitespace_)] = len(words)
    return Doc(doc.vocab, words=words, spaces=spaces), begins, ends


def _apart(spans: list) -> list:
    """Those of `spans` that do not overlap, the shortest first taken."""
    taken: set[int] = set()
    apart = []
    for span in sorted(spans, key=lambda span: (span.end_char - span.start_char, span.start)):
        tokens = set(range(span.start, span.end))
        if tokens.isdisjoint(taken):
            taken |= tokens
            apart.append(span)
    return apart
