"""Measures how often names are right that the application gives a certain confidence, and evens it out.

`calibrate.py GOLD.jsonl… --predicted PREDICTED.jsonl [--out FACTS]`: predictions of a model file without
calibration. Each fifth of the documents is tested with a curve fitted to the others; then fits on all and
writes the lines that export.py puts into the model file.
"""

import argparse
from pathlib import Path

import data
from evaluate import normal

LABELS = {"PERSON": "person", "PLACE": "place", "ORG": "organization", "NORP": "peoples", "DATE": "date", "OTHER": "other"}
FOLDS = 5


def read_pairs(gold, predicted):
    """[(document, class, confidence, right)]; a corpus counts only for the classes that it marks."""
    by_id = {r["id"]: r for r in data.read_records(predicted)}
    pairs = []
    for path in gold:
        records = data.read_records(path)
        marked = {LABELS[s["label"]] for r in records for s in r["spans"] if s["label"] in LABELS}
        for record in records:
            text = record["text"]
            right = {(*normal(text, s["start"], s["end"]), LABELS[s["label"]]) for s in record["spans"] if s["label"] in LABELS}
            for s in by_id[record["id"]]["spans"]:
                if s["label"] in marked:
                    here = (*normal(text, s["start"], s["end"]), s["label"])
                    pairs.append((record.get("doc") or record["id"], s["label"], s["confidence"] / 100, here in right))
    return pairs


def rising(pairs, most=14):
    """Points of a rising curve: isotonic regression over bins of equal size."""
    ordered = sorted((said, right) for _, _, said, right in pairs)
    bins = max(1, min(most, len(ordered) // 20))
    blocks = []
    for index in range(bins):
        some = ordered[index * len(ordered) // bins : (index + 1) * len(ordered) // bins]
        blocks.append([sum(s for s, _ in some), sum(r for _, r in some), len(some)])
        while len(blocks) > 1 and blocks[-2][1] / blocks[-2][2] >= blocks[-1][1] / blocks[-1][2]:
            last = blocks.pop()
            blocks[-1] = [a + b for a, b in zip(blocks[-1], last)]
    return [(said / count, (right + 0.5) / (count + 1)) for said, right, count in blocks]


def apply(points, said):
    if not points or said <= points[0][0]:
        return points[0][1] if points else said
    for (a, x), (b, y) in zip(points, points[1:]):
        if said <= b:
            return x + (y - x) * (said - a) / max(b - a, 1e-9)
    return points[-1][1]


def cross_fitted(pairs, fold):
    """The pairs with the confidence that a curve gives them which saw none of their document."""
    calibrated = []
    for tested in range(FOLDS):
        curve = rising([p for p in pairs if fold[p[0]] != tested])
        calibrated += [(d, name, apply(curve, said), right) for d, name, said, right in pairs if fold[d] == tested]
    return calibrated


def error(pairs):
    """Expected calibration error over ten bins, and its table."""
    rows = []
    bins = [[] for _ in range(10)]
    for _, _, said, right in pairs:
        bins[min(9, int(said * 10))].append((said, right))
    total = 0.0
    for index, some in enumerate(bins):
        if some:
            mean, share = sum(s for s, _ in some) / len(some), sum(r for _, r in some) / len(some)
            total += abs(mean - share) * len(some) / len(pairs)
            rows.append(f"| {index * 10}–{index * 10 + 10} % | {len(some)} | {mean:.2f} | {share:.2f} |")
    return total, rows


def main():
    options = argparse.ArgumentParser()
    options.add_argument("gold", type=Path, nargs="+")
    options.add_argument("--predicted", type=Path, required=True)
    options.add_argument("--out", type=Path)
    chosen = options.parse_args()
    pairs = read_pairs(chosen.gold, chosen.predicted)
    documents = data.shuffled(sorted({p[0] for p in pairs}), 3)
    fold = {document: index % FOLDS for index, document in enumerate(documents)}
    lines = []
    for name in data.CLASSES:
        some = [p for p in pairs if p[1] == name]
        if len(some) < 60:
            continue
        before, _ = error(some)
        after, rows = error(cross_fitted(some, fold))
        print(f"{name}: expected calibration error {before:.3f} as said, {after:.3f} calibrated ({len(some)} names)")
        print("\n".join(rows))
        points = rising(some)
        lines.append(f"calibration-{name} " + " ".join(f"{a:.4f}:{b:.4f}" for a, b in points))
    if chosen.out:
        chosen.out.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
