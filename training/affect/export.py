"""Writes a trained reader as an ONNX graph with weights in eight bits.

    python3 training/affect/export.py WORK NAME        WORK/NAME.pt → WORK/model/onnx/model_quantized.onnx and config.json
"""
import json
import sys
from pathlib import Path

import numpy as np
import torch
from onnx import TensorProto

from graph import Graph
from labels import EMOTION_SHARE
from model import SHIPPED, Sizes
from scores import implied_sentiments


def export(state: dict[str, np.ndarray], sizes: Sizes, path: Path) -> None:
    g = Graph()
    width, heads = sizes.width, sizes.heads
    each = width // heads
    length = g.add('Slice', g.add('Shape', 'input_ids'), g.ints(1), g.ints(2))
    places = g.add('Slice', g.constant(state['places.weight'], 'places'), g.ints(0), length)
    x = g.add('Add', g.look_up(state['embedding.weight'], 'input_ids', 'embedding'), g.look_up(state['tags.weight'], 'tag_ids', 'tags'))
    x = g.norm(g.add('Add', x, places), state['embedded.weight'], state['embedded.bias'])
    seen = g.add('Cast', 'attention_mask', to=TensorProto.FLOAT)
    hidden = g.add('Mul', g.add('Sub', g.number(1), seen), g.number(-10_000))
    hidden_keys = g.add('Unsqueeze', hidden, g.ints(1, 2))
    for i in range(sizes.layers):
        x = layer(g, x, hidden_keys, {k[len(f'layers.{i}.') :]: v for k, v in state.items() if k.startswith(f'layers.{i}.')}, heads, each)
    x = g.norm(x, state['read.weight'], state['read.bias'])
    scores = g.add('Add', g.add('MatMul', x, g.constant(state['queries.weight'].T, 'queries')), g.constant(state['queries.bias'], 'queries'))
    scores = g.add('Add', scores, g.add('Unsqueeze', hidden, g.ints(2)))
    weights = g.add('Transpose', g.add('Softmax', scores, axis=1), perm=[0, 2, 1])
    picked = g.add('Reshape', g.add('MatMul', weights, x), g.ints(0, -1))
    share = g.add('Div', seen, g.add('ReduceSum', seen, g.ints(1), keepdims=1))
    mean = g.add('Squeeze', g.add('MatMul', g.add('Unsqueeze', share, g.ints(1)), x), g.ints(1))
    pooled = g.add('Concat', mean, picked, axis=1)
    at = 0
    own_sentiment = 'own_sentiment'
    for name, size in SHIPPED.items():
        weight, bias = state['outputs.weight'][at : at + size], state['outputs.bias'][at : at + size]
        out = own_sentiment if name == 'sentiment' else name
        g.add('Add', g.add('MatMul', pooled, g.constant(weight.T, name)), g.constant(bias, name), name=out)
        at += size
    # As `scores.with_emotions` does.
    own = g.add('Mul', g.add('Softmax', own_sentiment, axis=1), g.number(1 - EMOTION_SHARE))
    implied = g.add('MatMul', g.add('Softmax', 'emotion', axis=1), g.constant(implied_sentiments(), 'implied'))
    mixed = g.add('Add', own, g.add('Mul', implied, g.number(EMOTION_SHARE)))
    g.add('Log', g.add('Add', mixed, g.number(1e-6)), name='sentiment')
    path.parent.mkdir(parents=True, exist_ok=True)
    g.save(str(path), SHIPPED)


def layer(g: Graph, x: str, hidden: str, state: dict[str, np.ndarray], heads: int, each: int) -> str:
    width = heads * each
    weight, bias = state['attention.weight'].copy(), state['attention.bias'].copy()
    # The scale of the scores goes into the queries' weights: one step less for each input.
    weight[:width] *= each**-0.5
    bias[:width] *= each**-0.5
    into = g.quantised(g.norm(x, state['before_attention.weight'], state['before_attention.bias']))
    parts = []
    for i, turn in enumerate(([0, 2, 1, 3], [0, 2, 3, 1], [0, 2, 1, 3])):
        rows = slice(i * width, (i + 1) * width)
        part = g.linear(into, weight[rows], bias[rows], 'attention')
        parts.append(g.add('Transpose', g.add('Reshape', part, g.ints(0, 0, heads, each)), perm=turn))
    query, key, value = parts
    scores = g.add('Softmax', g.add('Add', g.add('MatMul', query, key), hidden), axis=-1)
    seen = g.add('Transpose', g.add('MatMul', scores, value), perm=[0, 2, 1, 3])
    seen = g.add('Reshape', seen, g.ints(0, 0, width))
    x = g.add('Add', x, g.linear(g.quantised(seen), state['attended.weight'], state['attended.bias'], 'attended'))
    into = g.quantised(g.norm(x, state['before_hidden.weight'], state['before_hidden.bias']))
    up = g.add('Relu', g.linear(into, state['up.weight'], state['up.bias'], 'up'))
    return g.add('Add', x, g.linear(g.quantised(up), state['down.weight'], state['down.bias'], 'down'))


def config(sizes: Sizes) -> dict[str, object]:
    return {
        'model_type': 'attune-affect',
        'architectures': ['AttuneAffect'],
        'vocab_size': sizes.rows,
        'hidden_size': sizes.width,
        'num_hidden_layers': sizes.layers,
        'num_attention_heads': sizes.heads,
        'intermediate_size': sizes.hidden,
        'max_position_embeddings': sizes.positions,
        'pad_token_id': sizes.pieces,
    }


if __name__ == '__main__':
    work = Path(sys.argv[1])
    kept = torch.load(work / f'{sys.argv[2]}.pt')
    numbers = {name: value.float().numpy() for name, value in kept['state'].items()}
    shape = Sizes(**kept['sizes'])
    export(numbers, shape, work / 'model' / 'onnx' / 'model_quantized.onnx')
    (work / 'model' / 'config.json').write_text(json.dumps(config(shape), indent=2) + '\n', encoding='utf8')
    for file in sorted((work / 'model').rglob('*')):
        if file.is_file():
            print(f'{file.stat().st_size / 1e6:7.2f} MB  {file.name}')
