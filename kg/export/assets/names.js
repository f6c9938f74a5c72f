"use strict";
// Writes names beside the nodes, always in the size of the page's text and never over one another, on a canvas of its
// own above the picture. Who says much and what many say is named first; the rest when there is room.

const FAMILY = "system-ui, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif";
const FONTS = { source: `600 13px ${FAMILY}`, claim: `400 12px ${FAMILY}` };
const HIGH = 15; // pixels a line of text takes
const WIDTHS = { source: 150, claim: 170 };
const RANKS = { "contested": 1.6, "corroborated-across-sides": 2, "corroborated": 1.4, "uncorroborated": 0.6, "unknown": 0.6 };
const CELL = 64; // pixels; names are looked up by squares of this size
const UNNAMED = 0.28; // at a smaller zoom claims are not named, only sources are
const MOST = 160; // names at once

function makeNames(canvas, cy, data, token) {
  const pen = canvas.getContext("2d");
  const parties = new Map(data.parties.map((party) => [party.name, party]));
  const all = new Map();
  let shown = [], written = [], chosen = null, near = new Set(), pointed = null, waiting = 0;

  for (const claim of data.claims) add(claim.id, "claim", claim.text, null, RANKS[claim.verdict] || 1);
  for (const line of data.lines) if (!all.has(line.source)) add(line.source, "source", line.speaker, parties.get(line.party), 6);

  function add(id, kind, text, party, rank) {
    if (data.circles[id]) all.set(id, { id, kind, text, party, ...data.circles[id], rank: rank * data.circles[id].size, lines: null });
  }

  // Breaks a text into at most three lines.
  function lines(node) {
    if (node.lines) return node.lines;
    pen.font = FONTS[node.kind];
    const whole = [""];
    for (const word of node.text.split(/\s+/)) {
      const longer = whole[whole.length - 1] ? whole[whole.length - 1] + " " + word : word;
      if (pen.measureText(longer).width <= WIDTHS[node.kind] || !whole[whole.length - 1]) whole[whole.length - 1] = longer;
      else whole.push(word);
    }
    node.lines = whole.length > 3 ? [...whole.slice(0, 2), whole[2] + " …"] : whole;
    node.wide = Math.max(...node.lines.map((line) => pen.measureText(line).width));
    return node.lines;
  }

  const at = (node, zoom, pan) => ({ x: node.x * zoom + pan.x, y: node.y * zoom + pan.y, r: (node.size * zoom) / 2 });

  // The boxes in which a name can stand: below, above, right and left of its node.
  function boxes(node, { x, y, r }) {
    const w = node.wide + 6, h = node.lines.length * HIGH + 2;
    return [[x - w / 2, y + r + 2], [x - w / 2, y - r - 2 - h], [x + r + 3, y - h / 2], [x - r - 3 - w, y - h / 2]]
      .map(([left, top]) => ({ left, top, right: left + w, bottom: top + h }));
  }

  function* cells(box) {
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x += 1) {
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y += 1) yield x * 10007 + y;
    }
  }

  function makeGrid() {
    const grid = new Map();
    const over = (one, other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
    return {
      add: (box) => { for (const cell of cells(box)) grid.has(cell) ? grid.get(cell).push(box) : grid.set(cell, [box]); },
      free: (box, own) => { for (const cell of cells(box)) for (const other of grid.get(cell) || []) if (other.id !== own && over(box, other)) return false; return true; },
    };
  }

  // Decides which names are written, and on which side of their nodes.
  function settle() {
    const zoom = cy.zoom(), pan = cy.pan(), wide = cy.width(), high = cy.height();
    const first = (node) => (node.id === pointed || node.id === chosen ? 2e9 : near.has(node.id) ? 1e9 : 0) + node.rank;
    const inside = shown.map((node) => ({ node, place: at(node, zoom, pan) }))
      .filter(({ place: { x, y, r } }) => x > -r && y > -r && x < wide + r && y < high + r);
    const circles = makeGrid(), texts = makeGrid();
    for (const { node, place: { x, y, r } } of inside) if (!chosen || near.has(node.id)) circles.add({ left: x - r, right: x + r, top: y - r, bottom: y + r, id: node.id });
    written = [];
    for (const { node, place } of inside.sort((one, other) => first(other.node) - first(one.node))) {
      const must = node.id === pointed || node.id === chosen, wanted = near.has(node.id);
      if (chosen && !must && !wanted) continue;
      if (written.length >= MOST || (node.kind === "claim" && zoom < UNNAMED && !must && !wanted)) continue;
      lines(node);
      const choices = boxes(node, place).filter((box) => must || (box.left > 2 && box.top > 2 && box.right < wide - 2 && box.bottom < high - 34));
      const pressing = must || (wanted && node.kind === "source") || written.length < 12; // may lie over a node
      let side = choices.findIndex((box) => texts.free(box) && circles.free(box, node.id));
      if (side < 0 && pressing) side = choices.findIndex((box) => texts.free(box));
      if (side < 0 && must) side = 0;
      if (side < 0) continue;
      texts.add({ ...choices[side], id: node.id });
      written.push({ node, dx: choices[side].left - place.x, dy: choices[side].top - place.y, zoom });
    }
    draw();
  }

  function later() {
    clearTimeout(waiting);
    waiting = setTimeout(settle, 120);
  }

  function fitted() {
    const ratio = window.devicePixelRatio || 1, wide = Math.round(cy.width() * ratio), high = Math.round(cy.height() * ratio);
    if (canvas.width !== wide || canvas.height !== high) Object.assign(canvas, { width: wide, height: high });
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, cy.width(), cy.height());
  }

  function letter({ party, id }, { x, y, r }) {
    if (!party || r < 5.5 || (chosen && id !== chosen && !near.has(id))) return;
    pen.font = `700 ${Math.min(r * 1.25, 22)}px ${FAMILY}`;
    pen.fillStyle = party.ink;
    pen.fillText(party.letter, x, y + 0.5);
  }

  function draw() {
    const zoom = cy.zoom(), pan = cy.pan(), ink = token("--ink"), soft = token("--strong"), ground = token("--raised");
    fitted();
    Object.assign(pen, { textAlign: "center", textBaseline: "middle", lineJoin: "round", lineWidth: 4 });
    for (const node of shown) if (node.party) letter(node, at(node, zoom, pan));
    for (const { node, dx, dy, zoom: then } of written) {
      const place = at(node, zoom, pan), grown = 1 - zoom / then; // keeps its distance while the picture grows
      const x = place.x + dx + node.wide / 2 + 3 + (dx > 0 ? -1 : dx < -node.wide ? 1 : 0) * grown * (node.size * then) / 2;
      const y = place.y + dy + HIGH / 2 + 1 + (dx > 0 || dx < -node.wide ? 0 : dy > 0 ? -1 : 1) * grown * (node.size * then) / 2;
      pen.font = FONTS[node.kind];
      pen.strokeStyle = ground;
      pen.fillStyle = node.kind === "source" || node.id === chosen ? ink : soft;
      node.lines.forEach((line, number) => { pen.strokeText(line, x, y + number * HIGH); pen.fillText(line, x, y + number * HIGH); });
    }
  }

  cy.on("render", draw);
  cy.on("viewport resize", later);
  return {
    draw,
    show: (ids) => { shown = [...ids].map((id) => all.get(id)); later(); },
    choose: (id, around) => { chosen = id; near = around; later(); },
    point: (id) => { pointed = id; later(); },
  };
}
