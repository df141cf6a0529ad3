"""Articles as tables: of pandas and of Hugging Face's datasets."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from copydesk._articles import Article, Span

if TYPE_CHECKING:
    from datasets import Dataset
    from pandas import DataFrame

# In this order; the attributes of labels follow.
_COLUMNS = ("start", "end", "label", "text", "state", "by", "score", "note")


def to_pandas(articles: Iterable[Article]) -> DataFrame:
    """A row for each span of each article, and a column for each attribute that a span has.

    `article` is the article's id; the columns `start` and `end` count code points. Cells that nothing is
    known for are missing values.
    """
    import pandas

    rows = [{"article": article.id, **_row(span)} for article in articles for span in article.spans]
    attributes = sorted({name for row in rows for name in row["attributes"]})
    for row in rows:
        row |= {_column(name): row["attributes"].get(name) for name in attributes}
        del row["attributes"]
    columns = ["article", *_COLUMNS, *(_column(name) for name in attributes)]
    return pandas.DataFrame(rows, columns=columns)


def _row(span: Span) -> dict[str, Any]:
    return {name: getattr(span, name) for name in (*_COLUMNS, "attributes")}


def _column(attribute: str) -> str:
    """An attribute that is called like a column gets another name."""
    return f"attribute_{attribute}" if attribute in ("article", *_COLUMNS) else attribute


def to_datasets(articles: Iterable[Article]) -> Dataset:
    """A row for each article: `id`, `title`, `text`, `status`, and `spans`, a list of records.

    The attributes of a span are a list of records with `name` and `value`, because a data set gives all
    records of a column the same fields.
    """
    from datasets import Dataset, Features, Value

    words = Value("string")
    span = {name: words for name in _COLUMNS}
    span |= {"start": Value("int64"), "end": Value("int64"), "score": Value("float64")}
    span["attributes"] = [{"name": words, "value": words}]
    features = Features(
        {"id": words, "title": words, "text": words, "status": words, "spans": [span]}
    )
    rows = [
        {
            "id": article.id,
            "title": article.metadata.get("title", ""),
            "text": article.text,
            "status": article.status,
            "spans": [_record(span) for span in article.spans],
        }
        for article in articles
    ]
    # By column, because no rows say nothing of theirs.
    columns = {name: [row[name] for row in rows] for name in features}
    return Dataset.from_dict(columns, features=features)


def _record(span: Span) -> dict[str, Any]:
    record = dataclasses.asdict(span)
    del record["at"]
    record["attributes"] = [
        {"name": name, "value": value} for name, value in span.attributes.items()
    ]
    return record
