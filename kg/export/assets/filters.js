"use strict";
// Which statements are shown: by verdict, side, stance, kind of text, day and words.

const NOBODY = "no side";
const MANY = 40; // with more claims than this, those of one origin are left out at first

function makeFilters(root, data, marks, onChange) {
  const get = (id) => root.querySelector("#" + id);
  const claims = new Map(data.claims.map((claim) => [claim.id, claim]));
  const words = data.lines.map((line) => [claims.get(line.claim).text, line.speaker, line.party, line.publisher, line.title, line.quote]
    .filter(Boolean).join("\n").toLowerCase());
  const dates = makeDates(get("days"), data.lines, onChange);
  const off = new Set(); // boxes that are not ticked at first

  function chips(id, values, mark, left = []) {
    for (const [value, number] of values) {
      const box = make("input", { type: "checkbox", value });
      if (left.includes(value)) off.add(box);
      get(id).append(make("label", { className: "chip" }, box, mark(value), make("span", { textContent: id === "parties" ? value : value.replaceAll("-", " ") }),
        make("small", { textContent: number })));
    }
  }

  const count = (items, keyOf) => items.reduce((map, item) => map.set(keyOf(item), (map.get(keyOf(item)) || 0) + 1), new Map());
  const sorted = (map) => [...map].sort((one, other) => other[1] - one[1] || one[0].localeCompare(other[0]));
  const on = (id) => new Set([...get(id).querySelectorAll("input:checked")].map((box) => box.value));
  const boxes = () => [...root.querySelectorAll("input[type=checkbox]")];

  // Gives the lines to show. Words are looked for in all that is said of a claim, and then show all of that claim.
  function seen() {
    const verdicts = on("verdicts"), parties = on("parties"), stances = on("stances"), own = get("narrated").checked;
    const sought = get("search").value.trim().toLowerCase();
    const told = [], hits = new Set(), behind = new Set();
    data.lines.forEach((line, number) => {
      const hit = sought && words[number].includes(sought);
      if (hit) behind.add(line.claim);
      if (!verdicts.has(claims.get(line.claim).verdict) || !stances.has(line.stance) || !parties.has(line.party || NOBODY)
        || (line.narrated && !own) || !dates.keeps(line)) return;
      told.push(line);
      if (hit) hits.add(line.claim);
    });
    for (const id of hits) behind.delete(id);
    offer(behind.size);
    return sought ? told.filter((line) => hits.has(line.claim)) : told;
  }

  // What filters stand in the way of, and whether any is set.
  function offer(behind) {
    const claims = behind === 1 ? "1 more claim has" : `${behind} more claims have`;
    get("hidden").hidden = !behind;
    get("hidden").textContent = `${claims} these words: show`;
    get("reset").disabled = dates.whole() && !get("search").value && boxes().every((box) => box.checked !== off.has(box));
  }

  function reset() {
    for (const box of boxes()) box.checked = !off.has(box);
    get("search").value = "";
    dates.reset();
  }

  // Everything there is, whatever was left out.
  function open() {
    reset();
    for (const box of boxes()) box.checked = true;
  }

  const order = [...document.querySelectorAll(".verdict")].map((group) => group.dataset.verdict);
  const verdicts = count(data.claims, (claim) => claim.verdict);
  const large = data.claims.length > MANY && verdicts.size > 1 && !data.asked;
  chips("verdicts", order.map((verdict) => [verdict, verdicts.get(verdict)]), marks.shape, large ? ["uncorroborated"] : []);
  chips("parties", sorted(count(data.lines, (line) => line.party || NOBODY)), marks.swatch);
  chips("stances", sorted(count(data.lines, (line) => line.stance)), () => "");
  const narrated = data.lines.filter((line) => line.narrated).length;
  if (large && narrated < data.lines.length) off.add(get("narrated"));
  get("narrated").closest("label").querySelector("small").textContent = narrated;
  get("narrated").closest("fieldset").hidden = !narrated;
  reset();

  let waiting = 0;
  get("search").addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(onChange, 150); });
  root.addEventListener("change", (event) => { if (event.target.closest(".chip") && !event.target.closest("#days")) onChange(); });
  get("reset").addEventListener("click", () => { reset(); onChange(); get("search").focus(); });
  get("hidden").addEventListener("click", () => {
    const sought = get("search").value;
    open();
    get("search").value = sought;
    onChange();
    get("search").focus();
  });
  return { seen, reset, open };
}
