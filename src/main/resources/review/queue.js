// The queue: which rules are shown, in which order, and how far the work is.
const MOST = 300;
const SEVERITIES = ["critical", "high", "medium", "low", "informational"];
const find = document.getElementById("find");
const listed = document.getElementById("list");
let all = [];
let current = null;

const isAsked = rule => ["manual_review", "proposed"].includes(rule.decision);
const isDone = rule => rule.decided && !rule.expired;
const isOpen = rule => isAsked(rule) && !isDone(rule);
const rank = rule => { const at = SEVERITIES.indexOf(rule.severity); return at < 0 ? SEVERITIES.indexOf("medium") : at; };

// The rules that ask the same of a person and are still open.
function likeOf(rule) {
  return rule.group ? all.filter(each => each !== rule && each.group === rule.group && isOpen(each)) : [];
}

// The gravest first; of these, those that one decision may settle with many others.
function sorted(rules) {
  const sizes = new Map();
  for (const rule of all) if (isOpen(rule)) sizes.set(rule.group, (sizes.get(rule.group) ?? 0) + 1);
  const size = rule => sizes.get(rule.group) ?? 0;
  return [...rules].sort((a, b) => rank(a) - rank(b) || size(b) - size(a) || (a.group < b.group ? -1 : a.group > b.group ? 1 : 0));
}

function fitting() {
  const at = find.elements;
  const words = at.q.value.toLowerCase().split(/\s+/).filter(word => word !== "");
  const shown = {
    all: () => true, decided: rule => rule.decided, automated: rule => rule.decision === "automated",
    proposed: rule => rule.decision === "proposed" && !isDone(rule), open: isOpen,
  }[at.show.value];
  return sorted(all.filter(rule => shown(rule)
    && (!at.severity.value || rule.severity === at.severity.value)
    && (!at.service.value || rule.service === at.service.value)
    && (!at.cause.value || rule.cause === at.cause.value)
    && words.every(word => `${rule.id} ${rule.title} ${rule.why}`.toLowerCase().includes(word))));
}

function offerFilters() {
  const offer = (name, values) => {
    const select = find.elements[name];
    for (const value of values) add(select, "option", value.replaceAll("_", " ")).value = value;
    select.closest("label").hidden = values.length < 2;
  };
  offer("severity", SEVERITIES.filter(severity => all.some(rule => rule.severity === severity)));
  offer("service", [...new Set(all.map(rule => rule.service))].sort());
  offer("cause", [...new Set(all.map(rule => rule.cause).filter(cause => cause !== ""))].sort());
}

function drawList() {
  const rules = fitting();
  const asked = all.filter(isAsked);
  const open = asked.filter(isOpen).length;
  document.getElementById("count").textContent = `${rules.length} ${rules.length === 1 ? "rule" : "rules"} shown` +
    (rules.length > MOST ? `, the first ${MOST} of them here` : "") + `; ${open} left to a person`;
  const progress = document.getElementById("progress");
  progress.hidden = asked.length === 0;
  progress.querySelector("progress").max = Math.max(1, asked.length);
  progress.querySelector("progress").value = asked.length - open;
  progress.querySelector("span").textContent = `${asked.length - open} of ${asked.length} decided`;
  listed.replaceChildren();
  for (const rule of rules.slice(0, MOST)) {
    const element = button(add(listed, "li"), undefined, () => openRule(rule));
    if (rule.severity) add(element, "span", rule.severity, `severity ${rule.severity}`);
    add(element, "span", rule.title || rule.id, isDone(rule) ? "done" : "");
    const like = isOpen(rule) ? likeOf(rule).length : 0;
    add(element, "span", rule.id + (drafts.has(rule.id) ? " · not saved" : ""), "rule-id");
    const notes = [like && `${like} more like it`, rule.expired && "the decision has expired"].filter(Boolean);
    if (notes.length) add(element, "span", notes.join(" · "), "notes");
    if (current === rule) element.setAttribute("aria-current", "true");
  }
}

// The open rule after this one in the queue as it is shown, or else the first.
function nextOpen(after) {
  const open = fitting().filter(rule => isOpen(rule) || rule === after);
  const at = open.indexOf(after);
  return open[at + 1] ?? open.find(rule => rule !== after) ?? null;
}

function step(by) {
  const rules = fitting().slice(0, MOST);
  if (rules.length === 0) return;
  const at = rules.indexOf(current);
  openRule(rules[at < 0 ? 0 : Math.min(rules.length - 1, Math.max(0, at + by))]);
}

for (const name of ["show", "severity", "service", "cause"]) find.elements[name].addEventListener("change", drawList);
find.addEventListener("input", drawList);
find.addEventListener("submit", event => event.preventDefault());

// What was typed about a rule and not saved, by its id. The browser keeps it, so that a reload loses nothing.
const drafts = new Map();
const DRAFT = "draft:";
for (const key of Object.keys(localStorage)) {
  if (!key.startsWith(DRAFT)) continue;
  try {
    drafts.set(key.slice(DRAFT.length), JSON.parse(localStorage.getItem(key)));
  } catch {
    localStorage.removeItem(key);
  }
}

function keepDraftOf(rule, draft) {
  drafts.set(rule.id, draft);
  localStorage.setItem(DRAFT + rule.id, JSON.stringify(draft));
}

function dropDraftOf(rule) {
  drafts.delete(rule.id);
  localStorage.removeItem(DRAFT + rule.id);
}

// Who decides; the program knows the user's name, and the person may write another.
const by = document.getElementById("by");
by.value = localStorage.getItem("by") ?? "";
by.addEventListener("input", () => localStorage.setItem("by", by.value));
ask("GET", "/api/me").then(me => { if (by.value === "") by.value = me.by; }).catch(() => {});

function signed(decision, until) {
  const {rule_id, decision: what, ...rest} = decision;
  return {rule_id, decision: what, ...(by.value.trim() ? {decided_by: by.value.trim()} : {}), ...(until ? {expires: until} : {}), ...rest};
}
