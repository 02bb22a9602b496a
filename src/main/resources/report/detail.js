// One rule, in a dialog of its own; the address names it, so that a link leads to it.
const dialog = document.getElementById("detail");
const article = document.getElementById("rule");
const title = document.title;
let opened = null;

function add(parent, name, text, className) {
  const element = document.createElement(name);
  if (text !== undefined) element.textContent = text;
  if (className) element.className = className;
  parent.append(element);
  return element;
}

// A name that may go on in the next line after a dot, an underscore or a small letter before a large one.
function breakable(element, text) {
  text.split(/(?<=[._])(?=\w)|(?<=[a-z])(?=[A-Z])/).forEach((part, index) => {
    if (index > 0) element.append(document.createElement("wbr"));
    element.append(part);
  });
  return element;
}

function openRule(rule) {
  opened = rule;
  fillDetail(rule);
  if (!dialog.open) dialog.showModal();
  article.scrollTop = 0;
  article.focus({preventScroll: true});
  const position = view.indexOf(rule);
  document.getElementById("previous").disabled = position <= 0;
  document.getElementById("next").disabled = position < 0 || position === view.length - 1;
  history.replaceState(null, "", "#rule-" + encodeURIComponent(rule.id));
  document.title = rule.id + " – " + title;
}

function closed() {
  const position = view.indexOf(opened);
  opened = null;
  document.title = title;
  filtersToAddress();
  if (position >= 0) focusRow(position);
}

function step(by) {
  const next = view[view.indexOf(opened) + by];
  if (opened !== null && next !== undefined) openRule(next);
}

function fillDetail(rule) {
  const detail = detailsOf(rule);
  article.replaceChildren();
  const head = add(article, "p", undefined, "kind");
  head.append(mark(LABELS[rule.decision], "chip " + DECISIONS[rule.decision]));
  head.append(" ", rule.service, rule.severity === "" ? "" : `, severity ${rule.severity}`);
  if (rule.decision < 3) head.append(`, ${sureness(rule.confidence)}`);
  add(article, "h2", rule.title || rule.id).id = "detail-title";
  add(article, "p", rule.id, "rule-id");
  if (detail.requirement) add(article, "p", detail.requirement);
  if (detail.description) add(article, "p", detail.description, "description");
  if (detail.reason) note(REASONS[rule.decision], detail.reason);
  if (detail.reservation) note("What a person must decide", detail.reservation);
  if (detail.place) note("Where", detail.place);
  conditions(rule, detail);
  findings("Findings", detail.findings ?? [], finding => [finding.severity, finding.message, finding.hint, finding.id]);
  findings("Errors when it was executed", detail.errors ?? [], error => ["error", error.message, error.operation, error.type]);
  candidates(detail.candidates ?? []);
  yaml(rule);
  examples(detail.examples ?? []);
  provenance(detail.provenance);
}

function section(heading) {
  const element = add(article, "section");
  add(element, "h3", heading);
  return element;
}

function note(heading, text) {
  add(section(heading), "p", text, "reason");
}

function grid(parent, heads, rows) {
  const scroll = add(parent, "div", undefined, "scroll");
  scroll.tabIndex = 0;
  scroll.setAttribute("role", "region");
  scroll.setAttribute("aria-label", parent.querySelector("h3").textContent);
  const list = add(scroll, "table");
  const head = add(add(list, "thead"), "tr");
  heads.forEach(text => add(head, "th", text).scope = "col");
  const lines = add(list, "tbody");
  for (const row of rows) {
    const line = add(lines, "tr");
    row.forEach((text, index) => breakable(add(line, "td"), text).dataset.label = heads[index]);
  }
}

function conditions(rule, detail) {
  const fields = detail.fields ?? [];
  if (fields.length === 0) return;
  const parts = {all: "All of these must hold", any: "One of these must hold"};
  grid(section(parts[detail.logic] ?? "A compliant resource shows"), ["Operation", "Path", "Operator", "Value", "Known values"], fields.map(field => {
    const own = field.validated_function;
    const quantifier = field.quantifier ? field.quantifier + " " : "";
    return [
      own ? `${own.client}.${own.python_method}` : rule.operation, field.boto3_python_field, quantifier + field.operator,
      valueText(field.boto3_python_field_expected_values ?? null) + whereText(field.where),
      field.known,
    ];
  }));
}

function examples(list) {
  if (list.length === 0) return;
  const part = add(section("Answers of AWS on which the check was tried"), "div", undefined, "examples");
  for (const each of list) {
    const complies = each.verdict === "PASS";
    const figure = add(part, "figure");
    add(figure, "figcaption").append(mark(complies ? "Complies" : "Violates", "chip " + (complies ? "automated" : "failed")));
    const code = add(figure, "pre", answerText(each.answers, ""));
    code.tabIndex = 0;
    code.setAttribute("role", "region");
    code.setAttribute("aria-label", complies ? "An answer that complies" : "An answer that violates");
  }
}

// An answer as indented lines, in the form of the file of examples.
function answerText(value, indent) {
  if (value === null || typeof value !== "object") return " " + JSON.stringify(value) + "\n";
  const lines = Array.isArray(value)
    ? value.map(each => indent + "-" + answerText(each, indent + "  ").replace(/^\n\s*/, " "))
    : Object.entries(value).map(([key, each]) => indent + key + ":" + answerText(each, indent + "  "));
  return lines.length === 0 ? (Array.isArray(value) ? " []\n" : " {}\n") : "\n" + lines.join("");
}

function whereText(where) {
  if (where === undefined) return "";
  return " where " + where.map(each => `${each.path} ${each.operator} ${valueText(each.value ?? null)}`.trim()).join(" and ");
}

function findings(heading, list, parts) {
  if (list.length === 0) return;
  const lines = add(section(heading), "ul");
  for (const each of list) {
    const [gravity, message, hint, id] = parts(each);
    const line = add(lines, "li");
    line.append(mark(gravity, "chip " + gravity), " ", message, hint ? ` – ${hint} ` : " ");
    add(line, "code", id);
  }
}

function candidates(list) {
  if (list.length === 0) return;
  const heads = ["Score", "Operation", "Path", "Operator", "Value", "Source"];
  grid(section("Best candidates"), heads, list.map(([score, operation, path, operator, value, source]) =>
    [score.toFixed(2), operation, path, operator, valueText(value), source]));
}

function yaml(rule) {
  const text = yamlOf(rule);
  if (text === "") return;
  const part = section("Rule YAML");
  const button = add(part, "button", "Copy YAML");
  button.type = "button";
  button.addEventListener("click", () => copy(text, button));
  const code = add(part, "pre");
  code.tabIndex = 0;
  code.setAttribute("role", "region");
  code.setAttribute("aria-label", "Rule YAML");
  for (const line of text.split(/(?<=\n)/)) {
    const parts = /^(\s*(?:- )?)([\w.{}\[\]]+)(:.*\n?)$/.exec(line);
    if (parts === null) code.append(line);
    else code.append(parts[1], mark(parts[2], "key"), parts[3]);
  }
}

function provenance(known) {
  if (known === undefined) return;
  const part = section("Where this comes from");
  const list = add(part, "dl");
  for (const [name, value] of Object.entries(known)) {
    if (value === null) continue;
    add(list, "dt", name.replaceAll("_", " "));
    add(list, "dd", typeof value === "string" ? value : JSON.stringify(value));
  }
}

async function copy(text, button) {
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Copied";
  } catch {
    button.textContent = "The browser does not allow it";
  }
  setTimeout(() => button.textContent = before, 2000);
}
