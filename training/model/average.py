"""Averages the weights of models that were trained from one start: `average.py OUT MODEL…`.

Wortsman et al. 2022, arXiv:2203.05482: the average of such runs is about as good as their ensemble.
"""

import argparse
from pathlib import Path

import torch

import model as network


def main():
    options = argparse.ArgumentParser()
    options.add_argument("out", type=Path)
    options.add_argument("models", type=Path, nargs="+")
    chosen = options.parse_args()
    nets = [network.load(path) for path in chosen.models]
    others = [dict(net.named_parameters()) for net in nets[1:]]
    with torch.no_grad():
        for name, parameter in nets[0].named_parameters():
            parameter.add_(sum(other[name] for other in others)).div_(len(nets))
    network.save(nets[0], chosen.out)


if __name__ == "__main__":
    main()
