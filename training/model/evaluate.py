"""Strict F1 per label of predictions against gold, with bootstrap intervals by document.

`evaluate.py GOLD.jsonl… --predicted PREDICTED.jsonl` scores what the application found (same records,
spans in code points); with `--model M --encoder E` it runs the trained network itself.
"""

import argparse
import json
import random
from collections import Counter, defaultdict
from pathlib import Path

import data

SCORED = {"PERSON": "person", "PLACE": "place", "ORG": "organization"}


def normal(text, start, end):
    """Without a leading `the`, which corpora treat differently."""
    return (start + 4, end) if text[start : start + 4].lower() == "the " else (start, end)


def gold_spans(record):
    return {(*normal(record["text"], s["start"], s["end"]), SCORED[s["label"]]) for s in record["spans"] if s["label"] in SCORED}


def group_key(record):
    return record.get("doc") or record["id"]


def count(pairs, labels):
    """(right, found, gold) over (gold set, found set) pairs."""
    right = found = wanted = 0
    for gold, guess in pairs:
        gold = {s for s in gold if s[2] in labels}
        guess = {s for s in guess if s[2] in labels}
        right, found, wanted = right + len(gold & guess), found + len(guess), wanted + len(gold)
    return right, found, wanted


def f1(right, found, wanted):
    return 2 * right / max(1, found + wanted)


def interval(groups, labels, rounds=1000):
    dice = random.Random(1)
    counts = [count(pairs, labels) for pairs in groups]
    scores = []
    for _ in range(rounds):
        some = [dice.choice(counts) for _ in counts]
        scores.append(f1(*map(sum, zip(*some))))
    scores.sort()
    return scores[int(rounds * 0.025)], scores[int(rounds * 0.975)]


def report(name, records, found):
    groups = defaultdict(list)
    for record, spans in zip(records, found):
        groups[group_key(record)].append((gold_spans(record), spans))
    groups = list(groups.values())
    for labels in (["person"], ["place"], ["person", "place"], ["organization"]):
        right, guessed, wanted = count([p for g in groups for p in g], labels)
        low, high = interval(groups, labels)
        print(
            f"{name:16} {'+'.join(labels):14} P {right / max(1, guessed):.3f} R {right / max(1, wanted):.3f} "
            f"F1 {f1(right, guessed, wanted):.3f} [{low:.3f}, {high:.3f}]"
        )


def run_network(paths, model, encoder):
    """Predictions of the network alone, whole documents in windows."""
    import model as network
    from predict import predict

    net, tokens = network.load(model), data.tokenizer(encoder)
    results = {}
    for path in paths:
        documents = data.read_documents(path)
        spans, _ = predict(net, documents, tokens)
        records = data.read_records(path)
        results[path] = joined(records, documents, spans)
    return results


def joined(records, documents, spans):
    """Spans per record, in the record's code points."""
    flat = [(s, found) for d, rows in zip(documents, spans) for s, found in zip(d.sentences, rows)]
    at, out = 0, []
    for record in records:
        bounds = record.get("sents")
        starts = [b[0] for b in bounds] if bounds else [0]
        found = set()
        for start in starts:
            sentence, some = flat[at]
            at += 1
            for a, b, name, _ in some:
                found.add((*normal(record["text"], a + start, b + start), name))
        out.append(found)
    return out


def main():
    options = argparse.ArgumentParser()
    options.add_argument("gold", type=Path, nargs="+")
    options.add_argument("--predicted", type=Path)
    options.add_argument("--model", type=Path)
    options.add_argument("--encoder", type=Path)
    options.add_argument("--show", type=int, default=0, help="print this many errors (development sets only)")
    chosen = options.parse_args()
    if chosen.predicted:
        by_id = {r["id"]: r for r in data.read_records(chosen.predicted)}
        results = {}
        for path in chosen.gold:
            records = data.read_records(path)
            results[path] = [
                {(*normal(r["text"], s["start"], s["end"]), s["label"]) for s in by_id[r["id"]]["spans"]} for r in records
            ]
    else:
        results = run_network(chosen.gold, chosen.model, chosen.encoder)
    whole = defaultdict(lambda: ([], []))
    for path in chosen.gold:
        name = "gum-news" if path.stem.startswith("gum-news") else path.stem
        whole[name][0].extend(data.read_records(path))
        whole[name][1].extend(results[path])
    for name, (records, found) in whole.items():
        report(name, records, found)
        if chosen.show:
            show_errors(records, found, chosen.show)


def show_errors(records, found, limit):
    kinds, lines = Counter(), []
    for record, spans in zip(records, found):
        gold, text = gold_spans(record), record["text"]
        for start, end, name in sorted((gold | spans) - (gold & spans)):
            if name not in ("person", "place"):
                continue
            here = (start, end, name)
            other = [s for s in (spans if here in gold else gold) if s[0] < end and start < s[1]]
            kind = "missed" if here in gold else "invented"
            if other:
                same = other[0][:2] == (start, end)
                kind = f"label {name}" if same else "edge" if other[0][2] == name else f"edge and label {name}"
            kinds[kind, name if here in gold else "found " + name] += 1
            context = text[max(0, start - 50) : start] + "[[" + text[start:end] + "]]" + text[end : end + 40]
            lines.append(f"{kind:24} {'gold' if here in gold else 'found'} {name:8} {context!r}")
    print(*kinds.most_common(), sep="\n")
    print(*data.shuffled(lines, 5)[:limit], sep="\n")


if __name__ == "__main__":
    main()
