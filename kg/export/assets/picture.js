"use strict";
// Draws sources and claims with cytoscape.js. Knows nothing of filters: it is told which lines to show.

const SHAPES = {
  "contested": "diamond", "corroborated-across-sides": "star", "corroborated": "hexagon",
  "uncorroborated": "rectangle", "unknown": "triangle",
};

const GAP = 28; // between islands
const MANY_NODES = 40;
const CLOSEST = 1.5; // zoom that a few nodes are shown at

function makePicture(container, data, onSelect) {
  const tint = new Map(data.parties.map((party) => [party.name, party.colour]));
  const claims = new Map(data.claims.map((claim) => [claim.id, claim]));
  const colour = (party) => tint.get(party) || data.pale;
  const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const cy = cytoscape({ container, minZoom: 0.1, maxZoom: 4, boxSelectionEnabled: false });

  function sourceNode(line, count) {
    const size = 16 + 7 * Math.sqrt(count);
    return { group: "nodes", classes: "source",
      data: { id: line.source, label: line.speaker, colour: colour(line.party), size, count } };
  }

  // A claim has the colours of all sides that affirm it, as slices.
  function claimNode(id, lines) {
    const sides = new Map();
    for (const line of lines) {
      if (line.affirms) sides.set(colour(line.party), (sides.get(colour(line.party)) || 0) + 1);
    }
    const total = [...sides.values()].reduce((sum, part) => sum + part, 0);
    const slices = [...sides].sort((one, other) => other[1] - one[1]).slice(0, 4);
    const node = { id, label: claims.get(id).text, size: 15 + 5 * Math.sqrt(lines.length),
      shape: SHAPES[claims.get(id).verdict] || "triangle", colour: slices.length ? slices[0][0] : data.pale };
    for (let i = 0; i < 4; i += 1) {
      node["tint" + i] = slices[i] ? slices[i][0] : data.pale;
      node["part" + i] = slices.length > 1 && slices[i] ? (100 * slices[i][1]) / total : 0;
    }
    return { group: "nodes", classes: "claim", data: node };
  }

  function grouped(lines, keyOf) {
    const groups = new Map();
    for (const line of lines) {
      const key = keyOf(line);
      if (!groups.has(key)) groups.set(key, []);
      groups.get(key).push(line);
    }
    return groups;
  }

  function edges(lines) {
    const pairs = grouped(lines, (line) => [line.source, line.claim, line.affirms].join(" "));
    return [...pairs].map(([key, told]) => ({
      group: "edges",
      classes: (told[0].affirms ? "affirms" : "denies") + (told.some((line) => line.against) ? " against" : ""),
      data: { id: "edge " + key, source: told[0].source, target: told[0].claim, width: 1 + Math.sqrt(told.length) },
    }));
  }

  function meetings(there) {
    return data.meetings.filter((met) => there.has(met.left) && there.has(met.right)).map((met) => ({
      group: "edges", classes: met.decision === "contradicts" ? "contradicts" : "same",
      data: { id: ["met", met.left, met.decision, met.right].join(" "), source: met.left, target: met.right, width: 2 },
    }));
  }

  function restyle() {
    const ink = token("--ink"), ground = token("--raised"), edge = token("--edge"), denies = token("--denies");
    const words = { "label": "data(label)", "color": ink, "text-wrap": "wrap", "text-outline-color": ground,
      "text-outline-width": 2, "text-valign": "bottom", "text-margin-y": 3, "font-family": "system-ui, sans-serif" };
    const pie = {};
    for (let i = 0; i < 4; i += 1) {
      pie[`pie-${i + 1}-background-color`] = `data(tint${i})`;
      pie[`pie-${i + 1}-background-size`] = `data(part${i})`;
    }
    cy.style([
      { selector: "node", style: { ...words, "width": "data(size)", "height": "data(size)", "background-color": "data(colour)" } },
      { selector: ".source", style: { "font-size": 13, "font-weight": 600, "text-max-width": 130, "min-zoomed-font-size": 9 } },
      { selector: ".claim", style: { "shape": "data(shape)", "font-size": 9.5, "text-max-width": 120, "color": token("--soft"),
        "min-zoomed-font-size": 10, "border-width": 1.5, "border-color": ink, "pie-size": "100%", ...pie } },
      { selector: "edge", style: { "width": "data(width)", "line-color": edge, "curve-style": "bezier", "opacity": 0.75,
        "target-arrow-color": edge, "target-arrow-shape": "triangle", "arrow-scale": 0.8 } },
      { selector: ".against", style: { "width": 5 } },
      { selector: ".denies", style: { "line-style": "dashed", "line-color": denies, "target-arrow-color": denies, "target-arrow-shape": "tee" } },
      { selector: ".contradicts", style: { "width": 3, "line-style": "dotted", "line-color": denies, "target-arrow-shape": "none" } },
      { selector: ".same", style: { "line-style": "dotted", "target-arrow-shape": "none" } },
      { selector: ".faint", style: { "opacity": 0.2, "text-opacity": 0 } },
      { selector: ".near", style: { "min-zoomed-font-size": 0, "color": ink, "z-index": 8 } },
      { selector: ".chosen", style: { "border-width": 4, "border-color": token("--accent"), "min-zoomed-font-size": 0,
        "font-size": 13, "color": ink, "z-index": 9 } },
      { selector: ".pointed", style: { "min-zoomed-font-size": 0, "font-size": 14, "color": ink, "z-index": 10 } },
    ]);
  }

  function choose(id, centre) {
    cy.elements().removeClass("chosen near faint");
    const node = id ? cy.getElementById(id) : cy.collection();
    if (node.empty()) return;
    const around = node.closedNeighborhood();
    cy.elements().difference(around).addClass("faint");
    around.addClass("near");
    node.addClass("chosen");
    if (!centre) return;
    const box = around.boundingBox();
    const zoom = Math.min(CLOSEST, (cy.width() - 80) / box.w, (cy.height() - 80) / box.h);
    cy.animate({ zoom, center: { eles: around }, duration: still() ? 0 : 250 });
  }

  const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

  function fit() {
    cy.fit(undefined, 36);
    if (cy.zoom() > CLOSEST) cy.zoom({ level: CLOSEST, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  }

  // The names of those who say much stay as large as the text of the page, however far they are away.
  function readable() {
    const size = Math.min(Math.max(12 / cy.zoom(), 12), 36);
    cy.nodes(".source[count >= 4]").style({ "font-size": size, "text-max-width": 9 * size, "min-zoomed-font-size": 0 });
  }

  // Puts boxes on shelves of a width, the tall ones first.
  function pack(islands, width) {
    let x = 0, y = 0, shelf = 0, widest = 0;
    const places = islands.map(({ box }) => {
      if (x && x + box.w > width) { x = 0; y += shelf + GAP; shelf = 0; }
      const place = { x: x - box.x1, y: y - box.y1 };
      x += box.w + GAP;
      shelf = Math.max(shelf, box.h);
      widest = Math.max(widest, x);
      return place;
    });
    return { places, scale: Math.min(cy.width() / widest, cy.height() / (y + shelf)) };
  }

  // Lays out each island by itself, then packs all so that they are drawn as large as the window allows.
  function layout() {
    const small = cy.nodes().length <= MANY_NODES; // more are looked at from afar, with few labels
    const islands = cy.elements().components().map((island) => {
      island.layout({ name: "cose", animate: false, randomize: false, fit: false, nodeDimensionsIncludeLabels: small,
        idealEdgeLength: () => (small ? 45 : 30), nodeRepulsion: () => (small ? 14000 : 8000), gravity: small ? 0.5 : 1.2,
        numIter: 1500, nodeOverlap: small ? 16 : 6 }).run();
      const { w, h } = island.boundingBox({ includeLabels: false });
      if ((h > w) === (cy.width() > cy.height())) island.nodes().positions((node) => ({ x: node.position("y"), y: node.position("x") }));
      return { island, box: island.boundingBox({ includeLabels: small }) };
    }).sort((one, other) => other.box.h - one.box.h);
    const widths = islands.map((_, last) => islands.slice(0, last + 1).reduce((sum, { box }) => sum + box.w + GAP, 0));
    const packed = widths.slice(0, 60).map((width) => pack(islands, width));
    const best = packed.reduce((one, other) => (other.scale > one.scale ? other : one), { places: [], scale: 0 });
    best.places.forEach((place, number) => islands[number].island.nodes().shift(place));
    fit();
  }

  // Shows these lines; the first places are the same each time, so the picture is too.
  function show(lines) {
    const bySource = grouped(lines, (line) => line.source), byClaim = grouped(lines, (line) => line.claim);
    const nodes = [...[...bySource].map(([, told]) => sourceNode(told[0], told.length)),
      ...[...byClaim].map(([id, told]) => claimNode(id, told))];
    nodes.forEach((node, number) => {
      const angle = 2.399963 * number, far = 30 * Math.sqrt(number);
      node.position = { x: far * Math.cos(angle), y: far * Math.sin(angle) };
    });
    cy.batch(() => {
      cy.elements().remove();
      cy.add([...nodes, ...edges(lines), ...meetings(byClaim)]);
    });
    layout();
    readable();
  }

  function next(id, step) {
    const ids = cy.nodes().map((node) => node.id());
    const at = ids.indexOf(id);
    return ids.length ? ids[at < 0 ? 0 : (at + step + ids.length) % ids.length] : null;
  }

  function zoom(factor) {
    if (!factor) fit();
    else cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  }

  cy.on("zoom", readable);
  cy.on("mouseover", "node", (event) => event.target.addClass("pointed"));
  cy.on("mouseout", "node", (event) => event.target.removeClass("pointed"));
  cy.on("tap", (event) => onSelect(event.target === cy || event.target.isEdge() ? null : event.target.id()));
  restyle();
  return { show, choose, next, zoom, restyle, has: (id) => cy.getElementById(id).nonempty() };
}
