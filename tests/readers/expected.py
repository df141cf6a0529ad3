"""What every reader must see: the articles with their spans, offsets in code points.

python expected.py writes them as JSON: a list of {"id", "text", "spans": [[start, end, label, words], …]}.
"""

import json
import pathlib
import sys


def articles():
    """Records with `id`, `text` and `spans`; each span's text is the quote between its offsets."""
    path = pathlib.Path(__file__).with_name("articles.jsonl")
    records = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]
    for record in records:
        record.setdefault("spans", [])
        for span in record["spans"]:
            assert record["text"][span["start"] : span["end"]] == span["text"], span
    return records


if __name__ == "__main__":
    json.dump(
        [
            {
                "id": record["id"],
                "text": record["text"],
                "spans": [
                    [span["start"], span["end"], span["label"], span["text"]]
                    for span in record["spans"]
                ],
            }
            for record in articles()
        ],
        sys.stdout,
        ensure_ascii=False,
    )
