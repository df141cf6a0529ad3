"""Takes out the inner units or heads that matter least for what they cost: `prune.py DATA ENCODER MODEL OUT …`.

Those of a layer that looks at all subwords cost more than those of one that looks at the kept ones.
How much one matters is the first-order change of the loss without it, |activation x gradient|,
summed over some batches of the gold corpora (Molchanov et al. 2017, arXiv:1611.06440; for heads
Michel et al. 2019, arXiv:1905.10650).
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
    """A product with a factor of one on each of `count` groups of its inputs."""

    def __init__(self, product, count):
        super().__init__()
        self.product = product
        self.factors = nn.Parameter(torch.ones(count))

    def forward(self, x):
        return self.product(x * self.factors.repeat_interleave(x.shape[-1] // len(self.factors)))


def importance(net, groups, name):
    """Of what goes into every layer's product `name`: inner units (`down`) or heads (`out`)."""
    products = [getattr(layer, name) for layer in net.layers]
    size = 1 if name == "down" else net.layers[0].head
    gates = [Gate(product, product.in_features // size) for product in products]
    for layer, gate in zip(net.layers, gates):
        setattr(layer, name, gate)
    totals = [torch.zeros_like(gate.factors) for gate in gates]
    for group in groups:
        *seen_by_net, tags, weights = train.collate(group)
        logits = net(*seen_by_net)
        slopes = torch.autograd.grad(train.loss_of(logits, tags, weights), [gate.factors for gate in gates])
        for total, slope in zip(totals, slopes):
            total += slope.abs()
    for layer, product in zip(net.layers, products):
        setattr(layer, name, product)
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


def without_heads(net, scores, costs, count):
    """Takes out the `count` heads that matter least for what they cost."""
    ranked = sorted((float(score) / cost, index, head) for index, (some, cost) in enumerate(zip(scores, costs)) for head, score in enumerate(some))
    gone = {(index, head) for _, index, head in ranked[:count]}
    for index, layer in enumerate(net.layers):
        kept = [head for head in range(len(scores[index])) if (index, head) not in gone]
        rows = torch.cat([torch.arange(layer.head) + head * layer.head for head in kept])
        width = layer.out.in_features
        qkv, out = nn.Linear(network.WIDTH, 3 * len(rows)), nn.Linear(len(rows), network.WIDTH)
        with torch.no_grad():
            asked = torch.cat([rows + part * width for part in range(3)])
            qkv.weight.copy_(layer.qkv.weight[asked])
            qkv.bias.copy_(layer.qkv.bias[asked])
            out.weight.copy_(layer.out.weight[:, rows])
            out.bias.copy_(layer.out.bias)
        layer.qkv, layer.out = qkv, out
        print(f"layer {index}: {len(kept)} heads")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("data", type=Path)
    options.add_argument("encoder", type=Path)
    options.add_argument("model", type=Path)
    options.add_argument("out", type=Path)
    what = options.add_mutually_exclusive_group(required=True)
    what.add_argument("--inner", type=int, help="units that a layer keeps on average, by cost")
    what.add_argument("--heads", type=int, help="heads that go, of all layers")
    options.add_argument("--full", type=int, default=3, help="layers that see all subwords, the last of them for the kept ones")
    options.add_argument("--seed", type=int, default=9)
    chosen = options.parse_args()
    torch.manual_seed(chosen.seed)
    dice = random.Random(chosen.seed)
    net = network.load(chosen.model)
    net.full = chosen.full
    gold, _ = data.read_training(chosen.data)
    windows = train.windows_of(gold, data.tokenizer(chosen.encoder), dice, None, False)
    groups = train.batches(windows, dice)[:BATCHES]
    costs = [1.0 if index + 1 < chosen.full else KEPT for index in range(len(net.layers))]
    if chosen.heads:
        # Keys and values are those of all subwords there.
        costs[chosen.full - 1] = (1 + KEPT) / 2
        without_heads(net, importance(net, groups, "out"), costs, chosen.heads)
    else:
        scores = importance(net, groups, "down")
        for index, (layer, some, inner) in enumerate(zip(net.layers, scores, widths(scores, costs, chosen.inner))):
            lost = 1 - some.topk(inner).values.sum() / some.sum()
            print(f"layer {index}: {inner} units; those left out had {lost:.1%} of all importance")
            prune(layer, some, inner)
    network.save(net, chosen.out)


if __name__ == "__main__":
    main()
