"""The reader: concept ids and word pieces through a small transformer into sentiment, emotion, intensity, signals, urgency."""
from dataclasses import dataclass

import torch
from torch import nn
from torch.nn import functional as F

from labels import EMOTIONS, INTENSITIES, KINDS, PUBLIC_EMOTIONS, SENTIMENTS, SIGNALS

# What is shipped, in the order of the rows of `outputs`.
SHIPPED = {
    'sentiment': len(SENTIMENTS),
    'emotion': len(EMOTIONS),
    'intensity': INTENSITIES,
    'signals': len(SIGNALS),
    'urgency': 1,
}


@dataclass(frozen=True)
class Sizes:
    pieces: int
    concepts: int
    positions: int
    width: int = 192
    heads: int = 4
    hidden: int = 512
    layers: int = 3
    queries: int = 4

    @property
    def rows(self) -> int:
        """Rows of the embedding: pieces, then pad, start and separator, then concepts."""
        return self.pieces + 3 + self.concepts


class Layer(nn.Module):
    def __init__(self, sizes: Sizes) -> None:
        super().__init__()
        width = sizes.width
        self.heads = sizes.heads
        self.before_attention = nn.LayerNorm(width)
        self.attention = nn.Linear(width, 3 * width)
        self.attended = nn.Linear(width, width)
        self.before_hidden = nn.LayerNorm(width)
        self.up = nn.Linear(width, sizes.hidden)
        self.down = nn.Linear(sizes.hidden, width)

    def forward(self, x: torch.Tensor, hidden: torch.Tensor) -> torch.Tensor:
        batch, length, width = x.shape
        each = width // self.heads
        mixed = self.attention(self.before_attention(x)).view(batch, length, 3, self.heads, each)
        query, key, value = mixed.permute(2, 0, 3, 1, 4)
        scores = query @ key.transpose(-1, -2) * each**-0.5 + hidden
        seen = (scores.softmax(-1).to(value.dtype) @ value).transpose(1, 2).reshape(batch, length, width)
        x = x + self.attended(seen)
        return x + self.down(F.relu(self.up(self.before_hidden(x))))


class Reader(nn.Module):
    def __init__(self, sizes: Sizes, dropout: float = 0.2) -> None:
        super().__init__()
        self.sizes = sizes
        width = sizes.width
        # Sparse: a step touches some thousand of its rows.
        self.embedding = nn.Embedding(sizes.rows, width, sparse=True)
        self.tags = nn.Embedding(sizes.concepts + 1, width)
        self.places = nn.Embedding(sizes.positions, width)
        self.kinds = nn.Embedding(max(KINDS.values()) + 1, width)
        for table in (self.embedding, self.tags, self.places, self.kinds):
            nn.init.normal_(table.weight, std=0.05)
        with torch.no_grad():
            self.kinds.weight[0] = 0
            self.tags.weight[0] = 0
        self.embedded = nn.LayerNorm(width)
        # Word pieces and concepts are dropped whole (`data.py`); this is for what was pooled.
        self.dropout = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(sizes) for _ in range(sizes.layers))
        self.read = nn.LayerNorm(width)
        self.queries = nn.Linear(width, sizes.queries)
        pooled = (sizes.queries + 1) * width
        self.outputs = nn.Linear(pooled, sum(SHIPPED.values()))
        self.public = nn.Linear(pooled, len(PUBLIC_EMOTIONS))
        self.told = nn.Linear(pooled, sizes.concepts)

    def pool(
        self, ids: torch.Tensor, mask: torch.Tensor, tags: torch.Tensor, kinds: torch.Tensor | None = None
    ) -> torch.Tensor:
        length = ids.shape[1]
        x = self.embedding(ids) + self.tags(tags) + self.places.weight[:length]
        if kinds is not None:
            x = torch.cat([x[:, :1] + self.kinds(kinds)[:, None], x[:, 1:]], dim=1)
        x = self.embedded(x)
        hidden = (1 - mask[:, None, None, :].to(x.dtype)) * -10_000.0
        for layer in self.layers:
            x = layer(x, hidden)
        x = self.read(x)
        weights = (self.queries(x) + hidden[:, 0, 0, :, None]).float().softmax(1).to(x.dtype)
        picked = (weights.transpose(1, 2) @ x).flatten(1)
        share = mask.to(x.dtype) / mask.sum(1, keepdim=True).to(x.dtype)
        mean = (share[:, None, :] @ x)[:, 0]
        return self.dropout(torch.cat([mean, picked], 1))

    def forward(
        self, ids: torch.Tensor, mask: torch.Tensor, tags: torch.Tensor, kinds: torch.Tensor | None = None
    ) -> dict[str, torch.Tensor]:
        pooled = self.pool(ids, mask, tags, kinds)
        shipped = self.outputs(pooled).float().split(list(SHIPPED.values()), dim=1)
        answers = dict(zip(SHIPPED, shipped))
        answers['public'] = self.public(pooled).float()
        answers['told'] = self.told(pooled).float()
        return answers
