"""Writes the trained network as one int8 file that the application embeds: names.model.

Weights are int8 per output channel within ±63 (reduced range: products of u8 and i8 then never
saturate on processors without VNNI, so every processor finds the same spans); activations are
quantised as they come. The graph takes one window, without batch or padding.

    magic "COPYDESK" | version u32 | BLAKE3 of all that follows | count u32 | sections (length u32, bytes)

Sections: facts (text, `key value` a line), vocabulary (text, a word piece a line), ONNX graph.
"""

import argparse
import struct
from pathlib import Path

import numpy as np
import onnx
import torch
from blake3 import blake3
from onnx import TensorProto, helper, numpy_helper

import data
import model as network

MAGIC, VERSION = b"COPYDESK", 1
WIDTH = network.WIDTH
HEAD = WIDTH // network.HEADS
POSITIONS = 256  # longer than any window


class Graph:
    """Collects nodes and constants; every method returns the name of what it makes."""

    def __init__(self):
        self.nodes, self.constants = [], []

    def constant(self, name, array):
        self.constants.append(numpy_helper.from_array(np.array(array, order="C"), name))
        return name

    def node(self, op, inputs, name, **attributes):
        self.nodes.append(helper.make_node(op, inputs, [name], name=name, **attributes))
        return name

    def quantized(self, x, name):
        """(u8 values, scale, zero point) of `x`, found at run time."""
        parts = [f"{name}.{part}" for part in ("u8", "scale", "zero")]
        self.nodes.append(helper.make_node("DynamicQuantizeLinear", [x], parts, name=f"{name}.quantize"))
        return parts

    def linear(self, quantized, layer, name):
        weight = layer.weight.detach().float().numpy().T
        scale = np.maximum(np.abs(weight).max(0), 1e-8) / 63
        values, x_scale, zero = quantized
        table = self.constant(f"{name}.w", np.round(weight / scale).astype(np.int8))
        none = self.constant(f"{name}.wz", np.array(0, np.int8))
        product = self.node("MatMulInteger", [values, table, zero, none], f"{name}.i32")
        product = self.node("Cast", [product], f"{name}.f32", to=TensorProto.FLOAT)
        scales = self.node("Mul", [x_scale, self.constant(f"{name}.ws", scale.astype(np.float32))], f"{name}.scales")
        product = self.node("Mul", [product, scales], f"{name}.scaled")
        if layer.bias is None:
            return product
        return self.node("Add", [product, self.constant(f"{name}.b", layer.bias.detach().float().numpy())], name)

    def norm(self, x, layer, name):
        parts = [self.constant(f"{name}.{p}", getattr(layer, p).detach().float().numpy()) for p in ("weight", "bias")]
        return self.node("LayerNormalization", [x, *parts], name, epsilon=1e-12)

    def table(self, rows, indices, name):
        """Rows of a small table."""
        return self.node("Gather", [self.constant(f"{name}.rows", rows.detach().float().numpy()), indices], name, axis=0)

    def embedding(self, module, indices, name):
        """Rows of an int8 table, each with a scale of its own."""
        weight = module.weight.detach().float().numpy()
        scale = np.maximum(np.abs(weight).max(1, keepdims=True), 1e-8) / 127
        table = self.constant(f"{name}.rows", np.round(weight / scale).astype(np.int8))
        rows = self.node("Gather", [table, indices], f"{name}.i8", axis=0)
        rows = self.node("Cast", [rows], f"{name}.f32", to=TensorProto.FLOAT)
        scales = self.node("Gather", [self.constant(f"{name}.scales", scale.astype(np.float32)), indices], f"{name}.scale", axis=0)
        return self.node("Mul", [rows, scales], name)

    def heads(self, x, name, shape, order):
        x = self.node("Reshape", [x, shape], f"{name}.split")
        return self.node("Transpose", [x], f"{name}.heads", perm=order)

    def attention(self, x, layer, name, kept=None):
        """The states of all rows, or of the `kept` ones, which then look at all of them.

        Keys by queries; the bias of the keys adds the same to all scores of a query, so it is left out; the values have a row of ones below them, so that one product sums the weights too.

        A Softmax goes over every row three times and took a sixth of the time of the whole. Scores are far
        within the bounds in any text; the bounds keep sums finite in noise.
        """
        quantized = self.quantized(x, f"{name}.in")
        asking = quantized
        if kept:
            x = self.node("Gather", [x, kept], f"{name}.kept", axis=0)
            asking = self.quantized(x, f"{name}.asking")
        width = layer.out.in_features
        q, k, v = (Rows(layer.qkv, slice(index * width, (index + 1) * width)) for index in range(3))
        q.weight, q.bias = q.weight / HEAD**0.5, q.bias / HEAD**0.5
        k.bias = None
        v.weight, v.bias = with_row(v.weight, 0), with_row(v.bias, 1)
        q = self.heads(self.linear(asking, q, f"{name}.q"), f"{name}.q", "heads.shape", [1, 2, 0])
        k = self.heads(self.linear(quantized, k, f"{name}.k"), f"{name}.k", "heads.shape", [1, 0, 2])
        v = self.heads(self.linear(quantized, v, f"{name}.v"), f"{name}.v", "values.shape", [1, 2, 0])
        scores = self.node("MatMul", [k, q], f"{name}.dots")
        scores = self.node("Clip", [scores, "scores.least", "scores.most"], f"{name}.scores")
        weights = self.node("Exp", [scores], f"{name}.weights")
        mixed = self.node("MatMul", [v, weights], f"{name}.mixed")
        sums = self.node("Slice", [mixed, "values.end", "ones.end", "rows"], f"{name}.sums")
        mixed = self.node("Slice", [mixed, "values.start", "values.end", "rows"], f"{name}.unscaled")
        mixed = self.node("Div", [mixed, sums], f"{name}.scaled")
        mixed = self.node("Transpose", [mixed], f"{name}.back", perm=[2, 0, 1])
        mixed = self.node("Reshape", [mixed, "width.shape"], f"{name}.joined")
        out = self.linear(self.quantized(mixed, f"{name}.mix"), layer.out, f"{name}.out")
        return self.norm(self.node("Add", [x, out], f"{name}.sum"), layer.norm1, f"{name}.norm")

    def feed_forward(self, x, layer, name):
        inner = self.linear(self.quantized(x, f"{name}.in"), layer.up, f"{name}.up")
        inner = self.node("Gelu", [inner], f"{name}.gelu")
        out = self.linear(self.quantized(inner, f"{name}.mid"), layer.down, f"{name}.down")
        return self.norm(self.node("Add", [x, out], f"{name}.sum"), layer.norm2, f"{name}.norm")


class Rows:
    """Some of a linear layer's outputs."""

    def __init__(self, layer, some):
        self.weight, self.bias = layer.weight[some], layer.bias[some]


def with_row(rows, value):
    """The rows of all heads, with one more below those of each that is `value` throughout."""
    heads = rows.unflatten(0, (-1, HEAD))
    return torch.cat([heads, torch.full_like(heads[:, :1], value)], 1).flatten(0, 1)


def of_all_sets(rows):
    """For every set of bits the sum of their rows."""
    bits = torch.arange(1 << len(rows))[:, None] >> torch.arange(len(rows)) & 1
    return bits.float() @ rows


def graph_of(net):
    graph = Graph()
    # As many rows as there are (0), as many heads as the layer has (-1).
    graph.constant("heads.shape", np.array([0, -1, HEAD], np.int64))
    graph.constant("width.shape", np.array([0, -1], np.int64))
    graph.constant("values.shape", np.array([0, -1, HEAD + 1], np.int64))
    for name, index in ("values.start", 0), ("values.end", HEAD), ("ones.end", HEAD + 1), ("rows", 1):
        graph.constant(name, np.array([index], np.int64))
    for name, bound in ("scores.least", -60), ("scores.most", 60):
        graph.constant(name, np.array(bound, np.float32))
    net.positions.weight.data = net.positions.weight.data[:POSITIONS]
    x = graph.node("Add", [graph.embedding(net.words, "ids", "words"), graph.table(net.positions.weight, "places", "positions")], "sum1")
    x = graph.node("Add", [x, graph.table(net.kinds.weight, "kinds", "casing")], "sum2")
    x = graph.node("Add", [x, graph.table(of_all_sets(net.lists), "listed", "lists")], "sum3")
    x = graph.norm(x, net.norm, "start")
    for index, layer in enumerate(net.layers):
        is_last = index + 1 == net.full
        x = graph.attention(x, layer, f"l{index}.a", "kept" if is_last else None)
        x = graph.feed_forward(x, layer, f"l{index}.f")
    weight, bias = net.head.weight.detach().float().numpy().T, net.head.bias.detach().float().numpy()
    x = graph.node("MatMul", [x, graph.constant("head.w", weight)], "head.dots")
    graph.node("Add", [x, graph.constant("head.b", bias)], "logits")
    whole = [helper.make_tensor_value_info(name, TensorProto.INT32, ["length"]) for name in ("ids", "kinds", "listed", "places")]
    whole.append(helper.make_tensor_value_info("kept", TensorProto.INT32, ["kept"]))
    out = helper.make_tensor_value_info("logits", TensorProto.FLOAT, ["kept", len(data.TAGS)])
    made = helper.make_model(
        helper.make_graph(graph.nodes, "names", whole, [out], graph.constants),
        opset_imports=[helper.make_opsetid("", 20)],
        ir_version=9,
    )
    onnx.checker.check_model(made)
    return made


def write(path, facts, vocabulary, graph):
    sections = [facts.encode(), vocabulary.encode(), graph.SerializeToString()]
    body = struct.pack("<I", len(sections))
    for section in sections:
        body += struct.pack("<I", len(section)) + section
    path.write_bytes(MAGIC + struct.pack("<I", VERSION) + blake3(body).digest() + body)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("model", type=Path)
    options.add_argument("encoder", type=Path)
    options.add_argument("out", type=Path)
    options.add_argument("--calibration", type=Path, help="lines `calibration-CLASS said:right …` from calibrate.py")
    options.add_argument("--onnx", type=Path, help="write the bare graph here too")
    chosen = options.parse_args()
    net = network.load(chosen.model)
    graph = graph_of(net)
    if chosen.onnx:
        onnx.save(graph, chosen.onnx)
    facts = "tags " + " ".join(data.TAGS) + f"\nsubwords {data.MAX_SUBWORDS}\n"
    if chosen.calibration:
        facts += chosen.calibration.read_text()
    write(chosen.out, facts, (chosen.encoder / "vocab.txt").read_text(encoding="utf-8"), graph)
    print(f"{chosen.out}: {chosen.out.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
