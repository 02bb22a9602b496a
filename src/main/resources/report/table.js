// The table: of many rules only the rows in sight, and some around them, are in the page, so that 20,000 are as quick as twenty.
const AROUND = 20;
const FEW = 300;
const COLUMNS = [
  ["service", "Service"], ["id", "Rule"], ["severity", "Severity"], ["decision", "State"], ["check", "Check, or why a person must look"],
  ["confidence", "Sure?"], ["verdict", "Executed"],
];

const table = document.getElementById("table");
const body = table.tBodies[0];
const above = spacer();
const below = spacer();
let drawn = new Map();
let rowHeight = 0;

function spacer() {
  const row = document.createElement("tr");
  row.className = "spacer";
  row.setAttribute("aria-hidden", "true");
  return row;
}

function drawHead() {
  table.classList.toggle("executed", rules.some(rule => rule.verdict !== ""));
  table.tHead.rows[0].replaceChildren();
  for (const [key, label] of COLUMNS) {
    const cell = document.createElement("th");
    cell.scope = "col";
    cell.className = key;
    cell.setAttribute("role", "columnheader");
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", () => sortBy(key));
    cell.append(button);
    table.tHead.rows[0].append(cell);
  }
}

function sortBy(key) {
  sorting.down = sorting.key === key && !sorting.down;
  sorting.key = key;
  filtersToAddress();
  applyFilters();
}

function cell(row, name, text) {
  const element = document.createElement("td");
  element.className = name;
  element.setAttribute("role", "cell");
  element.dataset.label = COLUMNS.find(([key]) => key === name)[1];
  if (typeof text === "string") {
    const clip = breakable(add(element, "span", undefined, "clip"), text);
    if (text.length > 12) clip.title = text;
  } else {
    element.append(text);
  }
  row.append(element);
}

function mark(text, kind) {
  const element = document.createElement("span");
  element.className = kind;
  element.textContent = text;
  return element;
}

function rowOf(rule, position) {
  const row = document.createElement("tr");
  row.setAttribute("role", "row");
  row.setAttribute("aria-rowindex", position + 2);
  cell(row, "service", rule.service);
  const open = document.createElement("button");
  open.type = "button";
  open.className = "open";
  add(open, "span", rule.title || rule.id, "clip title");
  if (rule.title !== "") breakable(add(open, "span", undefined, "clip name"), rule.id);
  open.title = `${rule.title}\n${rule.id}`;
  cell(row, "id", open);
  cell(row, "severity", rule.severity === "" ? "" : mark(rule.severity, "severity " + rule.severity));
  cell(row, "decision", mark(LABELS[rule.decision], "chip " + DECISIONS[rule.decision]));
  cell(row, "check", rule.why === "" ? rule.check : mark(rule.why, "clip why"));
  cell(row, "confidence", rule.decision < 3 ? sureness(rule.confidence) : "");
  cell(row, "verdict", rule.verdict === "" ? "" : mark(VERDICTS[rule.verdict], "chip " + rule.verdict));
  row.addEventListener("click", () => openRule(rule));
  return row;
}

function drawTable() {
  for (const head of table.tHead.rows[0].cells) {
    if (head.className === sorting.key) head.setAttribute("aria-sort", sorting.down ? "descending" : "ascending");
    else head.removeAttribute("aria-sort");
  }
  table.setAttribute("aria-rowcount", view.length + 1);
  table.hidden = view.length === 0;
  drawn = new Map();
  body.replaceChildren(above, below);
  if (view.length > 0) measure();
  drawRows();
}

function measure() {
  const sample = rowOf(view[0], 0);
  above.after(sample);
  rowHeight = sample.getBoundingClientRect().height;
  sample.remove();
}

function range() {
  const top = body.getBoundingClientRect().top;
  const first = Math.floor(-top / rowHeight) - AROUND;
  const last = Math.ceil((innerHeight - top) / rowHeight) + AROUND;
  return [Math.min(Math.max(0, first), view.length), Math.max(0, Math.min(view.length, last))];
}

function drawRows() {
  if (view.length === 0) return;
  const [from, to] = view.length <= FEW ? [0, view.length] : range();
  const kept = new Map();
  let before = above;
  for (let position = from; position < to; position++) {
    const row = drawn.get(position) ?? rowOf(view[position], position);
    if (before.nextSibling !== row) before.after(row);
    kept.set(position, row);
    before = row;
  }
  for (const [position, row] of drawn) {
    if (!kept.has(position)) row.remove();
  }
  drawn = kept;
  height(above, from * rowHeight);
  height(below, (view.length - to) * rowHeight);
}

// All rows, for the printer, as paragraphs: a browser takes minutes to break a table of thousands of rows into pages.
function drawPrinted() {
  const list = document.getElementById("printed");
  list.replaceChildren();
  for (const rule of view) {
    const text = add(list, "p");
    add(text, "b", rule.title || rule.id);
    const facts = [rule.title === "" ? "" : rule.id, LABELS[rule.decision], rule.severity, rule.service, VERDICTS[rule.verdict] ?? ""];
    text.append(` – ${facts.filter(fact => fact !== "").join(", ")}: ${rule.why === "" ? rule.check : rule.why}`);
  }
}

function height(row, pixels) {
  row.hidden = pixels <= 0;
  // An attribute and no style, which the policy of a page that was saved would refuse.
  row.setAttribute("height", Math.max(0, pixels));
}

// Puts a row into sight and the keyboard on it.
function focusRow(position) {
  if (position < 0 || position >= view.length) return;
  const top = body.getBoundingClientRect().top + scrollY + position * rowHeight;
  const header = table.tHead.getBoundingClientRect().height;
  if (top < scrollY + header) scrollTo(0, top - header);
  else if (top + rowHeight > scrollY + innerHeight) scrollTo(0, top + rowHeight - innerHeight);
  drawRows();
  drawn.get(position)?.querySelector("button").focus({preventScroll: true});
}

function moveByKey(event) {
  const row = event.target.closest("tr");
  if (row === null) return;
  const position = Number(row.getAttribute("aria-rowindex")) - 2;
  const page = Math.max(1, Math.floor(innerHeight / rowHeight) - 2);
  const steps = {ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -position, End: view.length - 1 - position};
  if (!(event.key in steps)) return;
  event.preventDefault();
  focusRow(Math.min(view.length - 1, Math.max(0, position + steps[event.key])));
}
