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
  const parts = detail.parts ?? [];
  article.replaceChildren();
  const head = add(article, "p", undefined, "kind");
  head.append(mark(LABELS[rule.decision], "chip " + DECISIONS[rule.decision]));
  head.append(" ", rule.service, rule.severity === "" ? "" : `, severity ${rule.severity}`);
  if (rule.decision < 3) head.append(`, ${sureness(rule.confidence)}`);
  if (rule.verdict !== "") head.append(", executed: ", mark(VERDICTS[rule.verdict], "chip " + rule.verdict));
  const heading = add(article, "h2");
  heading.id = "detail-title";
  underlined(heading, rule.title || rule.id, parts.filter(([place]) => place === "title"));
  if (rule.title) underlined(add(article, "p", undefined, "rule-id"), rule.id, parts.filter(([place]) => place === "id"));
  if (detail.description) underlined(add(article, "p", undefined, "description"), detail.description, parts.filter(([place]) => place === "description"));
  why(rule, detail);
  answers(rule, detail, parts);
  asked(detail.asked ?? {});
  conditions(detail);
  examples(detail.examples ?? []);
  findings("Errors when it was executed", detail.errors ?? [], error => ["error", error.message, error.operation, error.type]);
  findings("Findings", detail.findings ?? [], finding => [finding.severity, finding.message, finding.hint, finding.id]);
  candidates(detail.candidates ?? []);
  people(rule, detail);
  yaml(rule);
  provenance(detail.provenance);
}

// The words of each part are underlined: those that a piece of the check answers, and those that nothing answers.
function underlined(element, text, parts) {
  let at = 0;
  for (const [, from, to, by] of parts.slice().sort((left, right) => left[1] - right[1])) {
    if (from < at || to > text.length) continue;
    element.append(text.slice(at, from));
    add(element, "u", text.slice(from, to), by === "" ? "open" : "answered").title = by === "" ? "nothing in the check answers it" : "answered by " + by;
    at = to;
  }
  element.append(text.slice(at));
}

function why(rule, detail) {
  if (detail.place) note("Where", detail.place);
  if (rule.why !== "") note(REASONS[rule.decision], rule.why);
  const step = stepOf(rule);
  if (step === undefined) return;
  const part = section("What to do");
  add(part, "p").append(...withCode(step.next));
  const command = add(part, "p");
  add(command, "code", reviewCommand());
  const button = add(command, "button", "Copy");
  button.type = "button";
  button.addEventListener("click", () => copy(reviewCommand(), button));
}

function answers(rule, detail, parts) {
  if (parts.length === 0) return;
  const texts = {title: rule.title || rule.id, id: rule.id, description: detail.description ?? ""};
  const best = rule.decision === 2 ? "What the best candidate would answer" : "What answers each part of the rule";
  grid(section(best), ["The rule says", "Answered by"], parts.map(([place, from, to, by]) =>
    [texts[place].slice(from, to), by === "" ? "nothing" : by + pieceOf(by, detail)]));
}

function pieceOf(by, detail) {
  if (by === "for_each" || by === "where") return detail.asked?.[by] ? ": " + detail.asked[by] : "";
  return by === "conditions" && detail.fields?.length === 1 ? ": " + detail.fields[0][1] : "";
}

function asked(pieces) {
  if (Object.keys(pieces).length === 0) return;
  const list = add(section("The check"), "dl", undefined, "asked");
  for (const [name, value] of Object.entries(pieces)) {
    add(list, "dt", name.replaceAll("_", " "));
    add(add(list, "dd"), "code", typeof value === "string" ? value : JSON.stringify(value));
  }
}

function people(rule, detail) {
  if (detail.remediation) add(section("Remediation"), "p", detail.remediation, "description");
  if (rule.controls.length > 0) {
    const list = add(section("Controls of frameworks"), "ul");
    rule.controls.forEach(([framework, control]) => add(list, "li").append(linkTo("framework-" + encodeURIComponent(framework), framework || "of your own"), " " + control));
  }
  if (detail.references?.length > 0) {
    const list = add(section("References"), "ul");
    for (const each of detail.references) {
      const item = add(list, "li");
      if (/^https?:\/\//.test(each)) Object.assign(add(item, "a", each), {href: each, rel: "noreferrer"});
      else item.append(each);
    }
  }
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

function conditions(detail) {
  const fields = detail.fields ?? [];
  if (fields.length === 0) return;
  const heads = {all: "The check: all of these must hold", any: "The check: one of these must hold"};
  grid(section(heads[detail.logic] ?? "The check: a compliant resource shows"), ["Operation", "Condition", "Known values"], fields);
}

function examples(list) {
  if (list.length === 0) return;
  const part = add(section("Answers of AWS on which the check was tried"), "div", undefined, "examples");
  for (const each of list) {
    const complies = each.verdict === "PASS";
    const figure = add(part, "figure");
    add(figure, "figcaption").append(mark(complies ? "Complies" : "Violates", "chip " + (complies ? "automated" : "failed")));
    const code = add(figure, "pre", answerText(each.answers, "").trimStart());
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
  grid(section("Best candidates"), ["Sure?", "Operation", "Check", "Source"], list.map(([score, ...others]) => [sureness(score), ...others]));
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
