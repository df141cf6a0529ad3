"""Takes out the inner units that matter least for what they cost: `prune.py DATA ENCODER MODEL OUT --inner N`.

Units of a layer that looks at all subwords cost more than those of one that looks at the kept ones.
How much a unit matters is the first-order change of the loss without it, |activation x gradient|,
summed over some batches of the gold corpora (Molchanov et al. 2017, arXiv:1611.06440).
"""

import argparse
import random
from pathlib import Path

import torch
from torch import nn

import data
import model as network
import train

BATCHES = 120
STEP = 32
KEPT = 0.4  # of the subwords of news


class Gate(nn.Module):
    """A layer's second product, with a factor of one on each of its inputs."""

    def __init__(self, down):
        super().__init__()
        self.down = down
        self.factors = nn.Parameter(torch.ones(down.in_features))

    def forward(self, x):
        return self.down(x * self.factors)


def importance(net, groups):
    """Of every inner unit of every layer."""
    gates = []
    for layer in net.layers:
        layer.down = Gate(layer.down)
        gates.append(layer.down)
    totals = [torch.zeros_like(gate.factors) for gate in gates]
    for group in groups:
        *seen_by_net, tags, weights = train.collate(group)
        logits = net(*seen_by_net)
        slopes = torch.autograd.grad(train.loss_of(logits, tags, weights), [gate.factors for gate in gates])
        for total, slope in zip(totals, slopes):
            total += slope.abs()
    for layer, gate in zip(net.layers, gates):
        layer.down = gate.down
    return totals


def widths(scores, costs, inner):
    """How many units each layer keeps, `inner` of them on average by cost: those worth most for what they cost."""
    ranked = sorted(
        ((float(score) / cost, cost, index) for index, (some, cost) in enumerate(zip(scores, costs)) for score in some),
        reverse=True,
    )
    left, counts = inner * sum(costs), [0] * len(scores)
    for _, cost, index in ranked:
        if cost <= left:
            left -= cost
            counts[index] += 1
    # The products run in steps of this many columns.
    return [min(len(some), max(STEP, round(count / STEP) * STEP)) for some, count in zip(scores, counts)]


def prune(layer, scores, inner):
    """Keeps the `inner` units with the highest scores, in their order."""
    chosen = scores.topk(inner).indices.sort().values
    up, down = nn.Linear(network.WIDTH, inner), nn.Linear(inner, network.WIDTH)
    with torch.no_grad():
        up.weight.copy_(layer.up.weight[chosen])
        up.bias.copy_(layer.up.bias[chosen])
        down.weight.copy_(layer.down.weight[:, chosen])
        down.bias.copy_(layer.down.bias)
    layer.up, layer.down = up, down


def main():
    options = argparse.ArgumentParser()
    options.add_argument("data", type=Path)
    options.add_argument("encoder", type=Path)
    options.add_argument("model", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--inner", type=int, required=True, help="units that a layer keeps on average, by cost")
    options.add_argument("--full", type=int, default=2, help="layers that see all subwords, the last of them for the kept ones")
    options.add_argument("--seed", type=int, default=9)
    chosen = options.parse_args()
    torch.manual_seed(chosen.seed)
    dice = random.Random(chosen.seed)
    net = network.load(chosen.model)
    net.full = chosen.full
    gold, _ = data.read_training(chosen.data)
    windows = train.windows_of(gold, data.tokenizer(chosen.encoder), dice, None, False)
    scores = importance(net, train.batches(windows, dice)[:BATCHES])
    costs = [1.0 if index + 1 < chosen.full else KEPT for index in range(len(net.layers))]
    for index, (layer, some, inner) in enumerate(zip(net.layers, scores, widths(scores, costs, chosen.inner))):
        lost = 1 - some.topk(inner).values.sum() / some.sum()
        print(f"layer {index}: {inner} units; those left out had {lost:.1%} of all importance")
        prune(layer, some, inner)
    network.save(net, chosen.out)


if __name__ == "__main__":
    main()
