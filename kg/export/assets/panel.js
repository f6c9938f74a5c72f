"use strict";
// What the panel says of a claim or a source. Every text of the data is set as text, never as markup.

function make(tag, values = {}, ...children) {
  const element = Object.assign(document.createElement(tag), values);
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

// The marks that stand for sides and verdicts, on the page as in the picture.
function makeMarks(data) {
  const parties = new Map(data.parties.map((party) => [party.name, party]));

  function swatch(name) {
    const party = parties.get(name);
    const dot = make("i", { className: "swatch", textContent: party ? party.letter : "" });
    dot.setAttribute("aria-hidden", "true");
    dot.style.background = party ? party.colour : data.pale;
    dot.style.color = party ? party.ink : "";
    return dot;
  }

  function shape(verdict) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    svg.setAttribute("class", "shape");
    svg.setAttribute("viewBox", "0 0 20 20");
    svg.setAttribute("aria-hidden", "true");
    use.setAttribute("href", "#shape-" + verdict);
    svg.append(use);
    return svg;
  }

  return { swatch, shape };
}

// One statement: its words, and who said them where and when.
function makeFigure(line, named, marks) {
  const link = line.url && /^https?:/i.test(line.url)
    ? make("a", { href: line.url, textContent: line.title, target: "_blank", rel: "noopener noreferrer" }) : line.title;
  const parts = [line.party ? ` (${line.party})` : "", ` ${line.stance}`, line.narrated ? " in its own words" : ""];
  const rest = [line.day ? `, ${line.day}` : "", line.via.length ? `, via ${line.via.join(" → ")}` : "",
    line.publisher ? `, in ${line.publisher}` : "", link ? ": " : ""];
  const who = named ? [marks.swatch(line.party), make("b", { textContent: line.speaker })] : [];
  return make("figure", { className: line.affirms ? "yes" : "no" },
    make("blockquote", { textContent: line.quote || "(no words kept)" }),
    make("figcaption", {}, ...who, parts.join(""),
      line.against ? make("em", { textContent: ", against its own interest" }) : "", rest.join(""), link));
}

function makePanel(root, data, marks, onGo) {
  const claims = new Map(data.claims.map((claim) => [claim.id, claim]));
  const voices = new Map(data.lines.map((line) => [line.source, line]));
  const legend = [data.lines.some((line) => data.circles[line.source]) ? "Circles are sources, with the letter and colour of their side." : "",
    data.claims.some((claim) => data.circles[claim.id]) ? "Other shapes are claims, in the colours of all who affirm them." : ""].join(" ").trim();
  const plain = (verdict) => verdict.replaceAll("-", " ");

  function go(id, label, mark) {
    const button = make("button", { type: "button", className: "go" }, mark, make("span", { textContent: label }));
    button.addEventListener("click", () => onGo(id));
    return button;
  }

  const section = (title, items) => (items.length ? [make("h3", { textContent: `${title} (${items.length})` }), ...items] : []);

  function aboutClaim(claim) {
    const lines = data.lines.filter((line) => line.claim === claim.id);
    const met = data.meetings.filter((one) => one.left === claim.id || one.right === claim.id);
    const others = (against) => [...new Set(met.filter((one) => (one.decision === "contradicts") === against)
      .map((one) => (one.left === claim.id ? one.right : one.left)))].map((id) => claims.get(id))
      .map((other) => go(other.id, other.text, marks.shape(other.verdict)));
    const origins = `${claim.origins} ${claim.origins === 1 ? "origin" : "independent origins"}`;
    return [
      make("p", { className: "badge" }, marks.shape(claim.verdict), `${plain(claim.verdict)} · ${origins}`),
      make("h2", { textContent: claim.text }),
      ...section("Affirmed", lines.filter((line) => line.affirms).map((line) => makeFigure(line, true, marks))),
      ...section("Denied or doubted", lines.filter((line) => !line.affirms).map((line) => makeFigure(line, true, marks))),
      ...section("Contradicted by", others(true)),
      ...section("Same or entailed", others(false)),
    ];
  }

  function tied(id, agree) {
    return data.ties.filter((tie) => tie.agree === agree && (tie.one === id || tie.other === id))
      .sort((one, other) => other.claims.length - one.claims.length).map((tie) => {
        const line = voices.get(tie.one === id ? tie.other : tie.one);
        return go(line.source, `${line.speaker} (${tie.claims.length})`, marks.swatch(line.party));
      });
  }

  function aboutSource(id) {
    const lines = data.lines.filter((line) => line.source === id);
    const told = lines.flatMap((line) => {
      const claim = claims.get(line.claim);
      return [go(claim.id, claim.text, marks.shape(claim.verdict)), makeFigure(line, false, marks)];
    });
    return [
      make("p", { className: "badge" }, marks.swatch(lines[0].party), lines[0].party || NOBODY),
      make("h2", { textContent: lines[0].speaker }),
      make("h3", { textContent: `Statements (${lines.length})` }), ...told,
      ...section("Affirm the same", tied(id, true)), ...section("Differ", tied(id, false)),
    ];
  }

  function welcome(lines) {
    const ids = [...new Set(lines.map((line) => line.claim))].map((id) => claims.get(id));
    const first = (verdict) => ids.filter((claim) => claim.verdict === verdict)
      .sort((one, other) => other.origins - one.origins).slice(0, 5)
      .map((claim) => go(claim.id, claim.text, marks.shape(claim.verdict)));
    const titled = (verdict, buttons) => (buttons.length ? [make("h3", { textContent: plain(verdict) }), ...buttons] : []);
    if (!ids.length) return [make("h2", { textContent: "Nothing is left" }), make("p", { textContent: "No statement passes all filters. Take one away, or set them back." })];
    return [make("h2", { textContent: "Choose a claim or a source" }),
      make("p", { textContent: legend }),
      ...["contested", "corroborated-across-sides", "corroborated", "uncorroborated", "unknown"]
        .flatMap((verdict) => titled(verdict, first(verdict))).slice(0, 18)];
  }

  // One sentence for those who hear the page.
  function summary(id) {
    const about = claims.get(id), lines = data.lines.filter((line) => (about ? line.claim : line.source) === id);
    const yes = lines.filter((line) => line.affirms).length;
    const counts = `${yes} affirm${yes === 1 ? "s" : ""}, ${lines.length - yes} den${lines.length - yes === 1 ? "ies" : "y"}`;
    return about ? `Claim: ${about.text}. ${plain(about.verdict)}. ${counts}. Enter reads it.`
      : `Source: ${lines[0].speaker}, ${lines[0].party || NOBODY}. ${lines.length} statements. Enter reads them.`;
  }

  function fill(id, lines) {
    const content = !id ? welcome(lines) : claims.has(id) ? aboutClaim(claims.get(id)) : aboutSource(id);
    const kept = !id || lines.some((line) => line.claim === id || line.source === id);
    root.replaceChildren(...(kept ? [] : [make("p", { className: "kept", textContent: "The filters keep this out of the picture." })]), ...content);
    root.classList.toggle("empty", !id);
    root.scrollTop = 0;
  }

  return { fill, summary };
}
