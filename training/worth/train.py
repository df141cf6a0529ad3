"""Fits the head that says how likely a sentence is worth checking: assets/model/worth.bin.

Two logistic regressions, one on hashed parts of the sentence (pieces, shapes, letters), one on the mean and
the highest of the network's second layer, are added up with weights that cross-validation finds, so that
neither is trusted more than it is right on sentences it has not seen. The same bytes in every run.

    magic "copydesk worth 1" | scale f32 | bias f32 | weights of the states f32 × 768 | weights of the parts i8 × 2^18

Log-odds are those of a set half of which is worth checking; the threshold that is printed has the best F1 in
such a set, found on the training part alone.
"""

import argparse
import json
import struct
from pathlib import Path

import numpy as np
from joblib import Parallel, delayed
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import average_precision_score, f1_score
from sklearn.model_selection import StratifiedKFold

BITS, SEED, FOLDS = 18, 1, 5


def read(path, left_out):
    """A row for each sentence: parts, states, which text it is in; and the label of each text."""
    index, ends, states, owner, labels = [], [0], [], [], []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            if record["text"] in left_out:
                continue
            number = len(labels)
            labels.append(record["label"])
            for sentence in record["sentences"]:
                index += sentence["parts"]
                ends.append(len(index))
                states.append(np.array(sentence["states"], np.float32))
                owner.append(number)
    counts = np.diff(ends)
    values = np.repeat(1 / np.sqrt(np.maximum(counts, 1)), counts)
    parts = csr_matrix((values, index, ends), shape=(len(owner), 1 << BITS))
    return parts, np.array(states), np.array(owner), np.array(labels)


def parts_model(x, y):
    return LogisticRegression(C=4, class_weight="balanced", max_iter=3000, solver="liblinear", random_state=SEED).fit(x, y)


def states_model(x, y):
    return LogisticRegression(C=10, class_weight="balanced", max_iter=300, solver="lbfgs").fit(x, y)


def held_out(parts, states, y, fit_on, fold):
    """Both scores of all sentences by models that saw only `fold`."""
    seen = fold[fit_on[fold]]
    one, other = parts_model(parts[seen], y[seen]), states_model(states[seen], y[seen])
    return np.stack([one.decision_function(parts), other.decision_function(states)], 1)


def of_texts(scores, owner, count):
    """The score of a text is that of its highest sentence."""
    highest = np.full(count, -np.inf)
    np.maximum.at(highest, owner, scores)
    return highest


def main():
    options = argparse.ArgumentParser()
    options.add_argument("train", type=Path, help="what the suggester's test wrote of the training part")
    options.add_argument("out", type=Path)
    options.add_argument("--without", type=Path, required=True, help="records whose texts are left out: those of the test part")
    chosen = options.parse_args()
    with open(chosen.without, encoding="utf-8") as lines:
        left_out = {json.loads(line)["text"] for line in lines}
    parts, states, owner, labels = read(chosen.train, left_out)
    count = np.bincount(owner, minlength=len(labels))
    # The label of several sentences is not that of each.
    single = count[owner] == 1
    y = labels[owner]
    mean, spread = states[single].mean(0), np.maximum(states[single].std(0), 1e-6) * np.sqrt(states.shape[1])
    scaled = ((states - mean) / spread).astype(np.float32)
    print(f"{len(labels)} texts, {len(owner)} sentences, {single.sum()} alone", flush=True)

    folds = StratifiedKFold(FOLDS, shuffle=True, random_state=SEED).split(labels, labels)
    folds = [(np.flatnonzero(np.isin(owner, a)), np.flatnonzero(np.isin(owner, b))) for a, b in folds]
    found = Parallel(n_jobs=2)(delayed(held_out)(parts, scaled, y, single, a) for a, _ in folds)
    both = np.zeros((len(owner), 2))
    for (_, rest), scores in zip(folds, found):
        both[rest] = scores[rest]
    stack = LogisticRegression(C=1e3, class_weight="balanced").fit(both[single], y[single])
    share = labels.mean()
    even = np.where(labels == 1, 0.5 / share, 0.5 / (1 - share))
    for name, scores in (("parts", both[:, 0]), ("states", both[:, 1]), ("both", stack.decision_function(both))):
        scores = of_texts(scores, owner, len(labels))
        steps = np.round(np.arange(-2, 2, 0.02), 2)
        f1 = [f1_score(labels, scores > step, sample_weight=even) for step in steps]
        # Smoothed: the best of a jagged line is chance.
        smooth = np.convolve(f1, np.ones(9) / 9, mode="same")
        best = int(np.argmax(smooth))
        precision = average_precision_score(labels, scores, sample_weight=even)
        print(f"{name}: cross-validated F1 {f1[best]:.4f} at {steps[best]:.2f}, average precision {precision:.4f}", flush=True)

    one, other = parts_model(parts[single], y[single]), states_model(scaled[single], y[single])
    share_parts, share_states = stack.coef_[0]
    of_parts, of_states = one.coef_[0] * share_parts, other.coef_[0] * share_states / spread
    bias = stack.intercept_[0] + one.intercept_[0] * share_parts + other.intercept_[0] * share_states - of_states @ mean
    scale = np.abs(of_parts).max() / 127
    rounded = np.round(of_parts / scale).astype(np.int8)
    whole = b"copydesk worth 1" + struct.pack("<ff", scale, bias)
    whole += of_states.astype("<f4").tobytes() + rounded.tobytes()
    chosen.out.write_bytes(whole)
    print(f"shares {share_parts:.3f} {share_states:.3f}; {np.count_nonzero(rounded)} parts; {len(whole)} bytes")


if __name__ == "__main__":
    main()
