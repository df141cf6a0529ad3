"""Writes down what teachers say of the sentences that students learn from: `lessons.py DATA ENCODER OUT TEACHER…`.

A teacher is far slower than a student, and several students can learn from what it once said. It is not
run in int8: a few of its units have activations that are hundreds of times the others'.
"""

import argparse
import os
import random
import time
from pathlib import Path

import torch

import data
import model as network
import train
from augment import Augmenter

DISBELIEF = 4.0  # −log probability that the teachers give to a word's silver tags: from here on they are not believed


@torch.no_grad()
def opinion(teachers, seen):
    """What the teachers say on average of each kept subword, as probabilities."""
    return sum(torch.softmax(one(*seen), -1) for one in teachers) / len(teachers)


def believed(tags, wanted, weights):
    """The allowed tags, but all of them where silver tags are what the teachers strongly contradict."""
    right = (wanted * ((tags[:, :, None] >> torch.arange(wanted.shape[-1])) & 1)).sum(-1)
    doubted = (-torch.log(right.clamp(min=1e-9)) > DISBELIEF) & (weights[:, None] < 1) & (tags > 0)
    return torch.where(doubted, (1 << wanted.shape[-1]) - 1, tags)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("data", type=Path)
    options.add_argument("encoder", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("teachers", type=Path, nargs="+")
    options.add_argument("--gold", type=int, default=3, help="how often the gold corpora are read, each time varied anew")
    options.add_argument("--unlisted", type=float, default=0.15, help="share of sentences read without name lists")
    options.add_argument("--seed", type=int, default=5)
    chosen = options.parse_args()
    torch.set_num_threads(int(os.environ.get("OMP_NUM_THREADS", 2)))
    dice = random.Random(chosen.seed)
    teachers = [network.load(path) for path in chosen.teachers]
    groups = train.batches(windows(chosen, dice), dice)
    lessons, began = [], time.time()
    for group in groups:
        *seen, tags, weights = train.collate(group)
        wanted = opinion(teachers, seen)
        lessons.append(((*seen, believed(tags, wanted, weights), weights), wanted.half()))
        if len(lessons) % 50 == 0:
            print(f"{len(lessons)}/{len(groups)} {time.time() - began:.0f} s", flush=True)
    torch.save(lessons, chosen.out)


def windows(chosen, dice):
    """The gold corpora, the silver one and text without labels, varied, as windows."""
    tokens = data.tokenizer(chosen.encoder)
    gold, silver = data.read_training(chosen.data)
    augmenter = Augmenter(chosen.data, Path(__file__).with_name("names.tsv"), gold, swaps=2)
    made = train.windows_of(silver + data.read_unlabelled(chosen.data), tokens, dice, augmenter, True, chosen.unlisted)
    for _ in range(chosen.gold):
        made += train.windows_of(gold, tokens, dice, augmenter, False, chosen.unlisted)
    return made


if __name__ == "__main__":
    main()
