#!/usr/bin/env python3
"""Makes tables to measure on out of statements that the project ships: sample.py STATEMENTS.jsonl TRAIN.tsv TEST.tsv

Every fifth statement goes to TEST. It is a small set; name others with make bench-linear TRAIN=... TEST=...
"""
import json, sys

source, train, test = sys.argv[1:]
with open(source, encoding="utf-8") as f, open(train, "w", encoding="utf-8") as a, open(test, "w", encoding="utf-8") as b:
    for out in (a, b):
        out.write("id\ttarget\ttext\tlabel\n")
    for number, line in enumerate(f):
        row = json.loads(line)
        text = " ".join(" ".join(span["text"] for span in row["content"]).split())
        cells = (row["id"], "peace-talks", text, row.get("stance", row.get("label")))
        (b if number % 5 == 4 else a).write("\t".join(cells) + "\n")
