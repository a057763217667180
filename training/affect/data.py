"""Rows from `prepare.ts inputs`, and batches of them with word pieces and concepts left out at random."""
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Iterator

import numpy as np
import torch

from labels import EMOTIONS, KINDS, PUBLIC_EMOTIONS, SENTIMENTS, SIGNALS, shown_emotions, single_emotion

MISSING = -100


@dataclass
class Rows:
    ids: np.ndarray
    tags: np.ndarray
    starts: np.ndarray
    lengths: np.ndarray
    about: list[dict[str, Any]]
    sentiment: np.ndarray
    emotion: np.ndarray
    intensity: np.ndarray
    urgency: np.ndarray
    signals: np.ndarray
    public: np.ndarray
    kinds: np.ndarray

    def __len__(self) -> int:
        return len(self.lengths)


def read_rows(work: Path) -> Rows:
    with (work / 'rows.jsonl').open(encoding='utf8') as lines:
        about = [json.loads(line) for line in lines]
    lengths = np.array([row['length'] for row in about], dtype=np.int64)
    starts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    size = len(about)
    signals = np.full((size, len(SIGNALS)), MISSING, dtype=np.int8)
    public = np.full((size, len(PUBLIC_EMOTIONS)), MISSING, dtype=np.int8)
    for i, row in enumerate(about):
        if 'signals' in row:
            signals[i] = [signal in row['signals'] for signal in SIGNALS]
        if 'emotions' in row:
            single = single_emotion(row['source'], row['emotions'])
            if single:
                row['emotion'] = single
            for name in shown_emotions(row['source']):
                public[i, PUBLIC_EMOTIONS.index(name)] = 0
            for name in row['emotions']:
                public[i, PUBLIC_EMOTIONS.index(name)] = 1

    def column(name: str, values: tuple[str, ...]) -> np.ndarray:
        return np.array([values.index(row[name]) if name in row else MISSING for row in about], dtype=np.int64)

    return Rows(
        ids=np.fromfile(work / 'inputs.ids', dtype=np.uint16),
        tags=np.fromfile(work / 'inputs.tags', dtype=np.uint8),
        starts=starts,
        lengths=lengths,
        about=about,
        sentiment=column('sentiment', SENTIMENTS),
        emotion=column('emotion', EMOTIONS),
        intensity=np.array([row.get('intensity', MISSING) for row in about], dtype=np.int64),
        urgency=np.array([(row['urgency'] == 'high') if 'urgency' in row else MISSING for row in about], dtype=np.int64),
        signals=signals,
        public=public,
        kinds=np.array([KINDS[row['domain']] for row in about], dtype=np.int64),
    )


def is_held(row: dict[str, Any]) -> str | None:
    """Which yardstick a message belongs to, if any.

    `hard`: a quarter of batch b2, where topic and emotion are independent (as in `fit-weights.ts`). `plain`: a fifth of
    `support`, whose situations may recur in other languages.
    """
    number = int(row['id'][-3:]) if row['domain'] == 'support' else 0
    if row['source'] == 'support-more' and '-b2-' in row['id'] and number % 4 == 0:
        return 'hard'
    return 'plain' if row['source'] == 'support' and number % 5 == 0 else None


@dataclass(frozen=True)
class Drops:
    """Chances with which parts of an input are hidden, so that no part is leant on alone."""

    pieces: float = 0.18
    concept: float = 0.1
    all_concepts: float = 0.1
    all_pieces: float = 0.08
    kind: float = 0.3


@dataclass
class Batch:
    index: np.ndarray
    ids: torch.Tensor
    mask: torch.Tensor
    tags: torch.Tensor
    kinds: torch.Tensor
    concepts: torch.Tensor


def pack(rows: Rows, index: np.ndarray, pieces: int, drops: Drops | None, random: np.random.Generator | None) -> Batch:
    """Pads the rows of `index`; `pieces` is the number of word pieces, so pad is `pieces` and concepts follow `pieces + 3`."""
    lengths = rows.lengths[index]
    shape = (len(index), -(-int(lengths.max()) // STEP) * STEP)
    filled = np.arange(shape[1])[None, :] < lengths[:, None]
    at = (rows.starts[index][:, None] + np.arange(shape[1])[None, :])[filled]
    ids = np.full(shape, pieces, dtype=np.int64)
    tags = np.zeros(shape, dtype=np.int64)
    ids[filled] = rows.ids[at]
    tags[filled] = rows.tags[at]
    mask = filled.copy()
    kinds = rows.kinds[index].copy()
    is_concept = ids >= pieces + 3
    is_piece = ids < pieces
    where, place = np.nonzero(is_concept)
    present_ids = ids[where, place] - (pieces + 2)
    present = np.zeros((shape[0], 256), dtype=np.float32)
    present[where, present_ids] = 1
    if drops and random is not None:
        none = random.random(shape[0]) < drops.all_concepts
        bare = ~none & (random.random(shape[0]) < drops.all_pieces) & (is_concept.sum(1) > 2)
        hidden = random.random((shape[0], 256)) < drops.concept
        hidden |= none[:, None]
        hidden[:, 0] = False
        line = np.arange(shape[0])[:, None]
        mask &= ~(is_concept & hidden[line, np.where(is_concept, ids - (pieces + 2), 0)])
        tags[hidden[line, tags]] = 0
        mask &= ~(is_piece & ((random.random(shape) < drops.pieces) | bare[:, None]))
        kinds[random.random(shape[0]) < drops.kind] = 0
    return Batch(
        index=index,
        ids=torch.from_numpy(ids),
        mask=torch.from_numpy(mask.astype(np.int64)),
        tags=torch.from_numpy(tags),
        kinds=torch.from_numpy(kinds),
        concepts=torch.from_numpy(present[:, 1:]),
    )


STEP = 8


def batches(rows: Rows, order: np.ndarray, tokens: int, whole: bool = False) -> Iterator[np.ndarray]:
    """Cuts `order` into batches of about `tokens` tokens whose rows have like lengths.

    Few shapes come up, each again and again, so that the kernels made for a shape are made once. What is left in the end
    goes too with `whole`, in batches of odd sizes.
    """
    waiting: dict[int, list[int]] = {}
    for row in order:
        length = -(-int(rows.lengths[row]) // STEP) * STEP
        bucket = waiting.setdefault(length, [])
        bucket.append(int(row))
        if len(bucket) * length >= tokens:
            yield np.array(waiting.pop(length))
    if whole:
        for bucket in waiting.values():
            yield np.array(bucket)
