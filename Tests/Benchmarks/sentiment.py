"""Times tone by lexicon beside vaderSentiment on the same texts, in one run.

    python sentiment.py TONE LEXICONS TEXTS SCRATCH OUTPUT

TONE is the program of Tests/Benchmarks/Sources/tone, LEXICONS the folder Lexicons/sentiment. TEXTS is a table with a column
`text` (tab-separated), JSON Lines with `text` or `context`, or plain lines. Seconds are CPU seconds of one thread, loading not
included, the fastest of several passes; the programs take turns, so that what else the machine does falls on both.
"""

import csv, datetime, json, pathlib, platform, subprocess, sys, time

ROUNDS = 5


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        if path.endswith(".jsonl"):
            rows = [json.loads(line) for line in file if line.strip()]
            texts = [row.get("text") or row.get("context") or "" for row in rows]
        elif path.endswith(".tsv"):
            texts = [row["text"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)]
        else:
            texts = list(file)
    return [line for line in (" ".join(text.split()) for text in texts) if line]


def ours(program, lines, lexicons):
    output = subprocess.run([program, lines, lexicons, "10"], check=True, capture_output=True, text=True).stdout
    return {row[0]: float(row[2]) for row in (line.split("\t") for line in output.splitlines())}


def peer(texts):
    try:
        from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer
    except ImportError:
        return None
    analyzer = SentimentIntensityAnalyzer()

    def once():
        start = time.process_time()
        for text in texts:
            analyzer.polarity_scores(text)
        return time.process_time() - start

    return once


def main(program, lexicons, path, scratch, output):
    texts = read(path)
    lines = pathlib.Path(scratch) / "texts.txt"
    lines.write_text("\n".join(texts) + "\n", encoding="utf-8")
    once = peer(texts)
    best, fastest = {}, float("inf")
    for _ in range(ROUNDS):
        for name, seconds in ours(program, str(lines), lexicons).items():
            best[name] = min(best.get(name, float("inf")), seconds)
        if once:
            fastest = min(fastest, once())
    size = sum(len(text.encode()) for text in texts)
    rows = [
        ("Demarche, from segmented text", best["segmented"]),
        ("Demarche, from one text of all (segmentation included)", best["together"]),
        ("Demarche, one text at a time (segmentation included)", best["apart"]),
    ] + ([("vaderSentiment, one text at a time", fastest)] if once else [])
    report = [
        "# Tone by lexicon: speed beside vaderSentiment", "",
        "`make bench-sentiment`, %s, %s, Python %s. %d texts of %d bytes on average; CPU seconds of one thread, the fastest of "
        "%d rounds in which the programs take turns.%s" % (
            datetime.date.today().strftime("%-d %B %Y"), platform.machine(), platform.python_version(), len(texts),
            size // len(texts), ROUNDS, "" if once else " vaderSentiment cannot be imported and is left out."), "",
        "| what | seconds | texts/s | MB/s | times vaderSentiment |", "|---|---|---|---|---|"]
    for name, seconds in rows:
        ratio = "%.1f" % (fastest / seconds) if once else ""
        report.append("| %s | %.4f | %d | %.1f | %s |" % (name, seconds, len(texts) / seconds, size / seconds / 1e6, ratio))
    report += ["", "The first row is what an analysis pays for tone, since its text is segmented anyway; the third does what "
               "vaderSentiment does. Segmentation finds paragraphs, sentences, quotations and tokens with their shapes and keys."]
    pathlib.Path(output).write_text("\n".join(report) + "\n", encoding="utf-8")
    print("\n".join(report))


if __name__ == "__main__":
    main(*sys.argv[1:])
