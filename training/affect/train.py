"""Trains the reader on prepared rows; writes WORK/<name>.pt with weights averaged over the last steps.

    python3 training/affect/train.py WORK --name held          the yardsticks kept back: scored and shipped
    python3 training/affect/train.py WORK --name all --all     the same with all messages
"""
import argparse
import json
import math
import time
from collections import defaultdict
from dataclasses import asdict
from pathlib import Path

import numpy as np
import torch
from torch.nn import functional as F

from data import MISSING, Batch, Drops, Rows, batches, is_held, pack, read_rows
from model import Reader, Sizes
from scores import report

TWEETS = ('umsab', 'arsarcasm2', 'afrisenti', 'ajgt')
# How often each kind of row is seen at passes 1; of a big set, at most this many rows a language and source in a pass.
PASSES = {'own': 5.0, 'umsab': 4.0, 'tweets': 1.5, 'public': 0.6}
CAP = 6_000
# Which part of the training a kind of row takes part in: public text first, our own last.
SPANS = {'own': (0.25, 1.0), 'umsab': (0.0, 1.0), 'tweets': (0.0, 1.0), 'public': (0.0, 0.8)}
# How much a row counts; labels of subtitles were carried over from other languages.
WEIGHTS = {'own': 1.5, 'umsab': 1.0, 'tweets': 0.6, 'public': 0.4}
RATE = 1.5e-3
DECAY = 0.02
AVERAGE = 0.98
AVERAGE_EVERY = 8


def group_of(row: dict) -> str:
    if row['domain'] == 'support':
        return 'own'
    if row['source'] == 'umsab':
        return 'umsab'
    return 'tweets' if row['source'] in TWEETS else 'public'


def plan(
    rows: Rows, passes: dict[str, float], spans: dict[str, tuple[float, float]], everything: bool, random: np.random.Generator
) -> np.ndarray:
    """The rows of a whole training in order: every group spread evenly, drawn afresh in every pass."""
    groups: dict[str, dict[tuple[str, str], list[int]]] = defaultdict(lambda: defaultdict(list))
    for i, row in enumerate(rows.about):
        if row['split'] == 'train' and (everything or not is_held(row)):
            groups[group_of(row)][row['source'], row['lang']].append(i)
    indices, times = [], []
    for group, sets in groups.items():
        count = passes[group]
        begin, end = spans[group]
        for members in sets.values():
            for number in range(math.ceil(count)):
                part = random.permutation(np.array(members))
                part = part[: CAP if group == 'public' else None]
                share = min(1.0, count - number)
                part = part[: int(len(part) * share)]
                indices.append(part)
                times.append(begin + (end - begin) * (number + random.random(len(part)) * share) / count)
    return np.concatenate(indices)[np.argsort(np.concatenate(times), kind='stable')]


def loss_of(answers: dict[str, torch.Tensor], rows: Rows, batch: Batch, weights: torch.Tensor, told: float) -> torch.Tensor:
    index = batch.index

    def classes(name: str, gold: np.ndarray, smoothing: float = 0.05) -> torch.Tensor:
        target = torch.from_numpy(gold[index])
        each = F.cross_entropy(answers[name], target, reduction='none', ignore_index=MISSING, label_smoothing=smoothing)
        return (each * weights).sum()

    def chances(name: str, gold: np.ndarray) -> torch.Tensor:
        target = torch.from_numpy(gold[index].astype(np.float32)).view(len(index), -1)
        known = (target != MISSING).float()
        each = F.binary_cross_entropy_with_logits(answers[name], target.clamp(min=0), reduction='none')
        return ((each * known).mean(1) * weights).sum()

    total = (
        classes('sentiment', rows.sentiment)
        + 1.2 * classes('emotion', rows.emotion)
        + 0.3 * classes('intensity', rows.intensity)
        + 4.0 * chances('signals', rows.signals)
        + 0.3 * chances('urgency', rows.urgency)
        + 1.0 * chances('public', rows.public)
    )
    if told:
        lost = F.binary_cross_entropy_with_logits(
            answers['told'], batch.concepts[:, : answers['told'].shape[1]], reduction='none'
        )
        total = total + told * (lost.sum(1) * weights).sum()
    return total / weights.sum()


def learning_rate(share: float) -> float:
    """Up in the first twentieth, then down along a cosine."""
    return min(1.0, share / 0.05) * (0.02 + 0.98 * 0.5 * (1 + math.cos(math.pi * share)))


def train(arguments: argparse.Namespace) -> None:
    torch.manual_seed(arguments.seed)
    torch.set_num_threads(arguments.threads)
    random = np.random.default_rng(arguments.seed)
    work = Path(arguments.work)
    rows = read_rows(work)
    settings = json.loads((work / 'model' / 'attune.json').read_text(encoding='utf8'))
    sizes = Sizes(
        pieces=settings['ids']['pad'],
        concepts=len(settings['concepts']),
        positions=settings['window'] + settings['maxConcepts'] + 2,
        **json.loads(arguments.sizes),
    )
    model = Reader(sizes, arguments.dropout)
    if arguments.begin:
        begun = torch.load(work / arguments.begin)
        model.load_state_dict(begun['state'] if 'state' in begun else begun, strict=False)
    passes = {**PASSES, **json.loads(arguments.passes)}
    passes = {group: count * arguments.scale for group, count in passes.items()}
    weights = {**WEIGHTS, **json.loads(arguments.weights)}
    drops = Drops(**json.loads(arguments.drops))
    order = plan(rows, passes, SPANS, arguments.all, random)
    highest = arguments.rate
    row_weights = np.array([weights[group_of(row)] for row in rows.about], dtype=np.float32)
    dense = [(n, p) for n, p in model.named_parameters() if n != 'embedding.weight']
    plain = [p for n, p in dense if p.dim() < 2 or n.startswith(('tags', 'places', 'kinds'))]
    plain_ids = {id(p) for p in plain}
    matrices = [p for _, p in dense if id(p) not in plain_ids]
    optimiser = torch.optim.AdamW(
        [{'params': plain, 'weight_decay': 0.0}, {'params': matrices, 'weight_decay': DECAY}], betas=(0.9, 0.98)
    )
    rows_optimiser = torch.optim.SparseAdam([model.embedding.weight], betas=(0.9, 0.98))
    averaged = {name: value.detach().clone() for name, value in model.state_dict().items()}
    parts = list(batches(rows, order, arguments.tokens))
    print(f'{len(order)} rows in {len(parts)} steps, {int(rows.lengths[order].sum()) / 1e6:.1f} M tokens', flush=True)
    begin = time.time()
    running = 0.0
    for step, part in enumerate(parts):
        rate = highest * learning_rate(step / len(parts))
        for group in optimiser.param_groups:
            group['lr'] = rate
        rows_optimiser.param_groups[0]['lr'] = rate * arguments.rows_rate
        batch = pack(rows, part, sizes.pieces, drops, random)
        with torch.autocast('cpu', dtype=torch.bfloat16):
            answers = model(batch.ids, batch.mask, batch.tags, batch.kinds)
        loss = loss_of(answers, rows, batch, torch.from_numpy(row_weights[part]), arguments.told)
        optimiser.zero_grad(set_to_none=True)
        rows_optimiser.zero_grad(set_to_none=True)
        loss.backward()
        torch.nn.utils.clip_grad_norm_([p for _, p in dense], 1.0)
        optimiser.step()
        rows_optimiser.step()
        if step % AVERAGE_EVERY == 0:
            keep = min(AVERAGE, (step + 1) / (step + 10 * AVERAGE_EVERY))
            with torch.no_grad():
                for name, value in model.state_dict().items():
                    averaged[name].mul_(keep).add_(value, alpha=1 - keep)
        running = loss.item() if step == 0 else 0.98 * running + 0.02 * loss.item()
        if arguments.looks and (step + 1) % (len(parts) // (arguments.looks + 1)) == 0 and step + 1 < len(parts) * 0.95:
            looked = Reader(sizes)
            looked.load_state_dict(averaged)
            report(looked, rows, work, f'{arguments.name} at {step + 1}')
        if step % 250 == 0:
            print(f'{step:6d} loss {running:.3f} {time.time() - begin:.0f} s', flush=True)
    model.load_state_dict(averaged)
    torch.save({'state': averaged, 'sizes': asdict(sizes)}, work / f'{arguments.name}.pt')
    print(f'trained in {time.time() - begin:.0f} s')
    report(model, rows, work, arguments.name)


def arguments_of() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('work')
    parser.add_argument('--name', default='held')
    parser.add_argument('--all', action='store_true', help='keep nothing back')
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--scale', type=float, default=1.0, help='of all passes')
    parser.add_argument('--tokens', type=int, default=4096, help='in a batch')
    parser.add_argument('--rate', type=float, default=RATE, help='highest learning rate')
    parser.add_argument('--rows-rate', type=float, default=6.0, help='rate of the embedding as part of the others')
    parser.add_argument('--threads', type=int, default=2)
    parser.add_argument('--dropout', type=float, default=0.2)
    parser.add_argument('--told', type=float, default=0.05, help='weight of telling the concepts from what is left')
    parser.add_argument('--looks', type=int, default=0, help='scores on the way')
    parser.add_argument('--begin', help='a file of weights to begin from, in WORK')
    for name in ('sizes', 'passes', 'weights', 'drops'):
        parser.add_argument(f'--{name}', default='{}', help='JSON, over the values above')
    return parser.parse_args()


if __name__ == '__main__':
    train(arguments_of())
