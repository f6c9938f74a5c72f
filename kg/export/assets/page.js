"use strict";
// Filters, search and the panel. Every text of the data is set as text, never as markup.

(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const get = (id) => document.getElementById(id);
  const claims = new Map(data.claims.map((claim) => [claim.id, claim]));
  const colours = new Map(data.parties.map((party) => [party.name, party.colour]));
  const NOBODY = "no side";
  const MANY = 40; // with more claims than this, those of one origin are left out at first
  let chosen = null;

  function make(tag, values = {}, ...children) {
    const element = Object.assign(document.createElement(tag), values);
    element.append(...children.filter((child) => child !== null && child !== ""));
    return element;
  }

  const swatch = (party) => {
    const dot = make("i", { className: "swatch" });
    dot.style.background = colours.get(party) || data.pale;
    return dot;
  };

  function shape(verdict) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    svg.setAttribute("class", "shape");
    svg.setAttribute("viewBox", "0 0 20 20");
    use.setAttribute("href", "#" + verdict);
    svg.append(use);
    return svg;
  }

  // Filters: each group of chips is a set of values that may be seen.
  function chips(id, values, mark, off = []) {
    for (const [value, count] of values) {
      const box = make("input", { type: "checkbox", value, checked: !off.includes(value) });
      get(id).append(make("label", { className: "chip" }, box, mark(value), value.replaceAll("-", " "),
        make("small", { textContent: count })));
    }
  }

  const count = (items, keyOf) => items.reduce((map, item) => map.set(keyOf(item), (map.get(keyOf(item)) || 0) + 1), new Map());
  const on = (id) => new Set([...get(id).querySelectorAll("input:checked")].map((box) => box.value));

  function seen() {
    const verdicts = on("verdicts"), parties = on("parties"), stances = on("stances");
    const words = get("search").value.trim().toLowerCase();
    const told = data.lines.filter((line) => verdicts.has(claims.get(line.claim).verdict) && stances.has(line.stance)
      && parties.has(line.party || NOBODY) && (get("narrated").checked || !line.narrated));
    if (!words) return told;
    const hits = new Set(told.filter((line) => [claims.get(line.claim).text, line.speaker, line.publisher, line.quote]
      .some((text) => text && text.toLowerCase().includes(words))).map((line) => line.claim));
    return told.filter((line) => hits.has(line.claim));
  }

  // The panel
  function figure(line, named) {
    const link = line.url && /^https?:/i.test(line.url)
      ? make("a", { href: line.url, textContent: line.title, target: "_blank", rel: "noopener noreferrer" }) : "";
    const parts = [line.party ? ` (${line.party})` : "", ` ${line.stance}`, line.narrated ? " in its own words" : ""];
    const rest = [line.day ? `, ${line.day}` : "", line.via.length ? `, via ${line.via.join(" → ")}` : "",
      line.publisher ? `, in ${line.publisher}` : "", link ? ": " : ""];
    const who = named ? [swatch(line.party), make("b", { textContent: line.speaker })] : [];
    return make("figure", { className: line.affirms ? "yes" : "no" },
      make("blockquote", { textContent: line.quote || "(no words kept)" }),
      make("figcaption", {}, ...who, parts.join(""),
        line.against ? make("em", { textContent: ", against its own interest" }) : "", rest.join(""), link));
  }

  function go(id, label, mark) {
    const button = make("button", { type: "button", className: "go" }, mark, label);
    button.addEventListener("click", () => choose(id, true));
    return button;
  }

  function section(title, items) {
    return items.length ? [make("h3", { textContent: `${title} (${items.length})` }), ...items] : [];
  }

  function aboutClaim(claim) {
    const lines = data.lines.filter((line) => line.claim === claim.id);
    const met = data.meetings.filter((one) => one.left === claim.id || one.right === claim.id);
    const others = (against) => met.filter((one) => (one.decision === "contradicts") === against)
      .map((one) => claims.get(one.left === claim.id ? one.right : one.left)).filter(Boolean)
      .map((other) => go(other.id, other.text, shape(other.verdict)));
    const origins = `${claim.origins} ${claim.origins === 1 ? "origin" : "independent origins"}`;
    return [
      make("p", { className: "badge" }, shape(claim.verdict), `${claim.verdict.replaceAll("-", " ")} · ${origins}`),
      make("h2", { textContent: claim.text }),
      ...section("Affirmed", lines.filter((line) => line.affirms).map((line) => figure(line, true))),
      ...section("Denied", lines.filter((line) => !line.affirms).map((line) => figure(line, true))),
      ...section("Contradicted by", others(true)),
      ...section("Same or entailed", others(false)),
    ];
  }

  function aboutSource(id) {
    const lines = data.lines.filter((line) => line.source === id);
    const told = lines.flatMap((line) => {
      const claim = claims.get(line.claim);
      return [go(claim.id, claim.text, shape(claim.verdict)), figure(line, false)];
    });
    return [
      make("p", { className: "badge" }, swatch(lines[0].party), lines[0].party || NOBODY),
      make("h2", { textContent: lines[0].speaker }),
      make("h3", { textContent: `Statements (${lines.length})` }), ...told,
    ];
  }

  function welcome(lines) {
    const ids = [...new Set(lines.map((line) => line.claim))].map((id) => claims.get(id));
    const first = (verdict) => ids.filter((claim) => claim.verdict === verdict)
      .sort((one, other) => other.origins - one.origins).slice(0, 5)
      .map((claim) => go(claim.id, claim.text, shape(claim.verdict)));
    const titled = (verdict, buttons) => (buttons.length
      ? [make("h3", { textContent: verdict.replaceAll("-", " ") }), ...buttons] : []);
    return [make("h2", { textContent: "Choose a claim or a source" }),
      make("p", { textContent: "Circles are sources, in the colour of their side. Other shapes are claims, in the colours of all who affirm them." }),
      ...["contested", "corroborated-across-sides", "corroborated"].flatMap((verdict) => titled(verdict, first(verdict)))];
  }

  function fill(lines) {
    const content = !chosen ? welcome(lines) : claims.has(chosen) ? aboutClaim(claims.get(chosen)) : aboutSource(chosen);
    get("panel").replaceChildren(...content);
    get("panel").scrollTop = 0;
  }

  // The whole
  let picture = null;
  let lines = [];

  function choose(id, centre) {
    chosen = id;
    if (!picture) return;
    fill(lines);
    picture.choose(id, centre);
  }

  function update() {
    lines = seen();
    const visible = new Set(lines.map((line) => line.claim));
    for (const row of document.querySelectorAll("tr[data-claim]")) row.hidden = !visible.has(row.dataset.claim);
    for (const group of document.querySelectorAll(".verdict")) {
      const left = group.querySelectorAll("tr[data-claim]:not([hidden])").length;
      group.querySelector(".count").textContent = left;
    }
    get("shown").textContent = `${visible.size} of ${claims.size} claims shown`;
    if (!picture) return;
    picture.show(lines);
    if (chosen && !picture.has(chosen)) chosen = null;
    choose(chosen, Boolean(chosen));
  }

  // A link to #claim:… or #agent:… opens it, whatever the filters have left out.
  function follow() {
    const asked = decodeURIComponent(location.hash.slice(1));
    if (!picture || !(claims.has(asked) || data.lines.some((line) => line.source === asked))) return;
    if (!picture.has(asked)) {
      for (const box of get("controls").querySelectorAll("input[type=checkbox]")) box.checked = true;
      get("search").value = "";
      update();
    }
    choose(asked, true);
    get("picture").scrollIntoView({ block: "nearest" });
  }

  function keys(event) {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const factor = { "+": 1.25, "=": 1.25, "-": 0.8, "0": 0 }[event.key];
    if (step) choose(picture.next(chosen, step), true);
    else if (factor !== undefined) picture.zoom(factor);
    else if (event.key === "Enter" && chosen) get("panel").focus();
    else if (event.key === "Escape") { choose(null, false); picture.zoom(0); }
    else return;
    event.preventDefault();
  }

  function themes() {
    const root = document.documentElement, button = get("theme");
    const dark = () => (root.dataset.theme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
    const name = () => { button.textContent = dark() ? "Light" : "Dark"; if (picture) picture.restyle(); };
    button.hidden = false;
    button.addEventListener("click", () => { root.dataset.theme = dark() ? "light" : "dark"; name(); });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", name);
    name();
  }

  function start() {
    const none = () => "";
    const sorted = (map) => [...map].sort((one, other) => other[1] - one[1] || one[0].localeCompare(other[0]));
    const order = [...document.querySelectorAll(".verdict")].map((group) => group.dataset.verdict);
    const verdicts = count(data.claims, (claim) => claim.verdict);
    const off = data.claims.length > MANY && verdicts.size > 1 ? ["uncorroborated"] : [];
    chips("verdicts", order.map((verdict) => [verdict, verdicts.get(verdict)]), shape, off);
    chips("parties", sorted(count(data.lines, (line) => line.party || NOBODY)), (party) => swatch(party));
    chips("stances", sorted(count(data.lines, (line) => line.stance)), none);
    get("narrated").checked = data.lines.every((line) => line.narrated);
    get("controls").hidden = false;
    if (get("picture") && typeof cytoscape === "function") {
      get("picture").hidden = false;
      picture = makePicture(get("graph"), data, (id) => choose(id, false));
      get("graph").addEventListener("keydown", keys);
      for (const button of document.querySelectorAll("[data-zoom]")) {
        button.addEventListener("click", () => picture.zoom(Number(button.dataset.zoom)));
      }
    }
    themes();
    get("controls").addEventListener("change", (event) => { if (event.target.type === "checkbox") update(); });
    let waiting = 0;
    get("search").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(update, 200); });
    addEventListener("hashchange", follow);
    update();
    follow();
  }

  start();
})();
