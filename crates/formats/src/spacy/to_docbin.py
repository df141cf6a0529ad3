"""Makes a .spacy file of a JSONL file: python NAME.to_docbin.py NAME.jsonl NAME.spacy [LANGUAGE]

Entities are in doc.ents, all spans in doc.spans["sc"]. A span that is not of whole tokens, because the
file was altered, is left out and named.
"""

import json
import sys

import spacy
from spacy.tokens import Doc, DocBin
from spacy.util import filter_spans

source, target = sys.argv[1:3]
nlp = spacy.blank(sys.argv[3] if len(sys.argv) > 3 else "en")
docs = DocBin(store_user_data=True)
with open(source, encoding="utf-8", newline="\n") as lines:
    for row in map(json.loads, lines):
        doc = Doc(nlp.vocab, words=row.get("words", []), spaces=row.get("spaces", []))
        assert doc.text == row["text"], row["ids"]["id"]
        doc.user_data["id"] = row["ids"]["id"]

        def fitting(start, end, label):
            span = doc.char_span(start, end, label=label)
            if span is None:
                words = row["text"][start:end]
                print(f"{row['ids']['id']}: left out {label} {words!r}: not whole tokens", file=sys.stderr)
            return span

        doc.spans["sc"] = [s for s in (fitting(*span[:3]) for span in row["spans"]["sc"]) if s]
        entities = (doc.char_span(start, end, label=label) for start, end, label in row["entities"])
        doc.ents = filter_spans([span for span in entities if span])
        docs.add(doc)
docs.to_disk(target)
