// The list of rules, and the one that is worked on.
const MOST = 300;
const find = document.getElementById("find");
const listed = document.getElementById("list");
const work = document.getElementById("work");
let all = [];
let current = null;

function drawList() {
  const words = find.elements.q.value.toLowerCase().split(/\s+/).filter(word => word !== "");
  const show = find.elements.show.value;
  const fitting = all.filter(rule =>
    (show === "all" || (show === "decided" ? rule.decided : show === "automated" ? rule.decision === "automated" : rule.decision === "manual_review" && !rule.decided)) &&
    words.every(word => (rule.id + " " + rule.title).toLowerCase().includes(word)));
  const open = all.filter(rule => rule.decision === "manual_review" && !rule.decided).length;
  document.getElementById("count").textContent = `${fitting.length} ${fitting.length === 1 ? "rule" : "rules"} shown` +
    (fitting.length > MOST ? `, the first ${MOST} of them here` : "") + `; ${open} left to a person`;
  listed.replaceChildren();
  for (const rule of fitting.slice(0, MOST)) {
    const element = button(add(listed, "li"), undefined, () => openRule(rule));
    add(element, "span", rule.title || rule.id, rule.decided ? "done" : "");
    add(element, "span", rule.id, "rule-id");
    if (current === rule) element.setAttribute("aria-current", "true");
  }
}

async function openRule(rule) {
  current = rule;
  drawList();
  const {rule: recorded, decision, text, file} = await ask("GET", "/api/rule?" + new URLSearchParams({id: rule.id}));
  if (current !== rule) return;
  work.replaceChildren();
  work.scrollTop = 0;
  add(work, "h2", recorded.title || recorded.rule_id);
  add(work, "p", recorded.rule_id, "rule-id");
  if (recorded.requirement) add(work, "p", recorded.requirement);
  if (recorded.description) add(work, "p", recorded.description, "description");
  if (recorded.reason) add(work, "p", recorded.reason, "reason");
  const known = decision?.conditions ?? (recorded.ai_generated_requirements?.fields ?? []).map(field => conditionOf(field, recorded.validated_function));
  if (recorded.candidates?.length) candidates(recorded.candidates);
  form(rule, known, decision ?? {}, file);
  if (text) told("met", [`Decided in ${file}:`], text);
  work.focus({preventScroll: true});
}

let setConditions = () => {};

function textOf(condition) {
  const compared = each => `${each.path} ${each.operator} ${valueText(each.value)}`.trim();
  const quantifier = condition.quantifier ? `, ${condition.quantifier} of them` : "";
  const where = (condition.where ?? []).map(compared).join(" and ");
  return `${condition.client}.${condition.operation} ${compared(condition)}${quantifier}` + (where ? ` where ${where}` : "");
}

function candidates(list) {
  add(work, "h3", "Best candidates");
  const lines = add(work, "ul", undefined, "candidates");
  for (const candidate of list) {
    const line = add(lines, "li");
    add(line, "span", candidate.score.toFixed(2));
    add(line, "code", textOf(conditionOf(candidate, candidate)));
    button(line, "Take", () => setConditions([conditionOf(candidate, candidate)]));
  }
}

function form(rule, known, decision, file) {
  add(work, "h3", "What a compliant resource shows");
  const boxes = add(work, "div");
  let editors = [];
  const append = condition => {
    const editor = conditionEditor(boxes, condition, editors.length + 1, gone => { editors = editors.filter(each => each !== gone); logicShown(); });
    editors.push(editor);
    logicShown();
  };
  setConditions = list => {
    boxes.replaceChildren();
    editors = [];
    list.forEach(append);
    boxes.querySelector("input")?.focus();
  };
  const more = add(work, "p", undefined, "choices");
  button(more, "Add a condition", () => append({}));
  const logic = document.createElement("select");
  options(logic, ["all", "any"]);
  const logicLabel = add(more, "label", "Together ");
  logicLabel.append(logic);
  const logicShown = () => logicLabel.hidden = editors.length < 2;
  if (decision.logic === "any") logic.value = "any";
  const reasonLabel = add(work, "label", "Why (needed where a person must look)", "reasons");
  const reason = add(reasonLabel, "textarea");
  reason.value = decision.reason ?? "";
  const choices = add(work, "div", undefined, "choices");
  const because = () => reason.value.trim() === "" ? {} : {reason: reason.value.trim()};
  button(choices, "Save as a check", () => {
    const conditions = editors.map(editor => editor.value());
    save(rule, {rule_id: rule.id, decision: "automated", ...because(), ...(conditions.length > 1 ? {logic: logic.value} : {}), conditions});
  }, "main");
  button(choices, "A person must look", () => save(rule, {rule_id: rule.id, decision: "manual_review", ...because()}));
  const undo = button(choices, "Take the decision back", () => removeDecision(rule));
  undo.disabled = !rule.decided;
  if (known.length) known.forEach(append);
  logicShown();
}

function told(kind, lines, text) {
  document.getElementById("told")?.remove();
  const box = add(work, "div", undefined, "told " + kind);
  box.id = "told";
  box.setAttribute("role", kind === "met" ? "status" : "alert");
  lines.forEach(line => add(box, "p", line));
  if (text) add(box, "pre", text);
  box.scrollIntoView({block: "nearest"});
}

async function save(rule, decision) {
  try {
    const answer = await ask("PUT", "/api/decision?" + new URLSearchParams({id: rule.id}), decision);
    if (answer.errors) {
      told("missed", answer.errors.map(error => error.message + (error.hint ? " – " + error.hint : "")));
      return;
    }
    rule.decided = true;
    drawList();
    told("met", [`Saved as ${answer.file}; the next run honours it.`], answer.text);
  } catch (error) {
    told("missed", [error.message]);
  }
}

async function removeDecision(rule) {
  await ask("DELETE", "/api/decision?" + new URLSearchParams({id: rule.id}));
  rule.decided = false;
  await openRule(rule);
  told("met", ["The decision is taken back; the next run asks the generator again."]);
}

find.addEventListener("input", drawList);
find.elements.show.addEventListener("change", drawList);
find.addEventListener("submit", event => event.preventDefault());
ask("GET", "/api/rules").then(rules => {
  all = rules;
  drawList();
}).catch(error => told("missed", [error.message]));
