"""The network: MiniLM with a casing table, whose upper layers look only at words that may be names."""

import json
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file, save_file
from torch import nn

from data import KINDS, TAGS
from lists import LISTS

WIDTH, HEADS, INNER = 384, 12, 1536


class Layer(nn.Module):
    def __init__(self, inner=INNER):
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, inner)
        self.down = nn.Linear(inner, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)

    def forward(self, x, mask, dropout, kept=None):
        """The states of all subwords, or of the `kept` ones, which then look at all of them."""
        if kept is None:
            q, k, v = self.qkv(x).chunk(3, -1)
        else:
            weight, bias = self.qkv.weight, self.qkv.bias
            k, v = F.linear(x, weight[WIDTH:], bias[WIDTH:]).chunk(2, -1)
            x = pick(x, kept)
            q = F.linear(x, weight[:WIDTH], bias[:WIDTH])
        q, k, v = (part.unflatten(-1, (HEADS, WIDTH // HEADS)).transpose(1, 2) for part in (q, k, v))
        heads = F.scaled_dot_product_attention(q, k, v, attn_mask=mask[:, None, None, :])
        heads = heads.transpose(1, 2).flatten(2)
        x = self.norm1(x + F.dropout(self.out(heads), dropout, self.training))
        inner = self.down(F.gelu(self.up(x)))
        return self.norm2(x + F.dropout(inner, dropout, self.training))


class Tagger(nn.Module):
    """A tagger whose layers before `full` look at all subwords and the rest at the kept ones.

    Of the last that looks at all, only the kept ones go on. `inner`: the width between a layer's two
    outer products, for each layer.
    """

    def __init__(self, full=6, inner=(INNER,) * 6):
        super().__init__()
        self.full = full
        self.words = nn.Embedding(30522, WIDTH)
        self.positions = nn.Embedding(512, WIDTH)
        self.kinds = nn.Embedding(KINDS, WIDTH)
        self.lists = nn.Parameter(torch.zeros(len(LISTS), WIDTH))
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width) for width in inner)
        self.head = nn.Linear(WIDTH, len(TAGS))

    def forward(self, ids, kinds, lists, kept, dropout=0.1):
        """Logits of all kept subwords. `ids`, `kinds`, `lists`: batch x length, id 0 pads; `kept`: indices, -1 pads."""
        places = torch.arange(ids.shape[1])
        bits = (lists[:, :, None] >> torch.arange(len(LISTS)) & 1).float()
        x = self.norm(self.words(ids) + self.positions(places) + self.kinds(kinds) + bits @ self.lists)
        mask = ids != 0
        if self.training:
            x = F.dropout(x, dropout)
        for index, layer in enumerate(self.layers):
            is_last = index + 1 == self.full
            x = layer(x, mask, dropout, kept if is_last else None)
            if is_last:
                mask = kept >= 0
        return self.head(x)


def pick(x, kept):
    rows = kept.clamp(min=0)[:, :, None].expand(-1, -1, x.shape[2])
    return x.gather(1, rows)


def from_encoder(folder: Path, full=6):
    """The pretrained encoder; the casing table begins at its token type 0, a little shaken."""
    weights = load_file(folder / "model.safetensors")
    weights = {name.removeprefix("bert."): value for name, value in weights.items()}
    model = Tagger(full)
    with torch.no_grad():
        model.words.weight.copy_(weights["embeddings.word_embeddings.weight"])
        model.positions.weight.copy_(weights["embeddings.position_embeddings.weight"])
        kind = weights["embeddings.token_type_embeddings.weight"][0]
        model.kinds.weight.copy_(kind + 0.02 * torch.randn(KINDS, WIDTH))
        copy(model.norm, weights, "embeddings.LayerNorm")
        for index, layer in enumerate(model.layers):
            base = f"encoder.layer.{index}."
            parts = [f"{base}attention.self.{part}" for part in ("query", "key", "value")]
            layer.qkv.weight.copy_(torch.cat([weights[f"{part}.weight"] for part in parts]))
            layer.qkv.bias.copy_(torch.cat([weights[f"{part}.bias"] for part in parts]))
            copy(layer.out, weights, base + "attention.output.dense")
            copy(layer.norm1, weights, base + "attention.output.LayerNorm")
            copy(layer.up, weights, base + "intermediate.dense")
            copy(layer.down, weights, base + "output.dense")
            copy(layer.norm2, weights, base + "output.LayerNorm")
        model.head.weight.mul_(0.5)
        model.head.bias.zero_()
    return model


def copy(module, weights, name):
    module.weight.copy_(weights[name + ".weight"])
    module.bias.copy_(weights[name + ".bias"])


def save(model, path: Path):
    save_file(model.state_dict(), path)
    shape = {"full": model.full, "inner": [layer.up.out_features for layer in model.layers]}
    path.with_suffix(".json").write_text(json.dumps(shape))


def load(path: Path):
    shape = json.loads(path.with_suffix(".json").read_text())
    model = Tagger(**shape)
    model.load_state_dict(load_file(path))
    return model.eval()
