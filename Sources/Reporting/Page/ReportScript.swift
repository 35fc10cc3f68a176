/// The script of the page: sorts and filters, opens what a link leads to, keeps filters in the address, and shows
/// which marks in a text belong to which statement. The page reads without it.
enum ReportScript {
    static let source: StaticString = #"""
        "use strict";
        (() => {
          const all = (root, selector) => Array.from(root.querySelectorAll(selector));
          const byID = (id) => document.getElementById(id);

          // A large part of the page is packed, and put in its place before anything else.
          const unpack = async () => {
            const packed = byID("packed");
            if (!packed) return;
            const bytes = Uint8Array.from(atob(packed.textContent), (letter) => letter.charCodeAt(0));
            const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
            byID("unpacked").innerHTML = await new Response(stream).text();
            packed.remove();
          };
          const start = () => {

          // What the filters hold stands behind a question mark in the hash: #quotes?text=truce&position=favor.
          const state = {};
          const hashParts = () => {
            const [anchor, query] = location.hash.slice(1).split("?");
            return [decodeURIComponent(anchor), new URLSearchParams(query || "")];
          };
          const keep = (anchor, values) => {
            Object.assign(state, values);
            const query = new URLSearchParams();
            for (const name of Object.keys(state).sort()) if (state[name]) query.set(name, state[name]);
            const text = query.toString();
            history.replaceState(null, "", "#" + anchor + (text ? "?" + text : ""));
          };

          // Headings sort; a second press turns the order round. Equal rows keep their order.
          const valueOf = (row, column, isNumber) => {
            const cell = row.cells[column];
            return isNumber ? Number(cell.dataset.v) : cell.textContent.trim().toLowerCase();
          };
          const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
          const sort = (table, column, ascending) => {
            const header = table.tHead.rows[0].cells[column];
            const isNumber = header.classList.contains("number");
            const body = table.tBodies[0];
            const rows = Array.from(body.rows).map((row) => [valueOf(row, column, isNumber), row]);
            rows.sort((a, b) => compare(a[0], b[0]) * (ascending ? 1 : -1));
            all(table, "th[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
            header.setAttribute("aria-sort", ascending ? "ascending" : "descending");
            body.append(...rows.map((pair) => pair[1]));
          };
          all(document, "table.sortable").forEach((table) => {
            Array.from(table.tHead.rows[0].cells).forEach((header, column) => {
              header.querySelector("button").addEventListener("click", () => {
                const old = header.getAttribute("aria-sort");
                const ascending = old ? old === "descending" : !header.classList.contains("number");
                sort(table, column, ascending);
                keep("actors", { sort: (ascending ? "" : "-") + column });
              });
            });
          });

          // The filter of the table looks into all cells and says how many rows are left.
          const filter = byID("actor-filter");
          const rows = all(document, "#actor-table tbody tr");
          const applyFilter = () => {
            const wanted = filter.value.trim().toLowerCase();
            let left = 0;
            for (const row of rows) {
              row.hidden = wanted !== "" && !row.textContent.toLowerCase().includes(wanted);
              if (!row.hidden) left += 1;
            }
            byID("actor-count").textContent = wanted === "" ? rows.length + " actors" : left + " of " + rows.length + " actors";
          };
          filter.addEventListener("input", () => {
            applyFilter();
            keep("actors", { actor: filter.value.trim() });
          });

          // The search of statements opens the actors that have some, and hides the others.
          const search = byID("quote-filter");
          const position = byID("quote-stance");
          const sources = all(document, "details.article > summary").map((summary) => summary.textContent.toLowerCase());
          const groups = all(document, "#quotes details").map((group) => [group, all(group, "ol.quotes > li")]);
          let opened = [];
          const applySearch = () => {
            const words = search.value.toLowerCase().split(/\s+/).filter((word) => word);
            const kind = position.value;
            const isIdle = words.length === 0 && kind === "";
            let found = 0;
            let total = 0;
            for (const [group, quotes] of groups) {
              const name = group.querySelector("summary").textContent.toLowerCase();
              let left = 0;
              for (const quote of quotes) {
                const text = name + " " + quote.textContent.toLowerCase() + " " + sources[quote.dataset.a - 1];
                const fits = words.every((word) => text.includes(word)) && (kind === "" || quote.dataset.kinds.split(" ").includes(kind));
                quote.hidden = !fits;
                if (fits) left += 1;
              }
              found += left;
              total += quotes.length;
              group.hidden = !isIdle && left === 0;
              if (!isIdle && left > 0 && !group.open) {
                group.open = true;
                opened.push(group);
              }
            }
            if (isIdle) {
              opened.forEach((group) => (group.open = false));
              opened = [];
            }
            byID("quote-count").textContent = isIdle ? total + " statements" : found + " of " + total + " statements";
          };
          const searched = () => {
            applySearch();
            keep("quotes", { text: search.value.trim(), position: position.value });
          };
          search.addEventListener("input", searched);
          position.addEventListener("change", searched);

          // The chart in another order; by country, each country has a heading.
          const order = byID("chart-order");
          const dots = document.querySelector("ol.dots");
          const applyOrder = () => {
            const by = order.value;
            const items = all(dots, "li[data-name]");
            all(dots, "li.group").forEach((heading) => heading.remove());
            const stance = (a, b) => Number(b.dataset.stance) - Number(a.dataset.stance);
            const orders = {
              stance,
              statements: (a, b) => Number(b.dataset.statements) - Number(a.dataset.statements),
              name: (a, b) => a.dataset.name.localeCompare(b.dataset.name),
              country: (a, b) => compare(a.dataset.country === "", b.dataset.country === "") || compare(a.dataset.country, b.dataset.country) || stance(a, b),
            };
            items.sort(orders[by] || stance);
            let country = null;
            for (const item of items) {
              if (by === "country" && item.dataset.country !== country) {
                country = item.dataset.country;
                const heading = document.createElement("li");
                heading.className = "group";
                heading.textContent = country || "no country";
                dots.append(heading);
              }
              dots.append(item);
            }
          };
          if (order) order.addEventListener("change", () => {
            applyOrder();
            keep("stance", { order: order.value === "stance" ? "" : order.value });
          });

          // Pointing at a dot says whose it is.
          const scatter = document.querySelector(".scatter svg");
          const say = (event) => {
            const link = event.target.closest("a");
            if (link) byID("scatter-reading").textContent = link.getAttribute("aria-label");
          };
          if (scatter) ["pointerover", "focusin"].forEach((kind) => scatter.addEventListener(kind, say));

          // A statement by its own id, #statement-ARTICLE_23NUMBER, where other characters are escaped as in article ids.
          const statement = (anchor) => {
            const cut = anchor.lastIndexOf("_23");
            const article = anchor.startsWith("statement-") && cut > 0 ? byID("article-" + anchor.slice(10, cut)) : null;
            const number = anchor.slice(cut + 3).replaceAll("_2e", ".");
            return article ? all(article, ".card").find((card) => card.dataset.k === number) : null;
          };

          // A link into a closed part opens it first.
          const reveal = () => {
            const anchor = hashParts()[0];
            const target = byID(anchor) || statement(anchor);
            if (!target) return;
            for (let part = target; part; part = part.parentElement) {
              if (part.tagName === "DETAILS") {
                part.open = true;
                part.hidden = false;
              }
            }
            target.scrollIntoView({ block: target.tagName === "DETAILS" || target.tagName === "SECTION" ? "start" : "center" });
            const summary = target.tagName === "DETAILS" ? target.querySelector("summary") : null;
            if (summary) summary.focus({ preventScroll: true });
          };
          const restore = () => {
            const query = hashParts()[1];
            for (const [name, value] of query) state[name] = value;
            filter.value = query.get("actor") || filter.value;
            search.value = query.get("text") || search.value;
            position.value = query.get("position") || position.value;
            if (order && query.get("order")) {
              order.value = query.get("order");
              applyOrder();
            }
            const column = Number(query.get("sort"));
            const table = byID("actor-table");
            const header = table.tHead.rows[0].cells[Math.abs(column)];
            if (query.has("sort") && header) sort(table, Math.abs(column), !query.get("sort").startsWith("-"));
            applyFilter();
            applySearch();
          };
          addEventListener("hashchange", () => {
            restore();
            reveal();
          });
          restore();
          if (location.hash) reveal();

          // Pointing at a statement lights up its marks, and the other way round.
          all(document, ".reading").forEach((reading) => {
            const light = (numbers) => {
              all(reading, ".lit").forEach((lit) => lit.classList.remove("lit"));
              for (const number of numbers) {
                all(reading, '[data-s~="' + number + '"], [data-n="' + number + '"]').forEach((part) => part.classList.add("lit"));
              }
            };
            const numbersAt = (node) => {
              const part = node.closest("[data-s], [data-n]");
              return part ? (part.dataset.s || part.dataset.n).split(" ") : [];
            };
            reading.addEventListener("pointerover", (event) => light(numbersAt(event.target)));
            reading.addEventListener("focusin", (event) => light(numbersAt(event.target)));
          });

          // The probabilities of a statement as a bar, drawn when its article is opened.
          const draw = (label) => {
            const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
            svg.setAttribute("class", "bar");
            svg.setAttribute("aria-hidden", "true");
            const [favor, none] = label.dataset.p.split(" ").map((share) => share / 100);
            [["f", 0, favor], ["n", favor, none], ["a", favor + none, 100 - favor - none]].forEach(([tint, x, width]) => {
              const part = document.createElementNS("http://www.w3.org/2000/svg", "rect");
              Object.entries({ class: tint, x: x + "%", width: Math.max(width, 0) + "%", y: "0", height: "100%" }).forEach((pair) => part.setAttribute(...pair));
              svg.append(part);
            });
            label.before(svg);
            label.removeAttribute("data-p");
          };
          const drawOpen = (article) => { if (article.open) all(article, "[data-p]").forEach(draw); };
          all(document, "details.article").forEach((article) => {
            drawOpen(article);
            article.addEventListener("toggle", () => drawOpen(article));
          });

          // Keys: / searches, j and k go through the statements of open parts, Escape clears a search.
          const visible = (part) => (part.checkVisibility ? part.checkVisibility() : part.getClientRects().length > 0);
          const step = (by) => {
            const stops = all(document, "ol.quotes > li > a, a.ref").filter(visible);
            const here = stops.indexOf(document.activeElement);
            const from = here >= 0 ? here : stops.findIndex((stop) => stop.getBoundingClientRect().top > 0) - (by > 0 ? 1 : 0);
            const next = stops[Math.max(0, Math.min(stops.length - 1, from + by))];
            if (!next) return;
            next.focus({ preventScroll: true });
            next.scrollIntoView({ block: "center" });
          };
          addEventListener("keydown", (event) => {
            const field = event.target.closest ? event.target.closest("input, select") : null;
            if (event.ctrlKey || event.metaKey || event.altKey) return;
            if (field && event.key === "Escape" && field.type === "search" && field.value !== "") {
              field.value = "";
              field.dispatchEvent(new Event("input"));
            }
            if (field) return;
            if (event.key === "/") {
              search.focus();
              search.scrollIntoView({ block: "center" });
              event.preventDefault();
            }
            if (event.key === "j") step(1);
            if (event.key === "k") step(-1);
          });

          // Paper has no closed parts.
          let closed = [];
          addEventListener("beforeprint", () => {
            closed = all(document, "details:not([open])");
            closed.forEach((part) => (part.open = true));
          });
          addEventListener("afterprint", () => closed.forEach((part) => (part.open = false)));
          document.documentElement.classList.add("with-script");
          };

          if (byID("packed")) unpack().then(start); else start();
        })();
        """#
}
