"use strict";
// Brings filters, picture, panel and tables together.

(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const get = (id) => document.getElementById(id);
  const claims = new Set(data.claims.map((claim) => claim.id));
  const sources = new Set(data.lines.map((line) => line.source));
  const marks = makeMarks(data);
  const rows = [...document.querySelectorAll("tr[data-claim]")];
  let picture = null, panel = null, filters = null;
  let chosen = null, lines = [], later = 0, waiting = 0, pause = 0;

  function choose(id, centre) {
    chosen = id;
    if (!picture) return;
    panel.fill(id, lines);
    picture.choose(id, centre);
    get("said").textContent = id ? panel.summary(id) : "";
  }

  const isShown = (id) => lines.some((line) => line.claim === id || line.source === id);

  // Tables and panel follow a little later, so that a slider stays quick.
  function follows(visible) {
    if (picture && !chosen) panel.fill(null, lines);
    const left = new Map();
    for (const row of rows) {
      const shown = visible.has(row.dataset.claim), group = row.closest(".verdict");
      if (row.hidden === shown) row.hidden = !shown;
      left.set(group, (left.get(group) || 0) + (shown ? 1 : 0));
    }
    for (const [group, count] of left) group.querySelector(".count").textContent = count;
  }

  // What was said of the claim of a row is written out when it is asked for. Without scripts it is there from the start.
  function unfold(event) {
    const row = event.target.closest("tr[data-claim]");
    if (!row || !event.target.open || event.target.querySelector("figure")) return;
    event.target.append(...data.lines.filter((line) => line.claim === row.dataset.claim).map((line) => makeFigure(line, true, marks)));
  }

  // However quickly a slider moves, the page rests between two updates for as long as one takes.
  function soon() {
    waiting = waiting || setTimeout(update, pause);
  }

  function update() {
    const began = performance.now();
    requestAnimationFrame(() => requestAnimationFrame(() => { pause = Math.min(Math.max(performance.now() - began - 30, 0), 300); }));
    clearTimeout(waiting);
    waiting = 0;
    lines = filters.seen();
    const visible = new Set(lines.map((line) => line.claim));
    get("shown").textContent = `${visible.size} of ${claims.size} claims, ${lines.length} of ${data.lines.length} statements shown`;
    clearTimeout(later);
    later = setTimeout(follows, 150, visible);
    if (!picture) return;
    picture.show(lines);
    if (chosen && !isShown(chosen)) choose(null, false);
    else if (chosen) picture.choose(chosen, false);
  }

  // A link to #claim:… or #agent:… opens it, whatever the filters have left out.
  function follow() {
    const asked = decodeURIComponent(location.hash.slice(1));
    if (!picture || !(claims.has(asked) || sources.has(asked))) return;
    if (!isShown(asked)) {
      filters.open();
      update();
    }
    choose(asked, true);
    get("work").scrollIntoView({ block: "nearest" });
  }

  function keys(event) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const factor = { "+": 1.25, "=": 1.25, "-": 0.8, "0": 0 }[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (step) choose(picture.next(step), true);
    else if (factor !== undefined) picture.zoom(factor);
    else if (event.key === "Enter" && chosen) get("panel").focus();
    else if (event.key === "Escape") { choose(null, false); picture.zoom(0); }
    else return;
    event.preventDefault();
  }

  // Enter in the search opens the claim of most origins among those found.
  function firstFound(event) {
    if (event.key !== "Enter" || !picture) return;
    update();
    const found = new Set(lines.map((line) => line.claim));
    const best = data.claims.filter((claim) => found.has(claim.id)).sort((one, other) => other.origins - one.origins)[0];
    if (!best) return;
    choose(best.id, true);
    get("panel").focus();
  }

  function themes() {
    const root = document.documentElement, button = get("theme");
    const dark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
    const name = () => { button.textContent = dark() ? "Light" : "Dark"; };
    const turn = () => { name(); if (picture) picture.restyle(); };
    let before;
    button.hidden = false;
    button.addEventListener("click", () => { root.dataset.theme = dark() ? "light" : "dark"; turn(); });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", turn);
    addEventListener("beforeprint", () => { before = root.dataset.theme; root.dataset.theme = "light"; turn(); });
    addEventListener("afterprint", () => { if (before) root.dataset.theme = before; else delete root.dataset.theme; turn(); });
    name();
  }

  function draw() {
    get("picture").hidden = get("panel").hidden = false;
    panel = makePanel(get("panel"), data, marks, (id) => choose(id, true));
    picture = makePicture(get("graph"), get("names"), data, (id) => choose(id, false));
    get("graph").addEventListener("keydown", keys);
    get("panel").addEventListener("keydown", (event) => { if (event.key === "Escape") get("graph").focus(); });
    for (const button of document.querySelectorAll("[data-zoom]")) {
      button.addEventListener("click", () => picture.zoom(Number(button.dataset.zoom)));
    }
  }

  get("work").hidden = false;
  if (matchMedia("(max-width: 900px)").matches) get("controls").open = false;
  filters = makeFilters(get("controls"), data, marks, soon);
  if (get("picture") && typeof cytoscape === "function" && data.lines.length) draw();
  else get("work").classList.add("alone");
  get("search").addEventListener("keydown", firstFound);
  get("list").addEventListener("toggle", unfold, true);
  addEventListener("hashchange", follow);
  update();
  themes();
  follows(new Set(lines.map((line) => line.claim)));
  if (data.asked && !location.hash) choose(data.asked, false);
  follow();
})();
