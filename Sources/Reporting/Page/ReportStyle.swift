/// The style of the page. Blue is favor and orange is against, everywhere.
enum ReportStyle {
    static let css: StaticString = """
        :root {
          color-scheme: light dark;
          --paper: #fdfdfb; --panel: #f5f5f1; --ink: #1c1f23; --soft: #5a616b; --rule: #dcdcd6; --focus: #1a5fb4;
          --f: #1f66ad; --a: #b8500c; --n: #7b828c;
          --f1: #e4eef8; --f2: #c5dcf1; --f3: #99c3e8; --f4: #6ba7dc;
          --a1: #fbeadd; --a2: #f7d3b5; --a3: #f1b382; --a4: #e79150;
          --serif: Charter, "Bitstream Charter", "Source Serif 4", Georgia, "DejaVu Serif", serif;
          --sans: system-ui, -apple-system, "Segoe UI", "Helvetica Neue", "DejaVu Sans", sans-serif;
        }
        @media (prefers-color-scheme: dark) {
          :root {
            --paper: #15171a; --panel: #1d2024; --ink: #e8e8e4; --soft: #a2a9b3; --rule: #33383f; --focus: #8ab8f0;
            --f: #76b3ee; --a: #f0a060; --n: #959ca6;
            --f1: #1b2a3a; --f2: #1f3b57; --f3: #255079; --f4: #2c679d;
            --a1: #382618; --a2: #53341b; --a3: #74461e; --a4: #985a20;
          }
        }
        * { box-sizing: border-box; }
        html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; }
        body { margin: 0 auto; max-width: 80rem; padding: 0 1.5rem 4rem; background: var(--paper); color: var(--ink);
          font: 1rem/1.55 var(--sans); }
        a { color: inherit; text-decoration-color: var(--rule); text-underline-offset: .2em; }
        a:hover { text-decoration-color: currentColor; }
        :focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
        .skip { position: absolute; left: -100rem; }
        .skip:focus { left: 1rem; top: .5rem; background: var(--paper); padding: .5rem; z-index: 2; }
        .top { padding: 3.5rem 0 0; }
        .kicker { margin: 0; font-size: .8rem; letter-spacing: .12em; text-transform: uppercase; color: var(--soft); }
        h1 { font: 600 clamp(1.7rem, 4vw, 2.6rem)/1.15 var(--serif); margin: .4rem 0 .6rem; max-width: 24em; text-wrap: balance; }
        .lead { font: 1.15rem/1.5 var(--serif); color: var(--soft); margin: 0; }
        h2 { font: 600 1.5rem/1.25 var(--serif); margin: 0 0 .3rem; }
        h3 { font: 600 1rem/1.4 var(--sans); margin: 1.6rem 0 .2rem; }
        section { margin-top: 3.5rem; }
        small, .note, .meta { color: var(--soft); font-size: .85rem; }
        .note { max-width: 46rem; margin: 0 0 1.2rem; }
        .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 1px; margin: 2rem 0 1.2rem;
          background: var(--rule); border: solid var(--rule); border-width: 1px 0; }
        .figures div { background: var(--paper); padding: .9rem .5rem .9rem .9rem; display: flex; flex-direction: column; }
        .figures div:first-child { padding-left: 0; }
        .figures dd { display: contents; }
        .figures b { font: 600 2rem/1.1 var(--serif); order: 1; font-variant-numeric: lining-nums; }
        .figures dt { order: 2; font-size: .92rem; font-weight: 600; }
        .figures span { order: 3; color: var(--soft); font-size: .78rem; }
        nav { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; font-size: .9rem; }

        .axis, .dots a, .group-row { display: grid; grid-template-columns: minmax(9rem, 15rem) 1fr 7.5rem; column-gap: 1rem; align-items: center; }
        .axis { font-size: .8rem; color: var(--soft); padding: 0 .4rem; }
        .axis span { grid-row: 1; grid-column: 2; padding: 0 1.5%; }
        .axis .low { color: var(--a); } .axis .middle { text-align: center; } .axis .high { color: var(--f); text-align: right; }
        .dots { list-style: none; margin: .2rem 0 0; padding: 0; border-bottom: 1px solid var(--rule); }
        .dots a { text-decoration: none; padding: 0 .4rem; border-top: 1px solid var(--rule); }
        .group-row { grid-template-columns: minmax(9rem, 15rem) 1fr 9.5rem; padding: .15rem .4rem; border-top: 1px solid var(--rule); } .group-row .value small { display: block; min-width: 0; }
        pre.note { font: .85rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace; white-space: pre-wrap; max-width: none; margin-top: 1.2rem; }
        .dots a:hover { background: var(--panel); }
        .who { padding: .5rem 0; line-height: 1.3; overflow-wrap: anywhere; }
        .who small { margin-left: .5em; }
        .plot { width: 100%; height: 0; min-height: 100%; display: block; align-self: stretch; }
        .tick { stroke: var(--rule); } .zero { stroke: var(--n); }
        .whisker { stroke-width: 1.5; } .dashed { stroke-dasharray: 3 3; }
        .dot { stroke: var(--paper); stroke-width: 1.5; }
        .hollow { fill: var(--paper); stroke-width: 2; }
        .dot.f, rect.f { fill: var(--f); } .dot.a, rect.a { fill: var(--a); } .dot.n { fill: var(--n); } rect.n { fill: var(--rule); }
        .whisker.f, .hollow.f { stroke: var(--f); } .whisker.a, .hollow.a { stroke: var(--a); } .whisker.n, .hollow.n { stroke: var(--n); }
        .value { text-align: right; line-height: 1.2; font-variant-numeric: tabular-nums; white-space: nowrap; }
        .value b { font-weight: 600; } .value small { display: inline-block; min-width: 4em; }

        .f1 { background: var(--f1); } .f2 { background: var(--f2); } .f3 { background: var(--f3); } .f4 { background: var(--f4); }
        .a1 { background: var(--a1); } .a2 { background: var(--a2); } .a3 { background: var(--a3); } .a4 { background: var(--a4); }
        .filter { display: flex; flex-wrap: wrap; gap: .3rem .7rem; align-items: center; font-size: .9rem; margin: 0 0 .6rem; }
        .filter input { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--n); border-radius: 4px; padding: .3rem .6rem; width: 16rem; max-width: 100%; }
        .filter output { color: var(--soft); }
        .scroll { overflow-x: auto; border: solid var(--rule); border-width: 1px 0; }
        table { border-collapse: collapse; font-size: .82rem; font-variant-numeric: tabular-nums lining-nums; }
        table.actors { width: 100%; }
        th { font-weight: 500; text-align: left; }
        th, td { padding: .4rem .42rem; border-top: 1px solid var(--rule); vertical-align: baseline; }
        thead th, thead td { border-top: 0; vertical-align: bottom; }
        th button { font: inherit; font-weight: 600; color: inherit; background: none; border: 0; padding: 0; cursor: pointer; text-align: inherit; }
        th[aria-sort] button::after { content: " ↑"; } th[aria-sort="descending"] button::after { content: " ↓"; }
        tbody tr:hover td, tbody tr:hover th { box-shadow: inset 0 1px var(--n), inset 0 -1px var(--n); }
        .number { text-align: right; white-space: nowrap; }
        .quiet { color: var(--soft); white-space: normal; }
        .strong { font-weight: 600; }
        td.words { min-width: 11rem; line-height: 1.4; }
        td.words span { display: block; }
        tbody th[scope="row"] { position: sticky; left: 0; background: var(--paper); min-width: 9rem; max-width: 15rem; overflow-wrap: anywhere; }
        table.grid td { text-align: center; min-width: 3.4rem; border-left: 2px solid var(--paper); }
        table.grid thead th { text-align: center; }

        .series { display: grid; grid-template-columns: repeat(auto-fill, minmax(17rem, 1fr)); gap: 1.6rem 2rem; }
        figure { margin: 0; min-width: 0; }
        figcaption { font-weight: 600; line-height: 1.3; min-height: 2.6em; display: flex; flex-direction: column; justify-content: end; overflow-wrap: anywhere; }
        figcaption a { text-decoration: none; } figcaption small { font-weight: 400; }
        .over-time { width: 100%; height: 7rem; display: block; }
        .over-time .mean { stroke: var(--ink); stroke-width: 2; } .over-time .change { stroke: var(--ink); stroke-dasharray: 2 3; }
        .over-time .dot { fill-opacity: .85; }
        .ends { display: flex; justify-content: space-between; margin: 0; font-size: .75rem; color: var(--soft); }
        .ends .low { color: var(--a); } .ends .high { color: var(--f); }
        .scatter { max-width: 52rem; position: relative; }
        .scatter svg { width: 100%; height: 28rem; display: block; }
        .scatter .up { display: block; text-align: center; font-size: .75rem; color: var(--soft); }
        .scatter text { font-size: .8rem; fill: var(--ink); paint-order: stroke; stroke: var(--paper); stroke-width: 3; }
        .scatter text.left { text-anchor: end; }
        .scatter .dot { fill-opacity: .8; } .scatter a:hover .dot, .scatter a:focus .dot { stroke: var(--ink); stroke-width: 2; }
        .scatter a:focus-visible { outline: none; }
        .scatter output { display: block; min-height: 1.6em; font-size: .9rem; font-weight: 600; }
        .scripted { display: none; } .with-script .scripted { display: revert; } .with-script .filter.scripted { display: flex; }
        .filter select { font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--n); border-radius: 4px; padding: .3rem .4rem; }
        .dots .group { font-weight: 600; font-size: .85rem; padding: .9rem .4rem .2rem; border-top: 1px solid var(--rule); color: var(--soft); }
        .counter { border-left: 3px solid var(--rule); margin: .2rem 0 .6rem 1.6rem; padding: .1rem 0 .1rem .9rem; max-width: 50rem; }
        .counter p { margin: .1rem 0; } .counter q { font: 1.02rem/1.5 var(--serif); quotes: none; } .counter .chip { margin-left: .5em; }
        [hidden] { display: none !important; }

        .chip { display: inline-block; padding: 0 .45em; border-radius: 3px; font-size: .82rem; font-weight: 500; font-variant-numeric: tabular-nums; border: 1px solid var(--rule); color: var(--ink); white-space: nowrap; }
        details { border-top: 1px solid var(--rule); }
        details + details { margin: 0; }
        section > details:last-of-type { border-bottom: 1px solid var(--rule); }
        summary { cursor: pointer; padding: .55rem .2rem; display: flex; flex-wrap: wrap; gap: .1rem .7rem; align-items: baseline; list-style: none; }
        summary::-webkit-details-marker { display: none; }
        summary::before { content: "▸"; color: var(--n); width: .8em; } [open] > summary::before { content: "▾"; }
        summary:hover { background: var(--panel); }
        summary bdi { font-weight: 600; overflow-wrap: anywhere; }
        .article > summary bdi { font: 600 1.12rem/1.35 var(--serif); flex: 0 1 auto; }
        .quotes { margin: 0 0 1.2rem; padding: 0 0 0 1.6rem; list-style: none; }
        .quotes li { padding: .5rem 0; max-width: 50rem; }
        .quotes q { font: 1.02rem/1.5 var(--serif); quotes: none; }
        .quotes .meta { margin: .15rem 0 0; display: flex; flex-wrap: wrap; gap: .2rem .6rem; align-items: baseline; }

        .legend { display: flex; flex-wrap: wrap; gap: .4rem 1rem; align-items: baseline; font-family: var(--serif); }
        .legend small { font-family: var(--sans); }
        .reading { display: grid; grid-template-columns: minmax(0, 1fr) 21rem; gap: 2.5rem; padding: 0 0 1.5rem 1.5rem; }
        .article > .meta { margin: 0 0 .6rem 1.5rem; display: flex; flex-wrap: wrap; gap: .2rem 1rem; overflow-wrap: anywhere; }
        .text { font: 1.06rem/1.7 var(--serif); max-width: 40rem; overflow-wrap: anywhere; }
        .text p { margin: 0 0 .9em; unicode-bidi: isolate; }
        .src { font-weight: 600; }
        .cue { font-style: italic; text-decoration: underline dashed var(--n) 1px; text-underline-offset: .25em; }
        .con { border-bottom: 1px solid var(--n); }
        .src.con { font-weight: 600; }
        .lit { box-shadow: 0 2px 0 0 var(--ink); } .card.lit { box-shadow: none; background: var(--panel); }
        .ref { font: 600 .68rem/1 var(--sans); vertical-align: super; color: var(--soft); text-decoration: none; padding: 0 .15em; scroll-margin: 40vh; }
        .ref:target { background: var(--ink); color: var(--paper); border-radius: 2px; }
        .cards { list-style: none; margin: 0; padding: 0; font-size: .9rem; }
        .card { border-top: 1px solid var(--rule); padding: .6rem .5rem .7rem; scroll-margin: 40vh; }
        .card:first-child { border-top: 0; padding-top: 0; }
        .card:target { background: var(--panel); }
        .card p { margin: .2rem 0; overflow-wrap: anywhere; }
        .speaker { font-weight: 600; } .speaker small { font-weight: 400; margin-left: .4em; } .speaker i { font-weight: 400; }
        .number { font-variant-numeric: tabular-nums; }
        .card .number, summary .number { display: inline-block; min-width: 1.5em; margin-right: .5em; color: var(--soft); font: 600 .75rem/1.5 var(--sans); text-align: center; text-decoration: none; border: 1px solid var(--rule); border-radius: 3px; }
        .bar { width: 100%; height: .45rem; display: block; margin: .35rem 0; border-radius: 2px; }
        .label { display: flex; flex-wrap: wrap; gap: .1rem .6rem; align-items: baseline; }
        .label b { padding: 0 .35em; border-radius: 3px; font-weight: 600; }
        .text i { font-style: inherit; } .words i { font-style: normal; }
        .words span, .words i { display: inline-block; margin-right: .8em; }
        .words .f { color: var(--f); } .words .a { color: var(--a); }
        #method p { max-width: 46rem; }
        .sources { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .1rem 1rem; font-size: .85rem; }
        .sources dt { color: var(--soft); } .sources dd { margin: 0; overflow-wrap: anywhere; }

        @media (max-width: 60rem) { .reading { grid-template-columns: minmax(0, 1fr); gap: 1rem; padding-left: 0; } .article > .meta { margin-left: 0; } }
        @media (max-width: 40rem) {
          body { padding: 0 1rem 3rem; }
          .top { padding-top: 2rem; }
          .axis, .dots a, .group-row { grid-template-columns: 1fr 4.8rem; }
          .axis span { grid-column: 1 / -1; }
          .who { grid-column: 1; padding-bottom: 0; } .value { grid-column: 2; grid-row: 1; padding-top: .4rem; } .value small { min-width: 0; margin-left: .4em; }
          .dots a, .group-row { grid-template-columns: 1fr auto; }
          .plot { grid-column: 1 / -1; height: 1.8rem; min-height: 0; }
          .quotes { padding-left: .5rem; } .counter { margin-left: .5rem; }
          .scatter svg { height: 20rem; } .filter input { width: 100%; }
          .figures { grid-template-columns: 1fr 1fr; } .figures div:last-child { grid-column: 1 / -1; } .figures div, .figures div:first-child { padding-left: .6rem; }
        }
        @media print {
          :root { --paper: #fff; --panel: #fff; --ink: #000; --soft: #444; --rule: #ccc; }
          body { max-width: none; padding: 0; font-size: 10pt; }
          nav, .skip, .filter, .with-script .filter.scripted, .with-script .scripted { display: none; }
          .scroll { overflow: visible; }
          .dots li, .card, .quotes li, tr, figure, .counter, .scatter { break-inside: avoid; }
          h2, summary { break-after: avoid; }
          * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
        }
        """
}
