"use strict";
// The slider from a first to a last day, with a small chart of how much was said when.

const DAY = 86400000; // milliseconds
const BARS = 48;

function makeDates(root, lines, onChange) {
  const known = lines.filter((line) => line.days);
  const first = known.reduce((least, line) => Math.min(least, line.days[0]), Infinity);
  const last = known.reduce((most, line) => Math.max(most, line.days[1]), -Infinity);
  const [from, to] = root.querySelectorAll("input[type=range]");
  const unknown = root.querySelector("input[type=checkbox]");
  const written = (day) => new Date(day * DAY).toISOString().slice(0, 10);
  const bars = [];

  // How many statements fall on each stretch of days, as bars.
  function chart() {
    const svg = root.querySelector("svg"), wide = (last - first + 1) / BARS;
    const counts = new Array(BARS).fill(0);
    for (const line of known) counts[Math.min(BARS - 1, Math.floor((line.days[0] - first) / wide))] += 1;
    const most = Math.max(...counts);
    counts.forEach((count, number) => {
      const bar = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      const height = count ? Math.max(1.5, 26 * Math.sqrt(count / most)) : 0;
      for (const [name, value] of Object.entries({ x: number * 4, y: 28 - height, width: 3, height })) bar.setAttribute(name, value);
      svg.append(bar);
      bars.push({ bar, from: first + number * wide, to: first + (number + 1) * wide });
    });
  }

  function say() {
    const start = Number(from.value), end = Number(to.value);
    from.setAttribute("aria-valuetext", written(start));
    to.setAttribute("aria-valuetext", written(end));
    root.querySelector("output").textContent = `${written(start)} to ${written(end)}`;
    for (const one of bars) one.bar.classList.toggle("off", one.to <= start || one.from > end);
    const part = (day) => (last > first ? (day - first) / (last - first) : 0);
    root.style.setProperty("--from", part(start));
    root.style.setProperty("--to", part(end));
  }

  function move(event) {
    if (Number(from.value) > Number(to.value)) { // one end pushes the other along
      if (event.target === from) to.value = from.value;
      else from.value = to.value;
    }
    say();
    onChange();
  }

  function reset() {
    for (const [range, value] of [[from, first], [to, last]]) Object.assign(range, { min: first, max: last, value });
    unknown.checked = true;
    say();
  }

  if (!(last > first)) {
    root.hidden = true;
    return { keeps: () => true, whole: () => true, reset: () => {} };
  }
  const missing = lines.length - known.length;
  unknown.closest("label").hidden = !missing;
  root.querySelector("small").textContent = missing;
  chart();
  reset();
  from.addEventListener("input", move);
  to.addEventListener("input", move);
  unknown.addEventListener("change", onChange);

  // A line is kept where some day on which it can have been said lies between the two ends.
  const whole = () => Number(from.value) === first && Number(to.value) === last;
  return { reset, whole, keeps: (line) => (line.days
    ? line.days[1] >= Number(from.value) && line.days[0] <= Number(to.value) : unknown.checked) };
}
