// What a person has to do, by reason; and the controls of frameworks with their rules, as an auditor reads them.
function row(body, cells) {
  const line = add(body, "tr");
  cells.forEach(content => add(line, "td").append(...[content].flat()));
  return line;
}

function linkTo(hash, text, className) {
  const link = document.createElement("a");
  link.href = "#" + hash;
  link.textContent = text;
  if (className) link.className = className;
  return link;
}

// Text in which `code` stands between backticks.
function withCode(text) {
  return text.split("`").map((part, index) => index % 2 === 0 ? part : mark(part, "code"));
}

function drawReasons() {
  const body = document.querySelector("#reasons tbody");
  body.replaceChildren();
  const counts = grouped(rules, rule => rule.reason);
  for (const step of STEPS) {
    const count = counts.get(step.name)?.length ?? 0;
    if (count === 0) continue;
    const line = row(body, [linkTo("reason=" + encodeURIComponent(step.name), count.toLocaleString("en")), step.means, withCode(step.next)]);
    line.cells[0].className = "n";
  }
  document.getElementById("yours").hidden = body.rows.length === 0;
  document.getElementById("review").textContent = reviewCommand();
}

function grouped(list, keyOf) {
  const groups = new Map();
  for (const each of list) {
    const key = keyOf(each);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(each);
  }
  return groups;
}

// The page stands in the folder summary of an output folder; where it was copied elsewhere nobody knows that folder.
function reviewCommand() {
  const command = document.getElementById("yours").dataset.review;
  const folder = /^(.+)\/summary\/[^/]*$/.exec(location.protocol === "file:" ? decodeURIComponent(location.pathname) : "");
  if (folder === null) return command;
  const path = folder[1].replace(/^\/(?=[A-Za-z]:)/, "");
  return `${command} --output-dir=${/^[\w@%+=:,./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`}`;
}

// The controls of each framework in their order, each with its rules.
function frameworks() {
  const known = new Map();
  for (const rule of rules) {
    for (const [framework, control] of rule.controls) {
      if (!known.has(framework)) known.set(framework, new Map());
      const controls = known.get(framework);
      if (!controls.has(control)) controls.set(control, []);
      controls.get(control).push(rule);
    }
  }
  const order = new Intl.Collator("en", {numeric: true}).compare;
  return new Map([...known].sort(([left], [right]) => order(left, right))
    .map(([name, controls]) => [name, new Map([...controls].sort(([left], [right]) => order(left, right)))]));
}

function stateOf(those) {
  if (those.every(rule => rule.decision === 0)) return "covered";
  return those.some(rule => rule.decision < 2) ? "partly" : "open";
}

const sheets = frameworks();

function drawFrameworks() {
  const body = document.querySelector("#overview tbody");
  body.replaceChildren();
  for (const [name, controls] of sheets) {
    const states = [...controls.values()].map(stateOf);
    const count = state => states.filter(each => each === state).length.toLocaleString("en");
    const line = row(body, [linkTo("framework-" + encodeURIComponent(name), name || "of your own"), states.length.toLocaleString("en"), count("covered"), count("partly"), count("open")]);
    [...line.cells].slice(1).forEach(each => each.className = "n");
  }
  document.getElementById("frameworks").hidden = sheets.size === 0;
  document.getElementById("sheet").hidden = true;
}

let sheet = "";
function openSheet(name) {
  sheet = name;
  const body = document.querySelector("#controls tbody");
  body.replaceChildren();
  for (const [control, those] of sheets.get(name)) {
    const links = those.map(rule => {
      const item = document.createElement("div");
      item.append(mark(LABELS[rule.decision], "chip " + DECISIONS[rule.decision]), " ");
      if (rule.verdict !== "") item.append(mark(VERDICTS[rule.verdict], "chip " + rule.verdict), " ");
      item.append(linkTo("rule-" + encodeURIComponent(rule.id), rule.title || rule.id));
      return item;
    });
    row(body, [control, mark(stateOf(those), "state " + stateOf(those)), links]);
  }
  document.getElementById("sheet-title").textContent = name || "Controls of your own";
  const part = document.getElementById("sheet");
  part.hidden = false;
  part.focus({preventScroll: true});
  part.scrollIntoView();
}

function downloadSheet() {
  const head = ["framework", "control", "state", "rule_id", "service", "title", "severity", "rule_state", "check", "reason", "executed"];
  const lines = [...sheets.get(sheet)].flatMap(([control, those]) => those.map(rule =>
    [sheet, control, stateOf(those), rule.id, rule.service, rule.title, rule.severity, DECISIONS[rule.decision], rule.check, rule.why, rule.verdict]));
  download("controls.csv", [head, ...lines]);
}
