"""Runs a trained tagger over documents: tag probabilities per word, and spans by Viterbi under BIO."""

import numpy as np
import torch

import data
from train import collate, keep_everything

SIZE = len(data.TAGS)


def allowed_moves():
    """moves[a][b]: whether tag b may follow tag a; an I only after the B or I of its class."""
    moves = np.zeros((SIZE, SIZE), bool)
    for after, name in enumerate(data.TAGS):
        for before, previous in enumerate(data.TAGS):
            moves[before][after] = not name.startswith("I-") or previous[1:] == name[1:] and previous != "O"
    return moves


MOVES = np.where(allowed_moves(), 0.0, -1e9)


def viterbi(scores):
    """The best lawful tags for rows of log probabilities."""
    best = scores[0].copy()
    best[2::2] = -1e9
    back = []
    for row in scores[1:]:
        paths = best[:, None] + MOVES
        back.append(paths.argmax(0))
        best = paths.max(0) + row
    tags = [int(best.argmax())]
    for step in reversed(back):
        tags.append(int(step[tags[-1]]))
    return tags[::-1]


def spans_of(tags, offsets, scores):
    """(start, end, class, probability) of each run of tags; the probability is the least certain word's."""
    spans = []
    for tag, (start, end), row in zip(tags, offsets, scores):
        if tag == 0:
            continue
        name, name_at = data.CLASSES[(tag - 1) // 2], tag - (tag - 1) % 2
        sure = float(np.exp(row[name_at]) + np.exp(row[name_at + 1]))
        if tag % 2 == 0 and spans:
            spans[-1] = (spans[-1][0], end, name, min(spans[-1][3], sure))
        else:
            spans.append((start, end, name, sure))
    return spans


@torch.no_grad()
def score_windows(net, windows):
    """Log probabilities per word of every window, in order. Words that the network skips are outside."""
    order = sorted(range(len(windows)), key=lambda i: sum(len(s.ids) for s in windows[i]))
    results = [None] * len(windows)
    for at in range(0, len(order), 8):
        some = order[at : at + 8]
        batch = collate([windows[i] for i in some])
        if net.full >= len(net.layers):
            batch = keep_everything(batch)
        *seen_by_net, _, _ = batch
        kept = seen_by_net[-1]
        scores = torch.log_softmax(net(*seen_by_net), -1).numpy()
        for row, i in enumerate(some):
            results[i] = words_of(windows[i], kept[row].numpy(), scores[row])
    return results


def words_of(window, kept, scores):
    _, _, _, starts, _, _ = data.lay_out(window)
    outside = np.full(SIZE, -20.0)
    outside[0] = 0.0
    at = {int(index): row for row, index in enumerate(kept) if index >= 0}
    rows = [scores[at[start]] if start in at else outside for start in starts]
    count = sum(len(sentence.word_starts) for sentence in window)
    return rows + [outside] * (count - len(rows))


def predict(net, documents, tokens):
    """For each document, for each sentence: spans in the sentence's own code points, and word scores."""
    windows, owners = [], []
    for number, document in enumerate(documents):
        encoded = []
        for index, sentence in enumerate(document.sentences):
            one = data.encode(sentence, tokens)
            one.home = (number, index)
            if one.ids:
                encoded.append(one)
        windows += data.pack(encoded)
    results = [[[] for _ in document.sentences] for document in documents]
    raw = {}
    for window, rows in zip(windows, score_windows(net, windows)):
        at = 0
        for sentence in window:
            some = rows[at : at + len(sentence.word_starts)]
            at += len(sentence.word_starts)
            number, index = sentence.home
            raw[sentence.home] = (sentence, some)
            results[number][index] = spans_of(viterbi(np.array(some)), sentence.offsets, some)
    return results, raw
