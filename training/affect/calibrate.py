"""Makes a model's chances mean what they say, and picks from which chance on a signal is mentioned.

    python3 training/affect/calibrate.py WORK NAME VERSION     on the messages that WORK/NAME.pt was not trained on

Writes temperatures and thresholds into WORK/model/attune.json. The shipped model may have learnt from all messages since;
these numbers still come from the ones kept back, with the same recipe.
"""
import json
import sys
from pathlib import Path

import numpy as np
import torch

from data import read_rows
from labels import EMOTIONS, INTENSITIES, SENTIMENTS, SIGNALS
from model import Reader, Sizes
from scores import answers_of, best_cut, held_index, softmax

# A signal must be right this often; where no cut is, the cut is set high and the model card says so.
PRECISION = 0.82
FEWEST_CHANCES = (0.15, 0.9)


def class_temperature(scores: np.ndarray, gold: np.ndarray) -> float:
    """The divisor under which the right classes are likeliest."""
    tried = np.geomspace(0.4, 3, 60)
    lost = [-np.log(softmax(scores / t)[np.arange(len(gold)), gold] + 1e-9).mean() for t in tried]
    return float(tried[int(np.argmin(lost))])


def chance_temperature(scores: np.ndarray, gold: np.ndarray) -> float:
    tried = np.geomspace(0.4, 3, 60)
    lost = [(np.logaddexp(0, scores / t) - gold * scores / t).mean() for t in tried]
    return float(tried[int(np.argmin(lost))])


def expected_error(scores: np.ndarray, gold: np.ndarray, bins: int = 10) -> float:
    """Expected calibration error: how far chance and share of right answers lie apart, bin by bin."""
    chances = softmax(scores)
    top, right = chances.max(1), chances.argmax(1) == gold
    place = np.minimum((top * bins).astype(int), bins - 1)
    return float(sum(abs(top[place == b].mean() - right[place == b].mean()) * (place == b).mean() for b in range(bins) if (place == b).any()))


def calibrate(work: Path, name: str, version: str) -> None:
    rows = read_rows(work)
    kept = torch.load(work / f'{name}.pt')
    model = Reader(Sizes(**kept['sizes']))
    model.load_state_dict(kept['state'])
    # The plain yardstick: the hard one is made of messages that no inbox has so many of, and would make the model timid.
    held = held_index(rows, 'plain')
    answers = answers_of(model, rows, held)
    signals = (rows.signals[held] == 1).astype(np.float32)
    gold = {'sentiment': rows.sentiment[held], 'emotion': rows.emotion[held], 'intensity': rows.intensity[held]}
    temperatures = {head: class_temperature(answers[head], labels) for head, labels in gold.items()}
    temperatures['signals'] = chance_temperature(answers['signals'], signals)
    temperatures['urgency'] = chance_temperature(answers['urgency'][:, 0], (rows.urgency[held] == 1).astype(np.float32))
    for head, labels in gold.items():
        before, after = expected_error(answers[head], labels), expected_error(answers[head] / temperatures[head], labels)
        print(f'{head}: temperature {temperatures[head]:.2f}, expected calibration error {before:.3f} → {after:.3f}')
    thresholds = {}
    for i, signal in enumerate(SIGNALS):
        cut, f1, exact, found = best_cut(answers['signals'][:, i], signals[:, i] == 1, PRECISION)
        chance = float(1 / (1 + np.exp(-cut / temperatures['signals'])))
        thresholds[signal] = round(float(np.clip(chance, *FEWEST_CHANCES)), 3)
        print(f'{signal}: from {thresholds[signal]} on; F1 {f1:.2f}, precision {exact:.2f}, recall {found:.2f}')
    path = work / 'model' / 'attune.json'
    settings = json.loads(path.read_text(encoding='utf8'))
    settings.update(
        version=version,
        outputs={'sentiment': SENTIMENTS, 'emotion': EMOTIONS, 'intensity': INTENSITIES, 'signals': SIGNALS, 'urgency': 1},
        temperatures={head: round(t, 3) for head, t in temperatures.items()},
        thresholds=thresholds,
        emotionThreshold=0.25,
        trainedOn='training/data and public sets named in the README beside this file',
    )
    path.write_text(json.dumps(settings, ensure_ascii=False, indent=1) + '\n', encoding='utf8')


if __name__ == '__main__':
    calibrate(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
