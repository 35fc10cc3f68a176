#!/usr/bin/env python3
"""Builds lexicon.tsv from its sources (Python standard library only).

  make_lexicon.py --vader vader_lexicon.txt --domain domain.tsv [--induced induced.tsv] --output lexicon.tsv

--vader    the file `vader_lexicon.txt` of the PyPI package vaderSentiment 3.3.2 (MIT)
--domain   the hand-made list beside this script
--induced  the list that induce_values.py makes, beside this script; left out to make the table it learns from

An entry keeps the value of the first of these that has it:
  1. a 0 of the hand-made list, which says that the word has no tone in news;
  2. VADER's mean of ten raters, for entries made of letters and a few emoticons;
  3. a value of the hand-made list;
  4. a value induced from word vectors, when it is beyond 0.8 (below that, more sentences without tone get one than
     sentences with tone are found).
The spread is the raters' standard deviation for VADER's entries, the mean of those for hand-made ones, for which there is
nothing better, and the error in cross-validation for induced ones.
"""
import argparse
import re

HEADER = """\
# The lexicon of tone: words and runs of words with a value from -4 (most negative) to 4.
# Made by make_lexicon.py from the sources named in README.md; change those, not this file.
# source: vader = C.J. Hutto's VADER lexicon (MIT, notice in VADER-LICENSE.txt); domain = hand-made for this project
# (Apache-2.0); induced = regression on word vectors of all-MiniLM-L6-v2 (Apache-2.0) by induce_values.py.
"""
WORDS = re.compile(r"[a-z]+(?:[-' ][a-z]+)*")
# The emoticons that no news text has by chance, as tokens; `:(` and `:/` stand in lists and addresses.
EMOTICONS = {e: " ".join(e.lower()) for e in (":)", ":-)", ";)", ";-)", "=)", ":D", ":-D", ";D", ":P", ":-P", ":-(", "<3")}
CLITIC = re.compile(r"(n't|'(?:s|d|m|re|ve|ll))(?= |$)")


def rows(path):
    """The rows of a table of the project, as dictionaries."""
    with open(path, encoding="utf-8") as file:
        lines = [line.rstrip("\n") for line in file if line.strip() and not line.startswith("#")]
    names = lines[0].split("\t")
    return [dict(zip(names, line.split("\t"), strict=True)) for line in lines[1:]]


def tokens(entry):
    """An entry as the tokens of the project, where clitics stand alone: `can't stand` is `ca n't stand`."""
    return CLITIC.sub(r" \1", entry.lower())


def vader(path):
    """VADER's entries that are words, with mean and standard deviation of the ratings."""
    values = {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            entry, mean, spread, _ = line.split("\t")
            if entry in EMOTICONS or WORDS.fullmatch(entry.lower()):
                values.setdefault(EMOTICONS.get(entry, tokens(entry)), (float(mean), float(spread)))
    return values


INDUCED_CUT = 0.8


def lexicon(rated, domain, induced):
    """The merged table: entry -> (value, spread, source)."""
    typical = sum(spread for _, spread in rated.values()) / len(rated)
    merged = {
        row["entry"]: (float(row["value"]), float(row["spread"]), "induced")
        for row in induced if abs(float(row["value"])) > INDUCED_CUT}
    merged |= {row["entry"]: (float(row["value"]), typical, "domain") for row in domain}
    merged |= {entry: (value, spread, "vader") for entry, (value, spread) in rated.items()}
    merged |= {row["entry"]: (0.0, typical, "domain") for row in domain if float(row["value"]) == 0}
    return merged


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--vader", required=True)
    parser.add_argument("--domain", required=True)
    parser.add_argument("--induced")
    parser.add_argument("--output", required=True)
    arguments = parser.parse_args()
    induced = rows(arguments.induced) if arguments.induced else []
    table = lexicon(vader(arguments.vader), rows(arguments.domain), induced)
    with open(arguments.output, "w", encoding="utf-8") as file:
        file.write(HEADER + "entry\tvalue\tspread\tsource\n")
        for entry in sorted(table):
            value, spread, source = table[entry]
            file.write("%s\t%.2f\t%.2f\t%s\n" % (entry, value, spread, source))


if __name__ == "__main__":
    main()
