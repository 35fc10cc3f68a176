#!/usr/bin/env python3
"""Demarche and its peers side by side on one table of labelled texts; writes a Markdown table.

  linear.py --demarche PROGRAM --solve PROGRAM --scratch FOLDER --train TRAIN.tsv --test TEST.tsv --output OUT.md

TRAIN and TEST are tab-separated with id, target, text, label. Peers are imported from the Python that runs this;
those that are missing are left out and named. Times are processor seconds of one thread, user and system.
"""
import argparse, csv, datetime, os, platform, resource, subprocess, sys

for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[name] = "1"


def read(path):
    with open(path, encoding="utf-8", newline="") as f:
        rows = list(csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [(r["target"], r["text"], r["label"].upper()) for r in rows]


def f_avg(gold, found):
    def f1(label):
        hits = sum(g == p == label for g, p in zip(gold, found))
        both = sum(g == label for g in gold) + sum(p == label for p in found)
        return 2 * hits / both if both else 0.0
    return 50 * (f1("FAVOR") + f1("AGAINST"))


def cpu(who):
    usage = resource.getrusage(who)
    return usage.ru_utime + usage.ru_stime


def run(*command, env=None):
    """Runs a program; returns its processor seconds and output."""
    start = cpu(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **(env or {})})
    return cpu(resource.RUSAGE_CHILDREN) - start, done.stdout


def timed(work):
    start = cpu(resource.RUSAGE_SELF)
    result = work()
    return cpu(resource.RUSAGE_SELF) - start, result


class Bench:
    def __init__(self, args):
        self.args, self.rows, self.notes = args, [], []
        self.train, self.test = read(args.train), read(args.test)
        self.gold = [label for _, _, label in self.test]

    def scratch(self, name):
        return os.path.join(self.args.scratch, name)

    def add(self, name, train, f, size, rate):
        self.rows.append((name, train, f, size, rate))
        print("%-44s train %8.2f s  F_avg %6.2f  %8.2f MB  %10.0f docs/s" % (name, train, f, size, rate), flush=True)

    def attempt(self, name, work):
        try:
            work()
        except ImportError as error:
            self.notes.append("%s: skipped, not installed (%s)" % (name, error))
        except Exception as error:  # A peer that fails must not hide the others.
            self.notes.append("%s: skipped (%s)" % (name, str(error).split("\n")[0][:120]))

    def demarche(self, name, *options):
        model, predictions = self.scratch("demarche.safetensors"), self.scratch("demarche.tsv")
        train, _ = run(self.args.demarche, "train", "stance", self.args.train, "--folds", "1", "--output", model, *options)
        test, _ = run(self.args.demarche, "evaluate", "stance", self.args.test, "--model", model, "--predictions", predictions)
        empty = self.scratch("one.tsv")
        with open(self.args.test, encoding="utf-8") as f, open(empty, "w", encoding="utf-8") as g:
            g.writelines(f.readline() for _ in range(2))
        start, _ = run(self.args.demarche, "evaluate", "stance", empty, "--model", model)
        with open(predictions, encoding="utf-8") as f:
            found = {r["id"]: r["label"] for r in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE)}
        with open(self.args.test, encoding="utf-8", newline="") as f:
            labels = [found[r["id"]] for r in csv.DictReader(f, delimiter="\t", quoting=csv.QUOTE_NONE)]
        self.add(name, train, f_avg(self.gold, labels), os.path.getsize(model) / 1e6,
                 len(self.test) / max(test - start, 1e-3))

    def sklearn(self):
        from sklearn.feature_extraction.text import TfidfVectorizer
        from sklearn.pipeline import FeatureUnion
        from sklearn.svm import LinearSVC
        from sklearn.datasets import dump_svmlight_file
        texts = ["%s %s" % (target.replace(" ", "_"), text) for target, text, _ in self.train]
        labels = [label for _, _, label in self.train]
        union = FeatureUnion([
            ("words", TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)),
            ("characters", TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True))])
        vector, matrix = timed(lambda: union.fit_transform(texts).tocsr())
        svc = LinearSVC(C=1.0)
        fit, _ = timed(lambda: svc.fit(matrix, labels))
        predict, found = timed(lambda: svc.predict(union.transform(
            ["%s %s" % (target.replace(" ", "_"), text) for target, text, _ in self.test])))
        self.add("scikit-learn TfidfVectorizer + LinearSVC", vector + fit, f_avg(self.gold, found),
                 svc.coef_.nbytes / 1e6, len(self.test) / predict)
        self.notes.append("scikit-learn: %.1f s vectoriser, %.1f s LinearSVC; matrix %d x %d, %.0f values a row" % (
            vector, fit, *matrix.shape, matrix.nnz / matrix.shape[0]))
        dump_svmlight_file(matrix, [["AGAINST", "FAVOR", "NONE"].index(label) for label in labels],
                           self.scratch("matrix.svm"), zero_based=False)
        self.matrix, self.labels = matrix, labels

    def solvers(self):
        """The solver alone on scikit-learn's matrix, at LIBLINEAR's default stopping rule."""
        import numpy as np
        from liblinear.liblinearutil import problem, parameter, train
        from scipy.sparse import csr_matrix
        out = run(self.args.solve, "svm", self.scratch("matrix.svm"), "1", "0.1")[1].split("\n")
        ours = float(out[0].split()[1])
        mine = {line.split()[1].split(".")[0]: float(line.split()[2]) for line in out if line.startswith("objective")}
        time, theirs = 0.0, {}
        for number, label in enumerate(["AGAINST", "FAVOR", "NONE"]):
            if label not in self.labels:
                continue
            signs = np.array([1.0 if l == label else -1.0 for l in self.labels])
            data = problem(signs, csr_matrix(self.matrix))
            seconds, model = timed(lambda: train(data, parameter("-s 1 -c 1 -e 0.1 -q")))
            weights = np.array(model.get_decfun(0)[0]) * (1 if model.get_labels()[0] == 1 else -1)
            slack = np.maximum(0, 1 - signs * (self.matrix @ weights[:self.matrix.shape[1]]))
            theirs[str(number)] = 0.5 * weights @ weights + (slack ** 2).sum()
            time += seconds
        self.notes.append("solver alone, same matrix, tolerance 0.1: Demarche %.2f s, LIBLINEAR -s 1 %.2f s" % (ours, time))
        for key in theirs:
            self.notes.append("  objective of label %s: Demarche %.4f, LIBLINEAR %.4f" % (key, mine[key], theirs[key]))

    def fasttext(self, name, **settings):
        import fasttext
        path = self.scratch("fasttext.txt")
        def line(target, text):
            return "%s %s" % (target.replace(" ", "_"), " ".join(text.lower().split()))
        with open(path, "w", encoding="utf-8") as f:
            f.writelines("__label__%s %s\n" % (label, line(target, text)) for target, text, label in self.train)
        seconds, model = timed(lambda: fasttext.train_supervised(path, thread=1, verbose=0, epoch=25, lr=0.5, wordNgrams=2, dim=32, bucket=300000, **settings))
        lines = [line(target, text) for target, text, _ in self.test]
        predict, found = timed(lambda: [model.f.predict(l + "\n", 1, 0.0, "strict")[0][1][9:] for l in lines])
        model.save_model(self.scratch("fasttext.bin"))
        self.add(name, seconds, f_avg(self.gold, found), os.path.getsize(self.scratch("fasttext.bin")) / 1e6, len(lines) / predict)

    def wabbit(self):
        import vowpalwabbit
        numbers = {"AGAINST": 1, "FAVOR": 2, "NONE": 3}
        def line(target, text, label):
            clean = text.lower().replace(":", " ").replace("|", " ")
            return "%d |t %s |w %s\n" % (numbers[label], target.replace(" ", "_"), " ".join(clean.split()))
        path, lines = self.scratch("vw.txt"), [line(*row) for row in self.test]
        with open(path, "w", encoding="utf-8") as f:
            f.writelines(line(*row) for row in self.train)
        model = self.scratch("vw.model")
        def fit():
            vw = vowpalwabbit.Workspace("--oaa 3 --ngram w2 -b 20 --passes 10 -c -k --cache_file %s -d %s -f %s --quiet" % (
                self.scratch("vw.cache"), path, model))
            vw.finish()
        seconds, _ = timed(fit)
        vw = vowpalwabbit.Workspace("-t -i %s --quiet" % model)
        predict, found = timed(lambda: [vw.predict(l) for l in lines])
        names = {number: label for label, number in numbers.items()}
        self.add("Vowpal Wabbit, word pairs", seconds, f_avg(self.gold, [names[n] for n in found]),
                 os.path.getsize(model) / 1e6, len(lines) / predict)

    def dense(self):
        rates = {}
        for name, folder in [("reference BLAS", "blas"), ("OpenBLAS", "openblas-serial")]:
            path = os.path.join(self.args.libraries, folder)
            if not os.path.exists(os.path.join(path, "libblas.so.3")):
                self.notes.append("%s: skipped, not installed in %s" % (name, path))
                continue
            out = run(self.args.solve, "dense", "256", "256", "3", env={"LD_LIBRARY_PATH": path})[1]
            rates[name] = float(out.split()[1])
            self.notes.append("dense scores, batches of 256, 256 columns, 3 labels, %s: %.0f rows/s" % (name, rates[name]))

    def write(self):
        cpu_name = platform.processor() or platform.machine()
        if os.path.exists("/proc/cpuinfo"):
            names = [l.split(":")[1].strip() for l in open("/proc/cpuinfo") if l.startswith("model name")]
            cpu_name = "%s, %d cores" % (names[0] if names else cpu_name, len(names) or 1)
        lines = ["# Linear models: Demarche and its peers", "",
                 "%s, %s. %d texts to learn from, %d to judge (%s, %s). `make bench-linear`; processor seconds of one thread." % (
                     datetime.date.today().strftime("%-d %B %Y"), cpu_name, len(self.train), len(self.test),
                     os.path.basename(self.args.train), os.path.basename(self.args.test)), "",
                 "| system | training, text in, s | F_avg | model, MB | prediction, text in, docs/s |", "|---|---|---|---|---|"]
        lines += ["| %s | %.2f | %.2f | %.2f | %s |" % (n, t, f, s, format(round(r), ",")) for n, t, f, s, r in self.rows]
        lines += [""] + ["- " + note.strip() for note in self.notes]
        with open(self.args.output, "w", encoding="utf-8") as f:
            f.write("\n".join(lines) + "\n")


def main():
    parser = argparse.ArgumentParser()
    for name in ("demarche", "solve", "scratch", "train", "test", "output"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--libraries", default="/usr/lib/x86_64-linux-gnu")
    bench = Bench(parser.parse_args())
    bench.attempt("Demarche", lambda: bench.demarche("Demarche, n-grams and word vectors"))
    bench.attempt("Demarche without vectors", lambda: bench.demarche("Demarche, n-grams", "--no-vectors"))
    bench.attempt("scikit-learn", bench.sklearn)
    bench.attempt("LIBLINEAR", bench.solvers)
    bench.attempt("fastText", lambda: bench.fasttext("fastText, word pairs"))
    bench.attempt("fastText", lambda: bench.fasttext("fastText, word pairs, characters 3-5", minn=3, maxn=5))
    bench.attempt("Vowpal Wabbit", bench.wabbit)
    bench.attempt("dense", bench.dense)
    bench.write()


if __name__ == "__main__":
    sys.exit(main())
