"""Trains the tagger: `train.py DATA ENCODER OUT …`; make.sh has the commands."""

import argparse
import math
import os
import random
import time
from pathlib import Path

import numpy as np
import onnxruntime
import torch

import data
import export
import model as network
from augment import Augmenter

BATCH = 1500  # subwords, padding included
SMOOTHING = 0.05
SILVER_WEIGHT = 0.6
DISBELIEF = 4.0  # −log probability that the teachers give to a word's silver tags: from here on they are not believed


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
    """Cross entropy against the teachers' probabilities of the same subwords."""
    return mean(-(wanted * torch.log_softmax(logits.float(), -1)).sum(-1), tags, weights)


def mean(loss, tags, weights):
    """Over the subwords with tags, by the weight of their window."""
    weight = (tags > 0) * weights[:, None]
    return (loss * weight).sum() / weight.sum().clamp(min=1)


def teacher(path, full):
    """A model as the application runs it, in int8: several times as fast as in training, and as good."""
    net = network.load(path)
    net.full = full
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(export.graph_of(net).SerializeToString(), options)


def taught(teachers, seen):
    """What the teachers say on average of each kept subword, as probabilities; nothing of what pads."""
    ids, kinds, lists, kept = (part.numpy().astype(np.int32) for part in seen)
    total = torch.zeros(*kept.shape, len(data.TAGS))
    for row in range(len(ids)):
        length, inner = int((ids[row] > 0).sum()), int((kept[row] >= 0).sum())
        feeds = {"ids": ids[row, :length], "kinds": kinds[row, :length], "listed": lists[row, :length]}
        feeds |= {"places": np.arange(length, dtype=np.int32), "kept": kept[row, :inner]}
        for one in teachers:
            (logits,) = one.run(None, feeds)
            total[row, :inner] += torch.softmax(torch.from_numpy(logits), -1) / len(teachers)
    return total


def believed(tags, wanted, weights):
    """The allowed tags, but all of them where silver tags are what the teachers strongly contradict."""
    right = (wanted * ((tags[:, :, None] >> torch.arange(wanted.shape[-1])) & 1)).sum(-1)
    doubted = (-torch.log(right.clamp(min=1e-9)) > DISBELIEF) & (weights[:, None] < 1) & (tags > 0)
    return torch.where(doubted, (1 << wanted.shape[-1]) - 1, tags)


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


def main():
    options = argparse.ArgumentParser()
    options.add_argument("data", type=Path)
    options.add_argument("encoder", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--start", type=Path, help="go on from this model instead of the encoder")
    options.add_argument("--full", type=int, default=6, help="layers that see all subwords, the last of them for the kept ones")
    options.add_argument("--epochs", type=float, default=2)
    options.add_argument("--silver", type=float, default=0.0, help="share of the silver documents, anew for each epoch")
    options.add_argument("--teachers", type=Path, nargs="*", default=[], help="models whose opinion counts too")
    options.add_argument("--taught", type=float, default=0.6, help="what the teachers' opinion counts, of 1")
    options.add_argument("--unlisted", type=float, default=0.15, help="share of sentences read without name lists")
    options.add_argument("--rate", type=float, default=3e-4)
    options.add_argument("--seed", type=int, default=7)
    chosen = options.parse_args()
    train(chosen)


def train(chosen):
    torch.manual_seed(chosen.seed)
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", 2)))
    dice = random.Random(chosen.seed)
    tokens = data.tokenizer(chosen.encoder)
    gold, silver = data.read_training(chosen.data)
    augmenter = Augmenter(chosen.data, Path(__file__).with_name("names.tsv"), gold)
    net = network.load(chosen.start) if chosen.start else network.from_encoder(chosen.encoder)
    teachers = [teacher(path, chosen.full) for path in chosen.teachers]
    net.full = chosen.full
    net.words.weight.requires_grad = net.positions.weight.requires_grad = False
    head = [*net.head.parameters(), net.lists]
    body = [p for n, p in net.named_parameters() if p.requires_grad and not n.startswith(("head", "lists"))]
    boost = 1 if chosen.start else 3
    optimizer = torch.optim.AdamW(
        [{"params": body, "lr": chosen.rate}, {"params": head, "lr": boost * chosen.rate}], weight_decay=0.01
    )
    plan = []
    for epoch in range(math.ceil(chosen.epochs)):
        windows = windows_of(gold, tokens, dice, augmenter, False, chosen.unlisted)
        some = dice.sample(silver, int(len(silver) * chosen.silver))
        windows += windows_of(some, tokens, dice, augmenter, True, chosen.unlisted)
        groups = batches(windows, dice)
        plan += groups[: int(len(groups) * min(1, chosen.epochs - epoch))]
    print(f"{len(plan)} batches", flush=True)
    run(net, plan, optimizer, teachers, chosen)


def run(net, plan, optimizer, teachers, chosen):
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
        *seen_by_net, tags, weights = batch
        with torch.autocast("cpu", torch.bfloat16):
            logits = net(*seen_by_net)
        if teachers:
            wanted = taught(teachers, seen_by_net)
            hard = loss_of(logits, believed(tags, wanted, weights), weights)
            loss = (1 - chosen.taught) * hard + chosen.taught * soft_loss_of(logits, wanted, tags, weights)
        else:
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
