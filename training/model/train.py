"""Trains the tagger: `train.py DATA ENCODER OUT --stage gold|all …`; README.md has the whole command."""

import argparse
import hashlib
import math
import random
import time
from pathlib import Path

import torch

import data
import model as network
from augment import Augmenter

BATCH = 1500  # subwords, padding included
SMOOTHING = 0.05
SILVER_WEIGHT = 0.6


def collate(windows):
    """Tensors of one batch: ids, kinds, kept indices, allowed tags of each kept subword, weights."""
    laid = []
    for window in windows:
        ids, kinds, starts, tags, kept = data.lay_out(window)
        masks = dict(zip(starts, tags))
        weight = SILVER_WEIGHT if getattr(window[0], "silver", False) else 1.0
        laid.append((ids, kinds, kept, [masks.get(index, 0) for index in kept], weight))
    width, inner = max(len(l[0]) for l in laid), max(len(l[2]) for l in laid)
    pad = lambda rows, size, value: torch.tensor([row + [value] * (size - len(row)) for row in rows])
    return (
        pad([l[0] for l in laid], width, 0),
        pad([l[1] for l in laid], width, 0),
        pad([l[2] for l in laid], inner, -1),
        pad([l[3] for l in laid], inner, 0),
        torch.tensor([l[4] for l in laid]),
    )


def keep_everything(batch):
    """The same batch for a network whose upper layers look at all subwords."""
    ids, kinds, kept, tags, weights = batch
    all_kept = torch.arange(ids.shape[1]).expand(ids.shape[0], -1).clone()
    all_kept[ids == 0] = -1
    all_tags = torch.zeros_like(ids)
    rows, columns = (kept >= 0).nonzero(as_tuple=True)
    all_tags[rows, kept[rows, columns]] = tags[rows, columns]
    return ids, kinds, all_kept, all_tags, weights


def loss_of(logits, tags, weights):
    """Cross entropy against a set of allowed tags, smoothed; subwords without tags do not count."""
    scores = torch.log_softmax(logits.float(), -1)
    allowed = (tags[:, :, None] >> torch.arange(scores.shape[-1])) & 1
    right = torch.logsumexp(scores.masked_fill(allowed == 0, -1e4), -1)
    loss = -(1 - SMOOTHING) * right - SMOOTHING * scores.mean(-1)
    weight = (tags > 0) * weights[:, None]
    return (loss * weight).sum() / weight.sum().clamp(min=1)


def windows_of(documents, tokens, dice, augmenter, silver):
    """One epoch's windows: sentences varied anew, neighbours joined two times in three."""
    windows = []
    for document in documents:
        encoded = []
        for sentence in document.sentences:
            one = data.encode(augmenter.vary(sentence, dice) if augmenter else sentence, tokens)
            if one.ids:
                one.silver = silver
                encoded.append(one)
        windows += data.pack(encoded, join=lambda: dice.random() < 0.67)
    return windows


def batches(windows, dice):
    """Batches of windows of like length, in random order."""
    windows = sorted(windows, key=lambda w: sum(len(s.ids) for s in w) + dice.random() * 12)
    groups, group, longest = [], [], 0
    for window in windows:
        size = sum(len(s.ids) for s in window) + 2 + len(window)
        longest = max(longest, size)
        if group and longest * (len(group) + 1) > BATCH:
            groups.append(group)
            group, longest = [], size
        group.append(window)
    groups.append(group)
    dice.shuffle(groups)
    return groups


def read_silver(path, documents, share, dice):
    """The silver sentences that the gold model agreed with, of a share of the documents."""
    agreed = set(path.read_text().split())
    kept = []
    for document in documents:
        sentences = [s for s in document.sentences if sentence_key(s) in agreed]
        if sentences:
            kept.append(data.Document(sentences, document.corpus))
    kept = data.shuffled(kept, dice.random())
    return kept[: int(len(kept) * share)]


def sentence_key(sentence):
    return hashlib.md5(sentence.text.encode()).hexdigest()[:12]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("data", type=Path)
    options.add_argument("encoder", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--start", type=Path, help="go on from this model instead of the encoder")
    options.add_argument("--full", type=int, default=6, help="layers that see all subwords")
    options.add_argument("--epochs", type=float, default=2)
    options.add_argument("--silver", type=float, default=0.0, help="share of the agreed silver documents, per epoch")
    options.add_argument("--agreed", type=Path, help="list of silver sentences to take, from agree.py")
    options.add_argument("--rate", type=float, default=3e-4)
    options.add_argument("--seed", type=int, default=7)
    chosen = options.parse_args()
    train(chosen)


def train(chosen):
    torch.manual_seed(chosen.seed)
    torch.set_num_threads(2)
    dice = random.Random(chosen.seed)
    tokens = data.tokenizer(chosen.encoder)
    gold, silver = data.read_training(chosen.data)
    augmenter = Augmenter(chosen.data, Path(__file__).with_name("names.tsv"), gold)
    net = network.load(chosen.start) if chosen.start else network.from_encoder(chosen.encoder)
    net.full = chosen.full
    net.words.weight.requires_grad = net.positions.weight.requires_grad = False
    head = list(net.head.parameters())
    body = [p for n, p in net.named_parameters() if p.requires_grad and not n.startswith("head")]
    boost = 1 if chosen.start else 3
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": chosen.rate}, {"params": head, "lr": boost * chosen.rate}], weight_decay=0.01
    )
    plan = []
    for epoch in range(math.ceil(chosen.epochs)):
        windows = windows_of(gold, tokens, dice, augmenter, False)
        if chosen.silver:
            some = read_silver(chosen.agreed, silver, chosen.silver, dice)
            windows += windows_of(some, tokens, dice, augmenter, True)
        groups = batches(windows, dice)
        plan += groups[: int(len(groups) * min(1, chosen.epochs - epoch))]
    print(f"{len(plan)} batches", flush=True)
    run(net, plan, optimizer, chosen)


def run(net, plan, optimizer, chosen):
    rates = [group["lr"] for group in optimizer.param_groups]
    average = {n: p.detach().clone() for n, p in net.named_parameters() if p.requires_grad}
    net.train()
    began, total, seen = time.time(), 0.0, 0
    for step, group in enumerate(plan):
        # Warm-up, then down to nothing in a straight line.
        scale = min(1, (step + 1) / (0.06 * len(plan)), (len(plan) - step) / (0.94 * len(plan)))
        for rate, parameters in zip(rates, optimizer.param_groups):
            parameters["lr"] = rate * scale
        batch = collate(group)
        if net.full >= len(net.layers):
            batch = keep_everything(batch)
        ids, kinds, kept, tags, weights = batch
        with torch.autocast("cpu", torch.bfloat16):
            logits = net(ids, kinds, kept)
        loss = loss_of(logits, tags, weights)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        keep = min(0.995, (1 + step) / (10 + step))
        with torch.no_grad():
            for name, parameter in net.named_parameters():
                if name in average:
                    average[name].lerp_(parameter, 1 - keep)
        total, seen = total + loss.item(), seen + int((ids > 0).sum())
        if step % 50 == 49:
            speed = seen / (time.time() - began)
            print(f"{step + 1}/{len(plan)} loss {total / 50:.4f} {speed:.0f} subwords/s", flush=True)
            total = 0.0
        if step % 200 == 199:
            store(net, average, chosen.out)
    store(net, average, chosen.out)


def store(net, average, path):
    """Writes the averaged weights, then goes on with the others."""
    current = {n: p.detach().clone() for n, p in net.named_parameters() if n in average}
    with torch.no_grad():
        for name, parameter in net.named_parameters():
            if name in average:
                parameter.copy_(average[name])
        network.save(net, path)
        for name, parameter in net.named_parameters():
            if name in average:
                parameter.copy_(current[name])


if __name__ == "__main__":
    main()
