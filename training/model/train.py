"""Trains the tagger: `train.py DATA ENCODER OUT …`; make.sh has the commands."""

import argparse
import math
import os
import random
import time
from pathlib import Path

import torch

import data
import model as network
from augment import Augmenter

SMOOTHING = 0.05
SILVER_WEIGHT = 0.6
FRESH_RATE = 9e-4


def collate(windows):
    """Tensors of one batch: ids, kinds, lists, kept indices, allowed tags of each kept subword, weights."""
    laid = []
    for window in windows:
        ids, kinds, lists, starts, tags, kept = data.lay_out(window)
        masks = dict(zip(starts, tags))
        weight = SILVER_WEIGHT if getattr(window[0], "silver", False) else 1.0
        laid.append((ids, kinds, lists, kept, [masks.get(index, 0) for index in kept], weight))
    width, inner = max(len(l[0]) for l in laid), max(len(l[3]) for l in laid)
    pad = lambda rows, size, value: torch.tensor([row + [value] * (size - len(row)) for row in rows])
    return (
        pad([l[0] for l in laid], width, 0),
        pad([l[1] for l in laid], width, 0),
        pad([l[2] for l in laid], width, 0),
        pad([l[3] for l in laid], inner, -1),
        pad([l[4] for l in laid], inner, 0),
        torch.tensor([l[5] for l in laid]),
    )


def keep_everything(batch):
    """The same batch for a network whose upper layers look at all subwords."""
    ids, kinds, lists, kept, tags, weights = batch
    all_kept = torch.arange(ids.shape[1]).expand(ids.shape[0], -1).clone()
    all_kept[ids == 0] = -1
    all_tags = torch.zeros_like(ids)
    rows, columns = (kept >= 0).nonzero(as_tuple=True)
    all_tags[rows, kept[rows, columns]] = tags[rows, columns]
    return ids, kinds, lists, all_kept, all_tags, weights


def loss_of(logits, tags, weights):
    """Cross entropy against a set of allowed tags, smoothed; subwords without tags do not count."""
    scores = torch.log_softmax(logits.float(), -1)
    allowed = (tags[:, :, None] >> torch.arange(scores.shape[-1])) & 1
    right = torch.logsumexp(scores.masked_fill(allowed == 0, -1e4), -1)
    return mean(-(1 - SMOOTHING) * right - SMOOTHING * scores.mean(-1), tags, weights)


def soft_loss_of(logits, wanted, tags, weights):
    """Cross entropy against a teacher's probabilities of the same subwords."""
    return mean(-(wanted * torch.log_softmax(logits.float(), -1)).sum(-1), tags, weights)


def mean(loss, tags, weights):
    """Over the subwords with tags, by the weight of their window."""
    weight = (tags > 0) * weights[:, None]
    return (loss * weight).sum() / weight.sum().clamp(min=1)


def windows_of(documents, tokens, dice, augmenter, silver, unlisted=0.0):
    """One epoch's windows: sentences varied anew, neighbours joined two times in three.

    A share `unlisted` of the sentences is read as if no list knew their names.
    """
    windows = []
    for document in documents:
        encoded = []
        for sentence in document.sentences:
            one = data.encode(augmenter.vary(sentence, dice) if augmenter else sentence, tokens)
            if one.ids:
                one.silver = silver
                if dice.random() < unlisted:
                    one.lists = [0] * len(one.ids)
                encoded.append(one)
        windows += data.pack(encoded, join=lambda: dice.random() < 0.67)
    return windows


def batches(windows, dice, most=1500):
    """Batches of windows of like length, of at most so many subwords, padding included, in random order."""
    windows = sorted(windows, key=lambda w: sum(len(s.ids) for s in w) + dice.random() * 12)
    groups, group, longest = [], [], 0
    for window in windows:
        size = sum(len(s.ids) for s in window) + 2 + len(window)
        longest = max(longest, size)
        if group and longest * (len(group) + 1) > most:
            groups.append(group)
            group, longest = [], size
        group.append(window)
    groups.append(group)
    dice.shuffle(groups)
    return groups


def main():
    options = argparse.ArgumentParser()
    options.add_argument("data", type=Path)
    options.add_argument("encoder", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--start", type=Path, help="begin with this model, or another encoder's folder")
    options.add_argument("--full", type=int, default=6, help="layers that see all subwords, the last of them for the kept ones")
    options.add_argument("--epochs", type=float, default=2)
    options.add_argument("--lessons", type=Path, help="what lessons.py wrote, in place of the gold corpora")
    options.add_argument("--taught", type=float, default=0.6, help="what a lesson's opinion counts, of 1")
    options.add_argument("--unlisted", type=float, default=0.15, help="share of sentences read without name lists")
    options.add_argument("--rate", type=float, default=3e-4)
    options.add_argument("--batch", type=int, default=1500, help="subwords in a batch")
    options.add_argument("--seed", type=int, default=7)
    chosen = options.parse_args()
    train(chosen)


def train(chosen):
    torch.manual_seed(chosen.seed)
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", 2)))
    dice = random.Random(chosen.seed)
    start = chosen.start or chosen.encoder
    net = network.from_encoder(start, chosen.full) if start.is_dir() else network.load(start)
    net.full = chosen.full
    net.words.weight.requires_grad = net.positions.weight.requires_grad = False
    # What the encoder did not have learns faster; MPNet has no token types for the casing table to begin with.
    fresh = ()
    if start.is_dir():
        fresh = ("head", "lists") if net.distances is None else ("head", "lists", "kinds")
    named = [(name, p) for name, p in net.named_parameters() if p.requires_grad]
    body, new = ([p for name, p in named if name.startswith(fresh) == is_new] for is_new in (False, True))
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": chosen.rate}, {"params": new, "lr": FRESH_RATE}], weight_decay=0.01
    )
    plan = batches_of(chosen, dice)
    print(f"{len(plan)} batches", flush=True)
    run(net, plan, optimizer, chosen)


def batches_of(chosen, dice):
    """All batches in the order in which they are learned: (those of `collate`, what a teacher says or None)."""
    if chosen.lessons:
        lessons = torch.load(chosen.lessons)
        one_epoch = lambda: dice.sample(lessons, len(lessons))
    else:
        tokens = data.tokenizer(chosen.encoder)
        gold, _ = data.read_training(chosen.data)
        augmenter = Augmenter(chosen.data, Path(__file__).with_name("names.tsv"), gold)
        varied = lambda: windows_of(gold, tokens, dice, augmenter, False, chosen.unlisted)
        one_epoch = lambda: [(collate(group), None) for group in batches(varied(), dice, chosen.batch)]
    plan = []
    for epoch in range(math.ceil(chosen.epochs)):
        made = one_epoch()
        plan += made[: int(len(made) * min(1, chosen.epochs - epoch))]
    return plan


def run(net, plan, optimizer, chosen):
    rates = [group["lr"] for group in optimizer.param_groups]
    average = {n: p.detach().clone() for n, p in net.named_parameters() if p.requires_grad}
    net.train()
    began, total, seen = time.time(), 0.0, 0
    for step, (batch, wanted) in enumerate(plan):
        # Warm-up, then down to nothing in a straight line.
        scale = min(1, (step + 1) / (0.06 * len(plan)), (len(plan) - step) / (0.94 * len(plan)))
        for rate, parameters in zip(rates, optimizer.param_groups):
            parameters["lr"] = rate * scale
        if net.full >= len(net.layers):
            batch = keep_everything(batch)
        *seen_by_net, tags, weights = batch
        logits = net(*seen_by_net)
        loss = loss_of(logits, tags, weights)
        if wanted is not None:
            loss = (1 - chosen.taught) * loss + chosen.taught * soft_loss_of(logits, wanted.float(), tags, weights)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimizer.step()
        keep = min(0.995, (1 + step) / (10 + step))
        with torch.no_grad():
            for name, parameter in net.named_parameters():
                if name in average:
                    average[name].lerp_(parameter, 1 - keep)
        total, seen = total + loss.item(), seen + int((seen_by_net[0] > 0).sum())
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
