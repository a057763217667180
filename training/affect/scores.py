"""How well a model reads rows it has not learnt from: own messages held back and the public development rows."""
import json
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch

from data import MISSING, Rows, batches, is_held, pack
from labels import EMOTION_SHARE, EMOTIONS, IMPLIED, SENTIMENTS, SIGNALS
from model import Reader


def answers_of(model: Reader, rows: Rows, index: np.ndarray) -> dict[str, np.ndarray]:
    """Logits of the plain kind of text, in the order of `index`."""
    model.eval()
    found: dict[str, list[np.ndarray]] = defaultdict(list)
    order = []
    with torch.no_grad():
        for part in batches(rows, index, 8192, whole=True):
            batch = pack(rows, part, model.sizes.pieces, None, None)
            with torch.autocast('cpu', dtype=torch.bfloat16):
                answers = model(batch.ids, batch.mask, batch.tags)
            order.append(part)
            for name, value in answers.items():
                found[name].append(value.numpy())
    place = {row: i for i, row in enumerate(np.concatenate(order))}
    back = np.array([place[row] for row in index])
    answers = {name: np.concatenate(values)[back] for name, values in found.items()}
    answers['sentiment'] = with_emotions(answers['sentiment'], answers['emotion'])
    return answers


def softmax(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max(1, keepdims=True))
    return powers / powers.sum(1, keepdims=True)


def implied_sentiments() -> np.ndarray:
    """One row an emotion, with a one at the sentiment it implies."""
    table = np.zeros((len(EMOTIONS), len(SENTIMENTS)), dtype=np.float32)
    for row, emotion in enumerate(EMOTIONS):
        table[row, SENTIMENTS.index(IMPLIED[emotion])] = 1
    return table


def with_emotions(sentiment: np.ndarray, emotion: np.ndarray) -> np.ndarray:
    """Logits of the shipped sentiment: its own chances and those that the emotions imply, as the exported graph mixes them."""
    own = softmax(sentiment) * (1 - EMOTION_SHARE)
    return np.log(own + softmax(emotion) @ implied_sentiments() * EMOTION_SHARE + 1e-6)


def f1_of(gold: np.ndarray, said: np.ndarray) -> float:
    right = int((gold & said).sum())
    return 2 * right / max(1, int(gold.sum()) + int(said.sum()))


def macro_f1(gold: np.ndarray, said: np.ndarray, classes: int) -> float:
    """Over the classes that occur: of few rows some have none, which nothing could find."""
    return float(np.mean([f1_of(gold == c, said == c) for c in range(classes) if (gold == c).any()]))


def best_cut(scores: np.ndarray, gold: np.ndarray, precision: float = 0.8) -> tuple[float, float, float, float]:
    """Cut, F1, precision and recall: the best F1 among cuts of at least this precision, else the most precise."""
    order = np.argsort(-scores)
    right = np.cumsum(gold[order])
    said = np.arange(1, len(order) + 1)
    exact, found = right / said, right / max(1, gold.sum())
    f1 = 2 * exact * found / np.maximum(exact + found, 1e-9)
    good = exact >= precision
    at = int(np.argmax(np.where(good, f1, -1))) if good.any() else int(np.argmax(f1))
    return float(scores[order][at]), float(f1[at]), float(exact[at]), float(found[at])


def held_index(rows: Rows, part: str | None = None) -> np.ndarray:
    """Messages kept back: of one yardstick, or of both."""
    kept = [is_held(row) for row in rows.about]
    return np.array([i for i, held in enumerate(kept) if held and (part is None or held == part)])


def dev_index(rows: Rows) -> np.ndarray:
    return np.array([i for i, row in enumerate(rows.about) if row['split'] == 'dev' and rows.sentiment[i] != MISSING])


def report(model: Reader, rows: Rows, work: Path, name: str) -> None:
    """Prints the scores and adds them to WORK/results.jsonl."""
    figures: dict[str, dict[str, object]] = {}
    for part in ('hard', 'plain'):
        held = held_index(rows, part)
        figures[part] = own_figures(answers_of(model, rows, held), rows, held)
    dev = dev_index(rows)
    said, gold = answers_of(model, rows, dev)['sentiment'].argmax(1), rows.sentiment[dev]
    sources = np.array([rows.about[i]['source'] for i in dev])
    umsab = sources == 'umsab'
    figures['public'] = {'umsab': round(macro_f1(gold[umsab], said[umsab], 3), 3), 'dev': round(macro_f1(gold, said, 3), 3)}
    for part, values in figures.items():
        print(name, part, json.dumps(values))
    with (work / 'results.jsonl').open('a', encoding='utf8') as out:
        out.write(json.dumps({'name': name, **figures}) + '\n')


def own_figures(answers: dict[str, np.ndarray], rows: Rows, held: np.ndarray) -> dict[str, object]:
    sentiment, emotion = answers['sentiment'].argmax(1), answers['emotion'].argmax(1)
    gold = rows.sentiment[held]
    languages = np.array([rows.about[i]['lang'] for i in held])
    signals = {}
    for i, signal in enumerate((*SIGNALS, 'urgency')):
        if signal == 'urgency':
            _, f1, exact, found = best_cut(answers['urgency'][:, 0], rows.urgency[held] == 1)
        else:
            _, f1, exact, found = best_cut(answers['signals'][:, i], rows.signals[held, i] == 1)
        signals[signal] = f'{f1:.2f} ({exact:.2f}/{found:.2f})'
    return {
        'sentiment': round(macro_f1(gold, sentiment, len(SENTIMENTS)), 3),
        'emotion': round(macro_f1(rows.emotion[held], emotion, len(EMOTIONS)), 3),
        'intensity': round(float((answers['intensity'].argmax(1) == rows.intensity[held]).mean()), 3),
        'emotions': {e: round(f1_of(rows.emotion[held] == i, emotion == i), 2) for i, e in enumerate(EMOTIONS)},
        'signals': signals,
        'languages': {
            code: round(macro_f1(gold[languages == code], sentiment[languages == code], 3), 2)
            for code in sorted(set(languages))
        },
    }
