"use strict";
// Draws sources and claims with cytoscape.js, at the places that kg gave them. Knows nothing of filters: it is told
// which lines to show, and then hides the rest; nothing moves.

const SHAPES = {
  "contested": "diamond", "corroborated-across-sides": "star", "corroborated": "hexagon",
  "uncorroborated": "rectangle", "unknown": "triangle",
};
const CLOSEST = 1.6; // zoom that a few nodes are shown at
const NEAR = 1.1; // and at most that what is chosen is
const HEAVY = 1500; // with more edges than this, what moves is drawn from a picture of itself
const EDGE = { top: 28, right: 40, bottom: 74, left: 40 }; // kept free around all: the key is below

function makePicture(container, canvas, data, onSelect) {
  const tint = new Map(data.parties.map((party) => [party.name, party.colour]));
  const colour = (party) => tint.get(party) || data.pale;
  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
  const edgeOf = (line) => [line.source, line.claim, line.affirms].join(" ");
  const tieOf = (tie) => [tie.one, tie.other, tie.agree].join(" ");
  const drawn = (one, other) => one in data.circles && other in data.circles;
  const metAs = (met) => [met.left, met.decision, met.right].join(" ");

  function grouped(keyOf) {
    const groups = new Map();
    for (const line of data.lines) {
      const key = keyOf(line);
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(line);
    }
    return groups;
  }
  const bySource = grouped((line) => line.source), byClaim = grouped((line) => line.claim);

  function placed(id, classes, values) {
    const { x, y, size } = data.circles[id];
    return { group: "nodes", classes, data: { id, size, ...values }, position: { x, y } };
  }

  // A claim has the colours of all sides that affirm it, as stripes.
  function stripes(lines) {
    const sides = new Map();
    for (const line of lines) {
      if (line.affirms) sides.set(colour(line.party), (sides.get(colour(line.party)) || 0) + 1);
    }
    const total = [...sides.values()].reduce((sum, part) => sum + part, 0);
    const parts = [...sides].sort((one, other) => other[1] - one[1]).slice(0, 4);
    const values = { colour: parts.length ? parts[0][0] : data.pale };
    let at = 0;
    const ends = parts.map(([, part]) => { const from = at; at += (100 * part) / total; return `${from.toFixed(1)}% ${Math.min(at, 100).toFixed(1)}%`; });
    if (parts.length > 1) Object.assign(values, { stops: parts.map(([side]) => `${side} ${side}`).join(" "), ends: ends.join(" ") });
    return values;
  }

  function nodes() {
    const sources = [...bySource].filter(([id]) => data.circles[id])
      .map(([id, lines]) => placed(id, "source", { colour: colour(lines[0].party) }));
    const claims = data.claims.filter((claim) => data.circles[claim.id]).map((claim) => {
      const values = stripes(byClaim.get(claim.id));
      return placed(claim.id, values.stops ? "claim mixed" : "claim", { shape: SHAPES[claim.verdict] || "triangle", ...values });
    });
    return [...sources, ...claims];
  }

  function edges() {
    const said = [...grouped(edgeOf)].filter(([, told]) => drawn(told[0].source, told[0].claim)).map(([id, told]) => ({
      group: "edges", classes: (told[0].affirms ? "affirms" : "denies") + (told.some((line) => line.against) ? " against" : ""),
      data: { id, source: told[0].source, target: told[0].claim, width: 1 + 0.6 * Math.sqrt(told.length) },
    }));
    const met = [...new Map(data.meetings.filter((one) => drawn(one.left, one.right)).map((one) => [metAs(one), one])).values()].map((one) => ({
      group: "edges", classes: one.decision === "contradicts" ? "contradicts" : "same",
      data: { id: metAs(one), source: one.left, target: one.right, width: 2 },
    }));
    const ties = data.ties.map((tie) => ({
      group: "edges", classes: tie.agree ? "affirms" : "denies",
      data: { id: tieOf(tie), source: tie.one, target: tie.other, width: Math.min(1 + 0.6 * Math.sqrt(tie.claims.length), 6) },
    }));
    return [...said, ...met, ...ties];
  }

  function style() {
    const ink = token("--ink"), edge = token("--edge"), denies = token("--denies"), ground = token("--raised");
    return [
      { selector: "node", style: { "width": "data(size)", "height": "data(size)", "background-color": "data(colour)",
        "border-width": 1.5, "border-color": ground } },
      { selector: ".claim", style: { "shape": "data(shape)", "border-color": ink, "border-width": 1.2 } },
      { selector: ".mixed", style: { "background-fill": "linear-gradient", "background-gradient-direction": "to-right",
        "background-gradient-stop-colors": "data(stops)", "background-gradient-stop-positions": "data(ends)" } },
      { selector: "edge", style: { "width": "data(width)", "line-color": edge, "curve-style": "haystack", "haystack-radius": 0 } },
      { selector: ".against", style: { "width": 5 } },
      { selector: ".denies", style: { "line-style": "dashed", "line-color": denies, "z-index": 1 } },
      { selector: ".contradicts", style: { "width": 3, "line-style": "dotted", "line-color": denies } },
      { selector: ".same", style: { "line-style": "dotted", "width": 1.5 } },
      { selector: ".faint", style: { "opacity": 0.13 } },
      { selector: "edge.near", style: { "z-index": 2 } },
      { selector: ".chosen", style: { "border-width": 4, "border-color": token("--accent") } },
      { selector: ".out", style: { "display": "none" } },
    ];
  }

  const all = [...nodes(), ...edges()];
  const heavy = all.length - Object.keys(data.circles).length > HEAVY;
  const cy = cytoscape({
    container, elements: all, style: style(), layout: { name: "preset", fit: false }, minZoom: 0.05, maxZoom: 4, boxSelectionEnabled: false,
    autoungrabify: true, textureOnViewport: heavy, pixelRatio: heavy ? 1 : "auto",
  });
  const names = makeNames(canvas, cy, data, token);
  let shown = new Set(), chosen = null, moved = false;

  // The view in which these nodes fill the window.
  function viewOf(ids, closest = CLOSEST) {
    let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity;
    for (const id of ids) {
      const { x, y, size } = data.circles[id];
      left = Math.min(left, x - size / 2); right = Math.max(right, x + size / 2);
      top = Math.min(top, y - size / 2); bottom = Math.max(bottom, y + size / 2);
    }
    const wide = Math.max(cy.width() - EDGE.left - EDGE.right, 50), high = Math.max(cy.height() - EDGE.top - EDGE.bottom, 50);
    const zoom = Math.max(Math.min(closest, wide / (right - left), high / (bottom - top)), cy.minZoom());
    return { zoom, pan: { x: EDGE.left + wide / 2 - (zoom * (left + right)) / 2, y: EDGE.top + high / 2 - (zoom * (top + bottom)) / 2 } };
  }

  function go(view, quick = false) {
    cy.stop();
    if (quick || heavy || still()) cy.viewport(view);
    else cy.animate({ ...view, duration: 250 });
  }

  function fit(quick = false) {
    moved = false;
    if (shown.size) go(viewOf(shown), quick);
  }

  function show(lines) {
    const quick = !shown.size, live = new Set();
    shown = new Set();
    for (const line of lines) {
      live.add(edgeOf(line));
      for (const id of [line.source, line.claim]) if (data.circles[id]) { live.add(id); shown.add(id); }
    }
    const told = new Set(lines.map((line) => line.claim));
    for (const tie of data.ties) if (live.has(tie.one) && live.has(tie.other) && tie.claims.some((id) => told.has(id))) live.add(tieOf(tie));
    for (const met of data.meetings) if (live.has(met.left) && live.has(met.right)) live.add(metAs(met));
    const changed = cy.elements().filter((one) => live.has(one.id()) === one.hasClass("out"));
    cy.batch(() => changed.toggleClass("out"));
    names.show(shown);
    if (!moved) fit(quick);
  }

  function choose(id, centre) {
    chosen = shown.has(id) ? id : null;
    const node = chosen ? cy.getElementById(chosen) : cy.collection();
    const around = chosen && chosen === data.asked ? cy.elements() : node.closedNeighborhood(); // all speaks to what was asked
    const near = around.filter((one) => !one.hasClass("out"));
    cy.batch(() => {
      cy.elements(".chosen, .near, .faint").removeClass("chosen near faint");
      if (!chosen) return;
      cy.elements().not(".out").difference(near).addClass("faint");
      near.addClass("near");
      node.addClass("chosen");
    });
    names.choose(chosen, new Set(near.nodes().map((one) => one.id())));
    if (!centre || !chosen) return;
    moved = true;
    go(viewOf([...near.nodes()].map((one) => one.id()), NEAR));
  }

  // Sources come first, those who say most before others; then claims as in the tables.
  const order = [...[...bySource].sort(([, one], [, other]) => other.length - one.length).map(([id]) => id),
    ...[...document.querySelectorAll("tr[data-claim]")].map((row) => row.dataset.claim)];

  function next(step) {
    const ids = order.filter((id) => shown.has(id));
    const at = ids.indexOf(chosen);
    return ids.length ? ids[at < 0 ? 0 : (at + step + ids.length) % ids.length] : null;
  }

  function zoom(factor) {
    if (!factor) { fit(); return; }
    moved = true;
    cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  }

  function restyle() {
    cy.style(style());
    names.draw();
  }

  cy.on("dragpan scrollzoom pinchzoom", () => { moved = true; });
  cy.on("mouseover", "node", (event) => { container.style.cursor = "pointer"; names.point(event.target.id()); });
  cy.on("mouseout", "node", () => { container.style.cursor = ""; names.point(null); });
  cy.on("tap", (event) => onSelect(event.target === cy || event.target.isEdge() ? null : event.target.id()));
  cy.on("resize", () => { if (!moved) fit(true); });
  return { show, choose, next, zoom, restyle };
}
