"""Reads Copydesk's articles into Python: as plain objects, spaCy docs, pandas tables and data sets.

    import copydesk

    articles = copydesk.read("news/")            # article files, or a folder of them
    articles[0].spans[0].label                   # "person"
    docs = copydesk.to_spacy(articles)           # doc.ents, doc.spans["sc"]
    table = copydesk.to_pandas(articles)         # a row for each span
    data = copydesk.to_datasets(articles)        # a row for each article

The program itself reads the files, so that there is one reader of the format, with its checks. It comes
with this package. Offsets are code points, half-open, as Python counts: `article.text[span.start:span.end]`.
"""

from copydesk._articles import Article, Span, read
from copydesk._docs import to_spacy
from copydesk._program import CopydeskError, CopydeskWarning, find_program
from copydesk._tables import to_datasets, to_pandas

__all__ = [
    "Article",
    "CopydeskError",
    "CopydeskWarning",
    "Span",
    "find_program",
    "read",
    "to_datasets",
    "to_pandas",
    "to_spacy",
]
