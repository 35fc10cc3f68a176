"""Opens the page in headless Chromium and uses it: charts, filters, search, keys, links; console and network stay silent.

    python3 check.py report.html SCREENSHOTS

Speaks WebDriver to chromedriver with the standard library alone. `make test-browser` installs both from Debian.
"""

import base64
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

page, screenshots = Path(sys.argv[1]).resolve(), Path(sys.argv[2])
failures = 0


def check(what, holds, detail=""):
    global failures
    failures += not holds
    print(f"{'ok  ' if holds else 'FAIL'}  {what}" + (f": {detail}" if detail and not holds else ""))


class Driver:
    """A chromedriver of our own and one window of it."""

    def __init__(self):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.base = f"http://127.0.0.1:{free.getsockname()[1]}"
        port = self.base.rsplit(":", 1)[1]
        self.process = subprocess.Popen(
            ["chromedriver", f"--port={port}"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        for _ in range(100):
            try:
                if self.call("GET", "/status")["ready"]:
                    break
            except OSError:
                time.sleep(0.1)
        arguments = ["--headless=new", "--disable-gpu", "--hide-scrollbars", "--window-size=1280,1000"]
        # A sandbox cannot be made inside most containers, which run as root.
        arguments += ["--no-sandbox"] if os.geteuid() == 0 else []
        capabilities = {
            "browserName": "chrome",
            "goog:chromeOptions": {"args": arguments},
            "goog:loggingPrefs": {"browser": "ALL", "performance": "ALL"},
        }
        made = self.call("POST", "/session", {"capabilities": {"alwaysMatch": capabilities}})
        self.session = "/session/" + made["sessionId"]

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data=data, method=method)
        request.add_header("Content-Type", "application/json")
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)["value"]

    def run(self, script):
        return self.call("POST", self.session + "/execute/sync", {"script": script, "args": []})

    def devtools(self, command, parameters):
        return self.call("POST", self.session + "/goog/cdp/execute", {"cmd": command, "params": parameters})

    def open(self, address):
        # A new page, so that an address that differs by its hash alone is loaded anew.
        self.call("POST", self.session + "/url", {"url": "about:blank"})
        self.call("POST", self.session + "/url", {"url": address})
        self.settled()

    def settled(self):
        for _ in range(100):
            if self.run("return document.documentElement.classList.contains('with-script');"):
                return
            time.sleep(0.02)

    def log(self, kind):
        return self.call("POST", self.session + "/se/log", {"type": kind})

    def keys(self, text):
        actions = [{"type": t, "value": c} for c in text for t in ("keyDown", "keyUp")]
        self.call("POST", self.session + "/actions", {"actions": [{"type": "key", "id": "keys", "actions": actions}]})

    def screenshot(self, name):
        size = self.devtools("Page.getLayoutMetrics", {})["cssContentSize"]
        clip = {"x": 0, "y": 0, "width": size["width"], "height": min(size["height"], 6000), "scale": 1}
        shot = self.devtools("Page.captureScreenshot", {"format": "png", "captureBeyondViewport": True, "clip": clip})
        (screenshots / f"{name}.png").write_bytes(base64.b64decode(shot["data"]))

    def end(self):
        try:
            self.call("DELETE", self.session)
        finally:
            # The browser too, which is left behind when it hangs.
            os.killpg(self.process.pid, signal.SIGTERM)
            self.process.wait()


def type_into(driver, field, text):
    driver.run(
        f"const f = document.getElementById('{field}'); f.value = {json.dumps(text)};"
        "f.dispatchEvent(new Event(f.tagName === 'SELECT' ? 'change' : 'input'));"
    )


def charts(driver):
    boxes = driver.run(
        "return ['#stance svg', '#time svg', '#tone svg'].map((s) => Array.from(document.querySelectorAll(s))"
        ".map((e) => e.getBoundingClientRect()).filter((b) => b.width > 100 && b.height > 10).length);"
    )
    if driver.run("return document.querySelectorAll('#time .series').length;") == 0:
        boxes[1] = 1  # no actor speaks on several days, and the section says so
    check("the three charts are drawn", all(boxes), boxes)
    outside = driver.run(
        "return Array.from(document.querySelectorAll('#tone circle, #time circle, #stance circle')).filter((c) => {"
        "const b = c.getBoundingClientRect(), s = c.ownerSVGElement.getBoundingClientRect();"
        "return b.width < 4 || b.left < s.left - 1 || b.right > s.right + 1 || b.top < s.top - 1 || b.bottom > s.bottom + 1;"
        "}).length;"
    )
    check("every dot lies within its chart", outside == 0, outside)


def table(driver):
    rows = "Array.from(document.querySelectorAll('#actor-table tbody tr'))"
    whole = driver.run(f"return {rows}.length;")
    name = driver.run(f"return {rows}[0].cells[0].textContent;")
    type_into(driver, "actor-filter", name)
    left = driver.run(f"return {rows}.filter((r) => !r.hidden).length;")
    check("the filter leaves fewer rows", 1 <= left < whole, (left, whole))
    check("and says how many", f"{left} of {whole}" in driver.run("return document.getElementById('actor-count').textContent;"))
    type_into(driver, "actor-filter", "")
    driver.run("document.querySelectorAll('#actor-table thead button')[2].click();")
    values = driver.run(f"return {rows}.map((r) => Number(r.cells[2].dataset.v));")
    check("a heading sorts", values == sorted(values, reverse=True))
    driver.run("document.querySelectorAll('#actor-table thead button')[2].click();")
    values = driver.run(f"return {rows}.map((r) => Number(r.cells[2].dataset.v));")
    check("a second press turns the order round", values == sorted(values))


def search(driver):
    shown = "Array.from(document.querySelectorAll('#quotes ol.quotes > li')).filter((q) => q.checkVisibility())"
    type_into(driver, "quote-stance", "against")
    kinds = driver.run(f"return {shown}.map((q) => q.dataset.kinds);")
    check("a position can be chosen", kinds and all("against" in kind.split() for kind in kinds), kinds)
    type_into(driver, "quote-stance", "")
    word = driver.run("return document.querySelector('#quotes q').textContent.match(/[a-z]{5,}/)[0];")
    type_into(driver, "quote-filter", word)
    texts = driver.run(f"return {shown}.map((q) => q.textContent + q.closest('details').textContent);")
    check("a search opens the statements that fit", texts and all(word in text.lower() for text in texts))
    address = driver.run("return location.href;")
    check("the address keeps the search", "text=" + word in address, address)
    count = len(texts)
    driver.open(address)
    check("and gives it back", len(driver.run(f"return {shown}.map((q) => 1);")) == count)
    type_into(driver, "quote-filter", "")
    check("nothing is open after it", driver.run(f"return {shown}.length;") == 0)


def order(driver):
    for by in ["name", "statements", "country", "stance"]:
        type_into(driver, "chart-order", by)
    names = driver.run("return Array.from(document.querySelectorAll('.dots li[data-name]')).map((i) => Number(i.dataset.stance));")
    check("the chart goes back to the order by stance", names == sorted(names, reverse=True))
    type_into(driver, "chart-order", "name")
    names = driver.run("return Array.from(document.querySelectorAll('.dots li[data-name]')).map((i) => i.dataset.name.toLowerCase());")
    check("and stands by name", names[0] <= names[-1])
    type_into(driver, "chart-order", "stance")


def links(driver, address):
    target = driver.run("return document.querySelector('.dots a').getAttribute('href');")
    driver.open(address + target)
    check("a deep link opens an actor", driver.run(f"return document.querySelector('{target}').open;"))
    check("and brings it into view", driver.run(f"const b = document.querySelector('{target}').getBoundingClientRect(); return b.top >= -5 && b.top < innerHeight;"))
    statement = driver.run("return document.querySelector('.card').id;")
    driver.open(address + "#" + statement)
    check("a deep link leads to a statement", driver.run(f"const b = document.getElementById('{statement}').getBoundingClientRect(); return b.height > 0 && b.top >= 0 && b.top < innerHeight;"))
    driver.open(address + "#statement-" + driver.run("const c = document.querySelectorAll('.card')[2]; return c.closest('details').id.slice(8) + '_23' + c.dataset.k;"))
    check("and so does the statement's own id", driver.run("const b = document.querySelectorAll('.card')[2].getBoundingClientRect(); return b.height > 0 && b.top >= 0 && b.top < innerHeight;"))
    counter = driver.run("return document.querySelectorAll('.counter').length;")
    check("every actor with statements has its counter-evidence", counter > 0 and counter == driver.run("return document.querySelectorAll('#quotes details.actor[id^=actor-]:has(ol.quotes > li)').length;"), counter)


def keyboard(driver, address):
    driver.open(address)
    driver.keys("/")
    check("the key / goes to the search", driver.run("return document.activeElement.id;") == "quote-filter")
    driver.run("document.activeElement.blur(); document.querySelector('#articles details').open = true;")
    driver.keys("j")
    first = driver.run("return document.activeElement.id || document.activeElement.getAttribute('href');")
    driver.keys("jk")
    check("j and k go forth and back", first and first == driver.run("return document.activeElement.id || document.activeElement.getAttribute('href');"), first)
    driver.keys("\ue004")
    check("Tab goes on from there", driver.run("return document.activeElement !== document.body;"))
    unnamed = driver.run(
        "return Array.from(document.querySelectorAll('a, button, input, select, [role=img]')).filter((e) =>"
        "!(e.textContent.trim() || e.getAttribute('aria-label') || (e.labels && e.labels.length))).length;"
    )
    check("everything that can be used has a name", unnamed == 0, unnamed)


def widths(driver, address):
    for width, height, scheme in [(1280, 900, "light"), (1280, 900, "dark"), (390, 844, "light"), (390, 844, "dark")]:
        driver.devtools(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 600},
        )
        driver.devtools("Emulation.setEmulatedMedia", {"features": [{"name": "prefers-color-scheme", "value": scheme}]})
        driver.open(address)
        over = driver.run("return document.documentElement.scrollWidth - document.documentElement.clientWidth;")
        check(f"nothing sticks out at {width} px, {scheme}", over <= 0, over)
        dark = driver.run("const c = getComputedStyle(document.body).backgroundColor.match(/[0-9]+/g).map(Number); return c[0] < 80;")
        check(f"the colours are {scheme}", dark == (scheme == "dark"))
        driver.screenshot(f"report-{width}-{scheme}")
    driver.devtools("Emulation.setEmulatedMedia", {"media": "print", "features": []})
    # Hundreds of sheets take minutes.
    if page.stat().st_size < 1_000_000:
        printed = driver.devtools("Page.printToPDF", {"printBackground": True})
        check("it prints", len(printed["data"]) > 20_000)
    driver.devtools("Emulation.setEmulatedMedia", {"media": "", "features": []})


def silence(driver):
    console = [entry["message"] for entry in driver.log("browser")]
    check("nothing on the console", console == [], console[:3])
    messages = [json.loads(entry["message"])["message"] for entry in driver.log("performance")]
    asked = [m["params"]["request"]["url"] for m in messages if m["method"] == "Network.requestWillBeSent"]
    foreign = sorted({url for url in asked if not url.startswith((page.as_uri(), "about:", "data:"))})
    check("nothing is fetched", asked and foreign == [], foreign[:3])


def main():
    screenshots.mkdir(parents=True, exist_ok=True)
    driver = Driver()
    try:
        address = page.as_uri()
        start = time.monotonic()
        driver.open(address)
        seconds = time.monotonic() - start
        check(f"the page of {page.stat().st_size / 1e6:.1f} MB opens in under 2 s ({seconds:.2f} s)", seconds < 2)
        charts(driver)
        table(driver)
        order(driver)
        search(driver)
        links(driver, address)
        keyboard(driver, address)
        widths(driver, address)
        silence(driver)
    finally:
        driver.end()
    print("all is well" if failures == 0 else f"{failures} failed")
    sys.exit(1 if failures else 0)


main()
