// The rule that is worked on.
const work = document.getElementById("work");
let draftOfCurrent = () => null;

function keepDraft() {
  const draft = draftOfCurrent();
  if (current && draft) keepDraftOf(current, draft);
}

// before: what has just been decided about another rule.
async function openRule(rule, before) {
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
  const {rule: recorded, decision, check, text, file, version, problem} = answer;
  const draft = drafts.get(rule.id);
  history.replaceState(null, "", "#" + new URLSearchParams({rule: rule.id}));
  work.scrollTop = 0;
  if (before) beforeThis(before);
  add(work, "h2", recorded.title || recorded.rule_id);
  add(work, "p", recorded.rule_id, "rule-id");
  const facts = add(work, "p", undefined, "facts-of");
  if (recorded.severity) add(facts, "span", recorded.severity, `severity ${recorded.severity}`);
  if (recorded.cause) add(facts, "span", recorded.cause.replaceAll("_", " "));
  if (decision?.decided_by || decision?.decided_at) add(facts, "span", `decided${decision.decided_by ? " by " + decision.decided_by : ""}${decision.decided_at ? " on " + decision.decided_at.slice(0, 10) : ""}`);
  if (decision?.expires) add(facts, "span", (rule.expired ? "expired on " : "until ") + decision.expires, rule.expired ? "error" : "");
  if (recorded.requirement) add(work, "p", recorded.requirement);
  if (recorded.description) add(work, "p", recorded.description, "description");
  if (recorded.reason) add(work, "p", recorded.reason, "reason");
  if (recorded.decision === "proposed" && !decision) proposal(rule, recorded, draft?.version ?? version);
  if (isOpen(rule)) likeThis(rule, recorded);
  const fields = (recorded.ai_generated_requirements?.fields ?? []).filter(field => field.operator !== "expression");
  const known = decision?.conditions ?? (decision?.check ? [] : fields).map(field => conditionOf(field, recorded.validated_function));
  if (recorded.candidates?.length) candidates(recorded.candidates);
  form(rule, draft?.conditions ?? known, draft?.check ?? check, draft ?? decision ?? {}, draft?.version ?? version, draft);
  if (text) told("met", [`Decided in ${file}:`], text);
  if (problem) told("missed", [problem]);
  work.focus({preventScroll: true});
}

// What the run proposes: confirmed or turned down with one action.
function proposal(rule, recorded, version) {
  add(work, "h3", "Proposed");
  add(work, "p", recorded.reservation, "reason reservation");
  const check = recorded.check?.override;
  if (check) add(work, "pre", (check.where ? `where: ${check.where}\n` : "") + `complies: ${check.complies}`);
  const state = {version, changed: false};
  const choices = add(work, "div", undefined, "choices");
  const asItStands = proposedOf(recorded);
  button(choices, "Confirm the check", () =>
    decide({decision: "automated", reason: "Confirmed: " + recorded.reservation, ...asItStands}), "main").dataset.key = "confirm";
  button(choices, "Turn it down", () =>
    decide({decision: "manual_review", reason: "Turned down: " + recorded.reservation}));
  async function decide(decision) {
    await save(rule, state, {rule_id: rule.id, ...decision});
  }
}

// The check that the run proposes, as a decision's file says it.
function proposedOf(recorded) {
  const check = recorded.check?.override;
  if (check) return {check};
  const {fields = [], condition_logic: logic} = recorded.ai_generated_requirements ?? {};
  const conditions = fields.map(field => conditionOf(field, recorded.validated_function));
  return {...(conditions.length > 1 ? {logic} : {}), conditions};
}

// Rules that ask the same: one reason, and a decision of its own for each that is ticked.
function likeThis(rule, recorded) {
  const like = likeOf(rule);
  if (like.length === 0) return;
  const box = add(work, "details", undefined, "like");
  add(box, "summary", `${like.length} more ${like.length === 1 ? "rule asks" : "rules ask"} the same: decide them together`);
  const lines = add(box, "ul");
  const ticks = like.map(each => {
    const label = add(add(lines, "li"), "label");
    const tick = add(label, "input");
    tick.type = "checkbox";
    add(label, "span", each.title || each.id);
    add(label, "span", each.id, "rule-id");
    return {each, tick};
  });
  const choices = add(box, "div", undefined, "choices");
  button(choices, "Tick all", () => ticks.forEach(({tick}) => tick.checked = true));
  if (recorded.decision === "proposed") {
    button(choices, "Confirm this one and the ticked", () => decideAll(each =>
      ({decision: "automated", reason: "Confirmed: " + each.reservation, ...proposedOf(each)})));
  }
  button(choices, "A person must look at this one and the ticked", () => {
    const reason = work.querySelector("[data-key=reason]").value.trim() || (recorded.decision === "proposed" ? "Turned down: " + recorded.reservation : "");
    if (reason === "") return told("missed", ["Say why a person must look."]);
    return decideAll(() => ({decision: "manual_review", reason}));
  });

  async function decideAll(decisionOf) {
    const chosen = [rule, ...ticks.filter(({tick}) => tick.checked).map(({each}) => each)];
    const until = untilNow();
    const failed = [];
    for (const each of chosen) {
      try {
        const {rule: one, version} = await ask("GET", "/api/rule?" + new URLSearchParams({id: each.id}));
        if (each !== rule && version !== "absent" && !each.expired) throw new Error("it has been decided meanwhile");
        const answer = await ask("PUT", "/api/decision?" + new URLSearchParams({id: each.id}), signed({rule_id: each.id, ...decisionOf(one)}, until), version);
        if (answer.conflict) throw new Error("it was changed meanwhile");
        if (answer.errors) throw new Error(answer.errors.map(errorText).join("; "));
        settled(each);
      } catch (error) {
        failed.push(`${each.id}: ${error.message}`);
      }
    }
    drawList();
    const lines = [`${chosen.length - failed.length} of ${chosen.length} decisions are saved, each in its own file; the next run honours them.`, ...failed];
    const next = failed.length === 0 ? nextOpen(rule) : null;
    draftOfCurrent = () => null;
    if (next) await openRule(next, {lines});
    else { await openRule(rule); told(failed.length ? "missed" : "met", lines); }
  }
}

const untilNow = () => work.querySelector("[data-key=until]")?.value ?? "";

function settled(rule) {
  rule.decided = true;
  rule.expired = false;
  dropDraftOf(rule);
}

// What was decided about the rule before this one, with the way back to it.
function beforeThis({lines, rule}) {
  told("met", lines);
  const box = document.getElementById("told");
  box.classList.add("before");
  if (rule) {
    const back = button(box, "Take it back", async () => {
      const {version} = await ask("GET", "/api/rule?" + new URLSearchParams({id: rule.id}));
      await removeDecision(rule, {version, changed: false});
    });
    back.dataset.key = "undo-last";
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
    button(line, "Take", () => setConditions([conditionOf(candidate, candidate)])).dataset.key = "take";
  }
}

// version: the one of the decision that is shown, so that nobody's later one is written over unseen.
function form(rule, known, check, decision, version, draft) {
  add(work, "h3", "What a compliant resource shows");
  if (draft) {
    const note = add(work, "p", "This is what you typed and have not saved. ", "draft");
    button(note, "Drop it", () => { dropDraftOf(rule); draftOfCurrent = () => null; openRule(rule); });
  }
  const ways = add(work, "p", undefined, "choices ways");
  const way = labelled(ways, "Say it ", document.createElement("select"));
  options(way, ["in conditions", "in the check language"]);
  const boxes = add(work, "div");
  const expressed = add(work, "div");
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
    turnTo("in conditions");
    boxes.replaceChildren();
    editors = [];
    list.forEach(append);
    state.changed = true;
    boxes.querySelector("input")?.focus();
  };
  const more = add(work, "p", undefined, "choices");
  button(more, "Add a condition", () => { append({}); state.changed = true; }).dataset.key = "add";
  const logic = document.createElement("select");
  options(logic, ["all", "any"]);
  const logicLabel = add(more, "label", "Together ");
  logicLabel.append(logic);
  const logicShown = () => logicLabel.hidden = editors.length < 2;
  let expressions = null;
  function turnTo(name) {
    way.value = name;
    boxes.hidden = more.hidden = name !== "in conditions";
    expressed.hidden = !boxes.hidden;
    if (boxes.hidden) expressions ??= expressionEditor(expressed, check);
  }
  way.addEventListener("change", () => turnTo(way.value));
  if (decision.logic === "any") logic.value = "any";
  const tried = add(work, "div");
  const reasonLabel = add(work, "label", "Why (needed where a person must look)", "reasons");
  const reason = add(reasonLabel, "textarea");
  reason.value = decision.reason ?? "";
  reason.dataset.key = "reason";
  const untilLabel = add(work, "label", "Until (this decision is asked for again after that day)", "until");
  const until = add(untilLabel, "input");
  until.type = "date";
  until.dataset.key = "until";
  until.value = decision.expires ?? "";
  const choices = add(work, "div", undefined, "choices");
  const because = () => reason.value.trim() === "" ? {} : {reason: reason.value.trim()};
  // The check as it is typed.
  function made() {
    if (boxes.hidden) return {rule_id: rule.id, decision: "automated", ...because(), typed: expressions.value()};
    const conditions = editors.map(editor => editor.value());
    return {rule_id: rule.id, decision: "automated", ...because(), ...(conditions.length > 1 ? {logic: logic.value} : {}), conditions};
  }
  button(choices, "Save as a check", async () => {
    if (boxes.hidden) {
      await save(rule, state, made(), expressions.show);
      undo.disabled = !rule.decided;
      return;
    }
    await Promise.all(editors.map(editor => editor.ready));
    if (editors.length === 0) return told("missed", ["Add a condition first, or take a candidate."]);
    await save(rule, state, made());
    undo.disabled = !rule.decided;
  }, "main");
  button(choices, "A person must look", async () => {
    if (reason.value.trim() === "") return told("missed", ["Say why a person must look."]);
    await save(rule, state, {rule_id: rule.id, decision: "manual_review", ...because()});
    undo.disabled = !rule.decided;
  }).dataset.key = "person";
  const undo = button(choices, "Take the decision back", () => removeDecision(rule, state));
  undo.disabled = !rule.decided;
  undo.dataset.key = "undo";
  if (known.length) known.forEach(append);
  logicShown();
  turnTo(draft?.way ?? (check.complies ? "in the check language" : "in conditions"));
  const isTyped = () => boxes.hidden ? expressions.value().complies.trim() !== "" : editors.length > 0;
  const trial = trialOf(tried, rule, () => isTyped() ? signed(made(), until.value) : null);
  function changed() {
    state.changed = true;
    keepDraft();
    trial.look();
  }
  for (const event of ["input", "change"]) {
    for (const part of [ways, boxes, expressed, more, reasonLabel, untilLabel]) part.addEventListener(event, changed);
  }
  for (const part of [boxes, more]) part.addEventListener("click", () => trial.look());
  setConditions = (setThem => list => { setThem(list); trial.look(); })(setConditions);
  draftOfCurrent = () => state.changed
    ? {conditions: editors.map(editor => editor.value()), check: expressions?.value() ?? check, way: way.value, logic: logic.value, reason: reason.value, expires: until.value, version: state.version}
    : null;
}

function errorText({message, hint}) {
  return message + (hint ? (message.includes("\n") ? "\n" : " – ") + hint : "");
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

// show: takes the errors that it can show at their places, and returns the others.
async function save(rule, state, decision, show = errors => errors) {
  try {
    const answer = await ask("PUT", "/api/decision?" + new URLSearchParams({id: rule.id}), signed(decision, untilNow()), state.version);
    if (answer.conflict) return changedMeanwhile(rule, state, answer);
    if (answer.errors) {
      const others = show(answer.errors).map(errorText);
      told("missed", others.length > 0 ? others : ["Nothing was saved; what is wrong stands below the part that it is about."]);
      return;
    }
    state.version = answer.version;
    state.changed = false;
    const wasOpen = isOpen(rule);
    settled(rule);
    const lines = [`Saved as ${answer.file}; the next run honours it.`];
    const next = wasOpen ? nextOpen(rule) : null;
    drawList();
    if (next && current === rule) await openRule(next, {lines: [`${rule.title || rule.id}: decided. ${lines[0]}`], rule});
    else told("met", lines, answer.text);
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
  rule.decided = rule.expired = false;
  state.changed = false;
  dropDraftOf(rule);
  await openRule(rule);
  told("met", ["The decision is taken back; the next run asks the generator again."]);
}

window.addEventListener("beforeunload", event => {
  keepDraft();
  if (drafts.size > 0) event.preventDefault();
});
const wanted = new URLSearchParams(location.hash.slice(1)).get("rule");
ask("GET", "/api/rules").then(rules => {
  all = rules;
  offerFilters();
  drawList();
  const rule = all.find(each => each.id === wanted);
  if (rule) openRule(rule);
}).catch(error => told("missed", [error.message]));
