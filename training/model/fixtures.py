"""Writes what the application's own tests compare with: the reference tokenizer's pieces and this pipeline's names.

`fixtures.py DATA ENCODER MODEL.onnx OUT_FOLDER`; all sentences are of the public-domain development set
(Voice of America) or made up.
"""

import json
import sys
from pathlib import Path

import numpy as np
import onnxruntime

import data
from predict import spans_of, viterbi, words_of

ODD = [
    "", " ", "naïve café – “Ünïted” №5", "Zelensky’s U.S.-led $5.5bn plan…", "東京 and 北京, 2024年", "İstanbul ıstanbul ẞ ß ﬁ",
    "e\u0301te\u0301 A\u030angstro\u0308m", "don't can't O'Brien", "a\u200bb\u00adc\ufeffd", "tab\tnew\nline\r\nend\u2028x\u00a0y",
    "😀 family 👨‍👩‍👧 flag 🇺🇦", "مرحبا بالعالم", "Привет, Мир!", "नमस्ते दुनिया", "한국어 서울", "x" * 100, "x" * 101, "Supercalifragilisticexpialidocious",
    "¿Qué? ¡Sí!", "A.B.C. a_b c-d e/f @g #h", "ﷺ ½ ² Ⅷ ①", "\u0000bell\u0007", "Ǆ ǆ ŉ ΐ Σας ς", "1,234.56% −3 °C", "``quoted''",
]


def sentences(folder, count):
    records = data.read_records(folder / "dev" / "gmb-dev.jsonl")
    return [r["text"] for r in records[: count * 7 : 7]]


def bytes_before(text):
    """The byte offset of every code point."""
    ends = np.cumsum([0] + [len(c.encode()) for c in text])
    return [int(end) for end in ends]


def pieces_of(text, tokens):
    encoded = data.encode(data.Sentence(text, [], "gmb"), tokens)
    at = bytes_before(text)
    listed = [encoded.lists[start] for start in encoded.word_starts]
    return {"text": text, "pieces": encoded.ids, "words": [[at[a], at[b]] for a, b in encoded.offsets], "listed": listed}


def names_of(text, tokens, session):
    encoded = data.encode(data.Sentence(text, [], "gmb"), tokens)
    ids, kinds, listed, _, _, kept = data.lay_out([encoded])
    feeds = {"ids": ids, "kinds": kinds, "listed": listed, "places": list(range(len(ids))), "kept": kept}
    (logits,) = session.run(None, {name: np.array(value, np.int32) for name, value in feeds.items()})
    highest = logits.max(-1, keepdims=True)
    scores = logits - highest - np.log(np.exp(logits - highest).sum(-1, keepdims=True))
    rows = words_of([encoded], np.array(kept), scores)
    at = bytes_before(text)
    found = spans_of(viterbi(np.array(rows)), encoded.offsets, rows)
    return {"text": text, "names": [[at[a], at[b], name] for a, b, name, _ in found]}


def write(path, rows):
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def main():
    folder, encoder, model, out = map(Path, sys.argv[1:])
    tokens = data.tokenizer(encoder)
    session = onnxruntime.InferenceSession(str(model))
    out.mkdir(exist_ok=True)
    write(out / "wordpiece.jsonl", [pieces_of(text, tokens) for text in ODD + sentences(folder, 100)])
    write(out / "pipeline.jsonl", [names_of(text, tokens, session) for text in sentences(folder, 200)])


if __name__ == "__main__":
    main()
