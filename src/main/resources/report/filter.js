// Which rules are shown, in which order; both stand in the address, so that a view can be sent to someone.
const form = document.getElementById("filters");
const shown = document.getElementById("shown");
const sorting = {key: "", down: false};
let view = rules;

function option(select, value, label) {
  const element = document.createElement("option");
  element.value = value;
  element.textContent = label;
  form.elements[select].append(element);
}

function valuesOf(rule, key) {
  return key === "framework" ? rule.controls.map(([framework]) => framework) : [rule[key]];
}

// What all rules have in common narrows nothing. A page that was saved has its options already.
function fillFilters() {
  for (const select of form.querySelectorAll("select:not([name=findings])")) select.length = 1;
  DECISIONS.forEach((word, index) => option("decision", word, LABELS[index]));
  for (const key of ["service", "severity", "framework", "reason", "verdict", "generator"]) {
    const values = [...new Set(rules.flatMap(rule => valuesOf(rule, key)))].filter(value => value !== "").sort();
    if (key === "severity") values.sort((left, right) => rank(left) - rank(right));
    values.forEach(value => option(key, value, key === "reason" ? value.replaceAll("_", " ") : VERDICTS[value] ?? value));
    form.elements[key].closest("label").hidden = values.length < (key === "generator" ? 2 : 1);
  }
}

function selected() {
  const wanted = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]));
  const words = wanted.q.toLowerCase().split(/\s+/).filter(word => word !== "");
  const decision = DECISIONS.indexOf(wanted.decision);
  const gravity = GRAVITIES.indexOf(wanted.findings);
  const keys = ["service", "severity", "framework", "reason", "verdict", "generator"].filter(key => wanted[key] !== "");
  return rules.filter(rule =>
    (decision < 0 || rule.decision === decision) &&
    (wanted.findings === "" || (wanted.findings === "any" ? rule.gravity > 0 : rule.gravity === gravity)) &&
    keys.every(key => valuesOf(rule, key).includes(wanted[key])) &&
    words.every(word => textOf(rule).includes(word)));
}

function sorted(list) {
  if (sorting.key === "") return list;
  const sign = sorting.down ? -1 : 1;
  return list.slice().sort((a, b) => {
    const [left, right] = sorting.key === "severity" ? [rank(a.severity), rank(b.severity)] : [a[sorting.key], b[sorting.key]];
    return sign * (typeof left === "number" ? left - right : left < right ? -1 : left > right ? 1 : 0);
  });
}

function sayShown() {
  const [those, all] = [view.length, rules.length].map(count => count.toLocaleString("en"));
  shown.textContent = view.length === rules.length ? `${all} rules` : `${those} of ${all} rules`;
}

function applyFilters() {
  view = sorted(selected());
  sayShown();
  document.getElementById("none").hidden = view.length > 0;
  drawTable();
}

function filtersToAddress() {
  const wanted = new URLSearchParams([...new FormData(form)].filter(([, value]) => value !== ""));
  if (sorting.key !== "") wanted.set("sort", (sorting.down ? "-" : "") + sorting.key);
  history.replaceState(null, "", "#" + wanted);
}

function filtersFromAddress(hash) {
  const wanted = new URLSearchParams(hash);
  for (const field of form.elements) {
    if (field.name) field.value = wanted.get(field.name) ?? "";
  }
  const sort = wanted.get("sort") ?? "";
  sorting.down = sort.startsWith("-");
  sorting.key = sort.replace(/^-/, "");
}

// A cell that a spreadsheet would take for a formula is kept as text.
function csvCell(value) {
  const text = String(value).replace(/^(?=[=+\-@\t\r])/, "'");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function download(name, lines) {
  const file = new Blob([[...lines.map(cells => cells.map(csvCell).join(",")), ""].join("\r\n")], {type: "text/csv"});
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

function downloadRules() {
  const keys = ["service", "id", "title", "severity", "decision", "operation", "check", "why", "reason", "confidence", "verdict", "generator"];
  download("rules.csv", [keys, ...view.map(rule => keys.map(key => key === "decision" ? DECISIONS[rule.decision] : rule[key]))]);
}
