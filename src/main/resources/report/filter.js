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

function fillFilters() {
  DECISIONS.forEach((word, index) => option("decision", word, LABELS[index]));
  for (const key of ["service", "severity", "generator"]) {
    const values = [...new Set(rules.map(rule => rule[key]))].filter(value => value !== "").sort();
    values.forEach(value => option(key, value, value));
  }
  const one = form.elements.generator.options.length < 3;
  form.elements.generator.closest("label").hidden = one;
  table.classList.toggle("one-generator", one);
}

function selected() {
  const wanted = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, value.trim()]));
  const words = wanted.q.toLowerCase().split(/\s+/).filter(word => word !== "");
  const least = wanted.confidence === "" ? 0 : Number(wanted.confidence);
  const decision = DECISIONS.indexOf(wanted.decision);
  const gravity = GRAVITIES.indexOf(wanted.findings);
  return rules.filter(rule =>
    (decision < 0 || rule.decision === decision) &&
    (wanted.service === "" || rule.service === wanted.service) &&
    (wanted.severity === "" || rule.severity === wanted.severity) &&
    (wanted.generator === "" || rule.generator === wanted.generator) &&
    (wanted.findings === "" || (wanted.findings === "any" ? rule.gravity > 0 : rule.gravity === gravity)) &&
    rule.confidence >= least &&
    words.every(word => textOf(rule).includes(word)));
}

function sorted(list) {
  if (sorting.key === "") return list;
  const sign = sorting.down ? -1 : 1;
  return list.slice().sort((a, b) => {
    const [left, right] = [a[sorting.key], b[sorting.key]];
    return sign * (typeof left === "number" ? left - right : left < right ? -1 : left > right ? 1 : 0);
  });
}

function sayShown(drawable) {
  const [some, those, all] = [drawable, view.length, rules.length].map(count => count.toLocaleString("en"));
  shown.textContent = (view.length === rules.length ? `${all} rules` : `${those} of ${all} rules`)
    + (drawable < view.length ? `, the first ${some} of them here` : "");
}

function applyFilters() {
  view = sorted(selected());
  sayShown(view.length);
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

function downloadCsv() {
  const keys = ["service", "id", "title", "severity", "decision", "operation", "path", "operator", "value", "confidence", "findings", "generator", "reservation"];
  const lines = view.map(rule => keys.map(key => csvCell(key === "decision" ? DECISIONS[rule.decision] : rule[key])).join(","));
  const file = new Blob([[keys.join(","), ...lines, ""].join("\r\n")], {type: "text/csv"});
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = "rules.csv";
  link.click();
  URL.revokeObjectURL(link.href);
}
