// The list of rules, and the one that is worked on.
const MOST = 300;
const find = document.getElementById("find");
const listed = document.getElementById("list");
const work = document.getElementById("work");
let all = [];
let current = null;
// What was typed about a rule and not saved, by its id.
const drafts = new Map();
let draftOfCurrent = () => null;

function drawList() {
  const words = find.elements.q.value.toLowerCase().split(/\s+/).filter(word => word !== "");
  const show = find.elements.show.value;
  const isOpen = rule => ["manual_review", "proposed"].includes(rule.decision) && !rule.decided;
  const shown = {
    all: () => true, decided: rule => rule.decided, automated: rule => rule.decision === "automated",
    proposed: rule => rule.decision === "proposed" && !rule.decided, open: isOpen,
  }[show];
  const fitting = all.filter(rule => shown(rule) && words.every(word => (rule.id + " " + rule.title).toLowerCase().includes(word)));
  const open = all.filter(isOpen).length;
  document.getElementById("count").textContent = `${fitting.length} ${fitting.length === 1 ? "rule" : "rules"} shown` +
    (fitting.length > MOST ? `, the first ${MOST} of them here` : "") + `; ${open} left to a person`;
  listed.replaceChildren();
  for (const rule of fitting.slice(0, MOST)) {
    const element = button(add(listed, "li"), undefined, () => openRule(rule));
    add(element, "span", rule.title || rule.id, rule.decided ? "done" : "");
    add(element, "span", rule.id + (drafts.has(rule.id) ? " · not saved" : ""), "rule-id");
    if (current === rule) element.setAttribute("aria-current", "true");
  }
}

function keepDraft() {
  const draft = draftOfCurrent();
  if (current && draft) drafts.set(current.id, draft);
}

async function openRule(rule) {
  keepDraft();
  draftOfCurrent = () => null;
  current = rule;
  drawList();
  // What is typed until the answer comes would be lost.
  work.replaceChildren();
  let answer;
  try {
    answer = await ask("GET", "/api/rule?" + new URLSearchParams({id: rule.id}));
  } catch (error) {
    if (current === rule) told("missed", [error.message]);
    return;
  }
  if (current !== rule) return;
  const {rule: recorded, decision, text, file, version, problem} = answer;
  const draft = drafts.get(rule.id);
  history.replaceState(null, "", "#" + new URLSearchParams({rule: rule.id}));
  work.scrollTop = 0;
  add(work, "h2", recorded.title || recorded.rule_id);
  add(work, "p", recorded.rule_id, "rule-id");
  if (recorded.requirement) add(work, "p", recorded.requirement);
  if (recorded.description) add(work, "p", recorded.description, "description");
  if (recorded.reason) add(work, "p", recorded.reason, "reason");
  if (recorded.decision === "proposed" && !decision) proposal(rule, recorded, draft?.version ?? version);
  const fields = (recorded.ai_generated_requirements?.fields ?? []).filter(field => field.operator !== "expression");
  const known = decision?.conditions ?? (decision?.check ? [] : fields).map(field => conditionOf(field, recorded.validated_function));
  if (recorded.candidates?.length) candidates(recorded.candidates);
  form(rule, draft?.conditions ?? known, draft ?? decision ?? {}, draft?.version ?? version, draft);
  if (text) told("met", [`Decided in ${file}:`], text);
  if (problem) told("missed", [problem]);
  work.focus({preventScroll: true});
}

// What the run proposes: confirmed or turned down with one action.
function proposal(rule, recorded, version) {
  add(work, "h3", "Proposed");
  add(work, "p", recorded.reservation, "reason reservation");
  const check = recorded.check?.override;
  const fields = recorded.ai_generated_requirements?.fields ?? [];
  const conditions = fields.map(field => conditionOf(field, recorded.validated_function));
  const logic = recorded.ai_generated_requirements?.condition_logic;
  if (check) add(work, "pre", (check.where ? `where: ${check.where}\n` : "") + `complies: ${check.complies}`);
  const state = {version, changed: false};
  const choices = add(work, "div", undefined, "choices");
  const asItStands = check ? {check} : {...(conditions.length > 1 ? {logic} : {}), conditions};
  button(choices, "Confirm the check", () =>
    decide({decision: "automated", reason: "Confirmed: " + recorded.reservation, ...asItStands}), "main");
  button(choices, "Turn it down", () =>
    decide({decision: "manual_review", reason: "Turned down: " + recorded.reservation}));
  async function decide(decision) {
    if (await save(rule, state, {rule_id: rule.id, ...decision})) await openRule(rule);
  }
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

// version: the one of the decision that is shown, so that nobody's later one is written over unseen.
function form(rule, known, decision, version, draft) {
  add(work, "h3", "What a compliant resource shows");
  if (draft) {
    const note = add(work, "p", "This is what you typed and have not saved. ", "draft");
    button(note, "Drop it", () => { drafts.delete(rule.id); draftOfCurrent = () => null; openRule(rule); });
  }
  const boxes = add(work, "div");
  const state = {version, changed: draft !== undefined};
  let editors = [];
  const append = condition => {
    const editor = conditionEditor(boxes, condition, editors.length + 1, gone => {
      editors = editors.filter(each => each !== gone);
      state.changed = true;
      logicShown();
    });
    editors.push(editor);
    logicShown();
  };
  setConditions = list => {
    boxes.replaceChildren();
    editors = [];
    list.forEach(append);
    state.changed = true;
    boxes.querySelector("input")?.focus();
  };
  const more = add(work, "p", undefined, "choices");
  button(more, "Add a condition", () => { append({}); state.changed = true; });
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
  button(choices, "Save as a check", async () => {
    await Promise.all(editors.map(editor => editor.ready));
    const conditions = editors.map(editor => editor.value());
    if (conditions.length === 0) return told("missed", ["Add a condition first, or take a candidate."]);
    await save(rule, state, {rule_id: rule.id, decision: "automated", ...because(), ...(conditions.length > 1 ? {logic: logic.value} : {}), conditions});
    undo.disabled = !rule.decided;
  }, "main");
  button(choices, "A person must look", async () => {
    if (reason.value.trim() === "") return told("missed", ["Say why a person must look."]);
    await save(rule, state, {rule_id: rule.id, decision: "manual_review", ...because()});
    undo.disabled = !rule.decided;
  });
  const undo = button(choices, "Take the decision back", () => removeDecision(rule, state));
  undo.disabled = !rule.decided;
  if (known.length) known.forEach(append);
  logicShown();
  for (const event of ["input", "change"]) {
    for (const part of [boxes, more, reasonLabel]) part.addEventListener(event, () => state.changed = true);
  }
  draftOfCurrent = () => state.changed
    ? {conditions: editors.map(editor => editor.value()), logic: logic.value, reason: reason.value, version: state.version}
    : null;
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

// Somebody else's decision is shown; the next click is about that one.
function changedMeanwhile(rule, state, answer) {
  state.version = answer.version;
  rule.decided = answer.version !== "absent";
  drawList();
  told("missed", [
    rule.decided
      ? `This decision was changed meanwhile (${answer.changed}), so nothing was written. ${answer.file} now says:`
      : `This decision was taken back meanwhile, so nothing was written; there is no ${answer.file} any more.`,
    "What you typed is still here. Do the same again to put it in the place of that."], answer.text);
}

async function save(rule, state, decision) {
  try {
    const answer = await ask("PUT", "/api/decision?" + new URLSearchParams({id: rule.id}), decision, state.version);
    if (answer.conflict) return changedMeanwhile(rule, state, answer);
    if (answer.errors) {
      told("missed", answer.errors.map(error => error.message + (error.hint ? " – " + error.hint : "")));
      return;
    }
    state.version = answer.version;
    state.changed = false;
    drafts.delete(rule.id);
    rule.decided = true;
    drawList();
    told("met", [`Saved as ${answer.file}; the next run honours it.`], answer.text);
    return true;
  } catch (error) {
    told("missed", [error.message]);
  }
}

async function removeDecision(rule, state) {
  try {
    const answer = await ask("DELETE", "/api/decision?" + new URLSearchParams({id: rule.id}), undefined, state.version);
    if (answer.conflict) return changedMeanwhile(rule, state, answer);
  } catch (error) {
    return told("missed", [error.message]);
  }
  rule.decided = false;
  state.changed = false;
  drafts.delete(rule.id);
  await openRule(rule);
  told("met", ["The decision is taken back; the next run asks the generator again."]);
}

find.addEventListener("input", drawList);
find.elements.show.addEventListener("change", drawList);
find.addEventListener("submit", event => event.preventDefault());
window.addEventListener("beforeunload", event => {
  keepDraft();
  if (drafts.size > 0) event.preventDefault();
});
const wanted = new URLSearchParams(location.hash.slice(1)).get("rule");
ask("GET", "/api/rules").then(rules => {
  all = rules;
  drawList();
  const rule = all.find(each => each.id === wanted);
  if (rule) openRule(rule);
}).catch(error => told("missed", [error.message]));
