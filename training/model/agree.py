"""Lists the silver sentences that a gold-trained model does not strongly contradict: training takes only these."""

import argparse
import math
from pathlib import Path

import data
import model as network
from predict import predict
from train import sentence_key

LIMIT = 4.0  # −log probability that the model gives to the silver tags of one word


def main():
    options = argparse.ArgumentParser()
    options.add_argument("data", type=Path)
    options.add_argument("encoder", type=Path)
    options.add_argument("model", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--share", type=float, default=1.0, help="look at this share of the documents only")
    chosen = options.parse_args()
    net, tokens = network.load(chosen.model), data.tokenizer(chosen.encoder)
    _, silver = data.read_training(chosen.data)
    agreed, seen = [], 0
    silver = silver[: int(len(silver) * chosen.share)]
    for at in range(0, len(silver), 200):
        some = silver[at : at + 200]
        _, raw = predict(net, some, tokens)
        for (number, index), (encoded, rows) in raw.items():
            seen += 1
            if worst(encoded, rows) <= LIMIT:
                agreed.append(sentence_key(some[number].sentences[index]))
        print(f"{seen} seen, {len(agreed)} agreed", flush=True)
    chosen.out.write_text("\n".join(sorted(set(agreed))) + "\n")


def worst(encoded, rows):
    found = 0.0
    for mask, row in zip(encoded.tags, rows):
        right = sum(math.exp(score) for tag, score in enumerate(row) if mask >> tag & 1)
        found = max(found, -math.log(max(right, 1e-9)))
    return found


if __name__ == "__main__":
    main()
