"""The network: an encoder with a casing table, whose upper layers look only at words that may be names."""

import json
import math
import re
from pathlib import Path

import torch
import torch.nn.functional as F
from safetensors.torch import load_file, save_file
from torch import nn

from data import CLS, KINDS, SEP, TAGS
from lists import LISTS

WIDTH, HEADS, INNER = 384, 12, 1536
BUCKETS, FAR = 32, 128  # of distances between subwords
VOCABULARY = 30522
PAD, UNKNOWN = 0, 100


class Layer(nn.Module):
    def __init__(self, inner=INNER, heads=HEADS, width=WIDTH, eps=1e-12):
        super().__init__()
        self.head = width // HEADS
        self.qkv = nn.Linear(width, 3 * heads * self.head)
        self.out = nn.Linear(heads * self.head, width)
        self.norm1 = nn.LayerNorm(width, eps=eps)
        self.up = nn.Linear(width, inner)
        self.down = nn.Linear(inner, width)
        self.norm2 = nn.LayerNorm(width, eps=eps)

    def forward(self, x, mask, dropout, kept=None):
        """The states of all subwords, or of the `kept` ones, which then look at all of them.

        `mask`: what is added to the attention, or whether it may look, of every pair.
        """
        asking = self.qkv.out_features // 3
        if kept is None:
            q, k, v = self.qkv(x).chunk(3, -1)
        else:
            weight, bias = self.qkv.weight, self.qkv.bias
            k, v = F.linear(x, weight[asking:], bias[asking:]).chunk(2, -1)
            x = pick(x, kept)
            q = F.linear(x, weight[:asking], bias[:asking])
        q, k, v = (part.unflatten(-1, (-1, self.head)).transpose(1, 2) for part in (q, k, v))
        heads = F.scaled_dot_product_attention(q, k, v, attn_mask=mask)
        heads = heads.transpose(1, 2).flatten(2)
        x = self.norm1(x + F.dropout(self.out(heads), dropout, self.training))
        inner = self.down(F.gelu(self.up(x)))
        return self.norm2(x + F.dropout(inner, dropout, self.training))


class Tagger(nn.Module):
    """A tagger whose layers before `full` look at all subwords and the rest at the kept ones.

    Of the last that looks at all, only the kept ones go on. `inner`: the width between a layer's two
    outer products, for each layer; `heads`: how many it has left. `relative`: attention also depends on
    how far two subwords are apart.
    """

    def __init__(self, full=6, inner=(INNER,) * 6, heads=None, width=WIDTH, relative=False):
        super().__init__()
        self.full = full
        eps = 1e-5 if relative else 1e-12
        self.words = nn.Embedding(VOCABULARY, width)
        self.positions = nn.Embedding(512, width)
        self.kinds = nn.Embedding(KINDS, width)
        self.lists = nn.Parameter(torch.zeros(len(LISTS), width))
        self.norm = nn.LayerNorm(width, eps=eps)
        self.layers = nn.ModuleList(Layer(*some, width, eps) for some in zip(inner, heads or [HEADS] * len(inner)))
        self.head = nn.Linear(width, len(TAGS))
        self.distances = nn.Embedding(BUCKETS, HEADS) if relative else None

    def forward(self, ids, kinds, lists, kept, dropout=0.1):
        """Logits of all kept subwords. `ids`, `kinds`, `lists`: batch x length, id 0 pads; `kept`: indices, -1 pads."""
        places = torch.arange(ids.shape[1])
        bits = (lists[:, :, None] >> torch.arange(len(LISTS)) & 1).float()
        x = self.norm(self.words(ids) + self.positions(places) + self.kinds(kinds) + bits @ self.lists)
        if self.training:
            x = F.dropout(x, dropout)
        rows = places[None]
        at, shown = rows, ids != 0
        mask = self.mask(rows, at, shown)
        for index, layer in enumerate(self.layers):
            is_last = index + 1 == self.full
            if is_last:
                rows = kept.clamp(min=0)
                mask = self.mask(rows, at, shown)
            x = layer(x, mask, dropout, kept if is_last else None)
            if is_last:
                mask = self.mask(rows, rows, kept >= 0)
        return self.head(x)

    def mask(self, rows, columns, shown):
        """What each of `rows` sees of `columns` (batch x length, or 1 x length: places in the window)."""
        if self.distances is None:
            return shown[:, None, None, :]
        apart = self.distances(bucket(columns[:, None, :] - rows[:, :, None])).permute(0, 3, 1, 2)
        return apart.expand(len(shown), -1, -1, -1).masked_fill(~shown[:, None, None, :], -1e4)


def bucket(apart):
    """The bucket of a distance: near ones have their own, far ones share (Raffel et al. 2020, as in MPNet)."""
    half = BUCKETS // 2
    near = half // 2
    far = apart.abs()
    shared = near + (torch.log(far.clamp(min=1).float() / near) / math.log(FAR / near) * (half - near)).long()
    return half * (apart > 0) + torch.where(far < near, far, shared.clamp(max=half - 1))


def pick(x, kept):
    rows = kept.clamp(min=0)[:, :, None].expand(-1, -1, x.shape[2])
    return x.gather(1, rows)


def from_encoder(folder: Path, full=6):
    """The pretrained encoder, MiniLM or MPNet; MiniLM's casing table begins at its token type 0, a little shaken."""
    weights = load_file(folder / "model.safetensors")
    weights = {re.sub(r"^(bert|mpnet)\.", "", name): value for name, value in weights.items()}
    words = weights["embeddings.word_embeddings.weight"]
    relative = weights.get("encoder.relative_attention_bias.weight")
    depth = 1 + max(int(name.split(".")[2]) for name in weights if name.startswith("encoder.layer."))
    inner = weights["encoder.layer.0.intermediate.dense.weight"].shape[0]
    model = Tagger(full, [inner] * depth, width=words.shape[1], relative=relative is not None)
    with torch.no_grad():
        positions = weights["embeddings.position_embeddings.weight"]
        if relative is not None:
            # The first two positions pad.
            words, positions = as_in_bert(words), positions[2:]
            model.distances.weight.copy_(relative)
            kind = 0
        else:
            kind = weights["embeddings.token_type_embeddings.weight"][0]
        model.words.weight.copy_(words)
        model.positions.weight.copy_(positions)
        model.kinds.weight.copy_(kind + 0.02 * torch.randn(KINDS, words.shape[1]))
        copy(model.norm, weights, "embeddings.LayerNorm")
        for index, layer in enumerate(model.layers):
            copy_layer(layer, weights, f"encoder.layer.{index}.", relative is not None)
        model.head.weight.mul_(0.5)
        model.head.bias.zero_()
    return model


def copy_layer(layer, weights, base, is_mpnet):
    names = "attn.q attn.k attn.v attn.o" if is_mpnet else "self.query self.key self.value output.dense"
    *asked, out = (f"{base}attention.{name}" for name in names.split())
    layer.qkv.weight.copy_(torch.cat([weights[f"{part}.weight"] for part in asked]))
    layer.qkv.bias.copy_(torch.cat([weights[f"{part}.bias"] for part in asked]))
    copy(layer.out, weights, out)
    copy(layer.norm1, weights, base + ("attention.LayerNorm" if is_mpnet else "attention.output.LayerNorm"))
    copy(layer.up, weights, base + "intermediate.dense")
    copy(layer.down, weights, base + "output.dense")
    copy(layer.norm2, weights, base + "output.LayerNorm")


def as_in_bert(words):
    """MPNet's word vectors in BERT's order: four marks of its own stand before all of BERT's pieces."""
    begins, pads, ends, unknown = words[:4]
    ordered = words[4 : 4 + VOCABULARY].clone()
    ordered[PAD], ordered[UNKNOWN], ordered[CLS], ordered[SEP] = pads, unknown, begins, ends
    return ordered


def copy(module, weights, name):
    module.weight.copy_(weights[name + ".weight"])
    module.bias.copy_(weights[name + ".bias"])


def save(model, path: Path):
    save_file(model.state_dict(), path)
    shape = {"full": model.full, "inner": [layer.up.out_features for layer in model.layers]}
    shape["heads"] = [layer.out.in_features // layer.head for layer in model.layers]
    shape |= {"width": model.head.in_features, "relative": model.distances is not None}
    path.with_suffix(".json").write_text(json.dumps(shape))


def load(path: Path):
    shape = json.loads(path.with_suffix(".json").read_text())
    model = Tagger(**shape)
    model.load_state_dict(load_file(path))
    return model.eval()
