/// The script of the page: sorts and filters the table of actors, opens what a link leads to, and shows
/// which marks in a text belong to which statement. The page reads without it.
enum ReportScript {
    static let source: StaticString = #"""
        "use strict";
        (() => {
          const all = (root, selector) => Array.from(root.querySelectorAll(selector));

          // Headings sort; a second press turns the order round. Equal rows keep their order.
          const valueOf = (row, column, isNumber) => {
            const cell = row.cells[column];
            return isNumber ? Number(cell.dataset.v) : cell.textContent.trim().toLowerCase();
          };
          const sort = (table, column, header) => {
            const isNumber = header.classList.contains("number");
            const old = header.getAttribute("aria-sort");
            const ascending = old ? old === "descending" : !isNumber;
            const body = table.tBodies[0];
            const rows = Array.from(body.rows).map((row) => [valueOf(row, column, isNumber), row]);
            rows.sort((a, b) => (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : 0) * (ascending ? 1 : -1));
            all(table, "th[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
            header.setAttribute("aria-sort", ascending ? "ascending" : "descending");
            body.append(...rows.map((pair) => pair[1]));
          };
          all(document, "table.sortable").forEach((table) => {
            Array.from(table.tHead.rows[0].cells).forEach((header, column) => {
              header.querySelector("button").addEventListener("click", () => sort(table, column, header));
            });
          });

          // The filter looks into all cells and says how many rows are left.
          const filter = document.getElementById("actor-filter");
          const rows = all(document, "#actor-table tbody tr");
          const count = document.getElementById("actor-count");
          const applyFilter = () => {
            const wanted = filter.value.trim().toLowerCase();
            let left = 0;
            for (const row of rows) {
              row.hidden = wanted !== "" && !row.textContent.toLowerCase().includes(wanted);
              if (!row.hidden) left += 1;
            }
            count.textContent = wanted === "" ? rows.length + " actors" : left + " of " + rows.length + " actors";
          };
          filter.addEventListener("input", applyFilter);
          applyFilter();

          // A link into a closed part opens it first.
          const reveal = () => {
            const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
            if (!target) return;
            for (let part = target; part; part = part.parentElement) {
              if (part.tagName === "DETAILS") part.open = true;
            }
            target.scrollIntoView({ block: "center" });
            if (target.tagName === "DETAILS") target.scrollIntoView({ block: "start" });
          };
          addEventListener("hashchange", reveal);
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

          // Paper has no closed parts.
          let closed = [];
          addEventListener("beforeprint", () => {
            closed = all(document, "details:not([open])");
            closed.forEach((part) => (part.open = true));
          });
          addEventListener("afterprint", () => closed.forEach((part) => (part.open = false)));
        })();
        """#
}
