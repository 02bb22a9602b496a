// The verdicts of a scan over accounts, rule by rule; a rule's table is made when it is opened.
const scan = JSON.parse(document.getElementById("data").textContent);
const SEVERITIES = ["critical", "high", "medium", "low", "informational"];
const MOST_ACCOUNTS = 200;
const form = document.getElementById("filters");
const list = document.getElementById("rules");

function make(name, text, className) {
  const element = document.createElement(name);
  if (text !== undefined) element.textContent = text;
  if (className) element.className = className;
  return element;
}

function count(number, word) {
  return `${number} ${word}${number === 1 ? "" : "s"}`;
}

function head() {
  const missing = scan.accounts.filter(account => account.problem);
  const sum = status => scan.accounts.reduce((total, account) => total + (account.counts[status] ?? 0), 0);
  const facts = document.getElementById("facts");
  for (const [name, value] of [["started", scan.started], ["accounts", scan.accounts.length], ["rules that fail", scan.rules.filter(rule => rule.fail).length]]) {
    const fact = make("span", `${name} `);
    fact.append(make("b", value));
    facts.append(fact, " ");
  }
  const verdict = document.getElementById("verdict");
  const failed = sum("FAIL");
  verdict.classList.add(failed || missing.length ? "missed" : "met");
  verdict.append(make("strong", failed ? count(failed, "failure") : "No failure"),
    `${count(sum("PASS"), "pass").replace("passs", "passes")}, ${sum("UNKNOWN")} unknown. `,
    missing.length ? `${count(missing.length, "account")} could not be looked at.` : "Each account was looked at.");
}

function accounts() {
  const body = document.querySelector("#accounts tbody");
  const first = [...scan.accounts].sort((a, b) => (b.problem !== "") - (a.problem !== "") || (b.counts.FAIL ?? 0) - (a.counts.FAIL ?? 0));
  for (const account of first.slice(0, MOST_ACCOUNTS)) {
    const row = body.insertRow();
    const name = make("th", account.account);
    name.scope = "row";
    row.append(name, make("td", account.regions.join(", ") || "not known"));
    for (const status of ["PASS", "FAIL", "UNKNOWN", "NOT_APPLICABLE"]) row.append(make("td", account.counts[status] ?? 0, "n"));
    row.append(make("td", account.problem, account.problem ? "error" : ""));
  }
  if (first.length > MOST_ACCOUNTS) {
    document.getElementById("more-accounts").textContent = `${first.length - MOST_ACCOUNTS} more are in summary.json.`;
  }
}

function options(name, values) {
  for (const value of values) {
    const option = make("option", value);
    option.value = value;
    form.elements[name].append(option);
  }
}

function wanted(row) {
  const [account, region, status, resource, found, reason] = row;
  const at = form.elements;
  const words = at.q.value.toLowerCase().split(/\s+/).filter(Boolean);
  const text = `${account} ${region} ${resource} ${found} ${reason}`.toLowerCase();
  return (!at.status.value || status === at.status.value) && (!at.account.value || account === at.account.value)
    && words.every(word => text.includes(word));
}

function table(rule, rows) {
  const made = make("table");
  const top = made.createTHead().insertRow();
  for (const name of ["Account", "Region", "Status", "Resource", "Found"]) {
    const cell = make("th", name);
    cell.scope = "col";
    top.append(cell);
  }
  const body = made.createTBody();
  for (const [account, region, status, resource, found, reason] of rows) {
    const row = body.insertRow();
    row.append(make("td", account), make("td", region || "–"), make("td", status, `status ${status}`), make("td", resource || "the account"), make("td", found || reason));
  }
  const box = make("div", undefined, "scroll");
  box.tabIndex = 0;
  box.setAttribute("role", "region");
  box.setAttribute("aria-label", rule.title);
  box.append(made);
  return box;
}

function ruleElement(rule, rows, filtered) {
  const details = make("details", undefined, "rule");
  details.id = `rule-${rule.id}`;
  const summary = make("summary");
  const counted = filtered ? `${rows.length} shown` : [rule.fail && `${rule.fail} failed`, rule.unknown && `${rule.unknown} unknown`].filter(Boolean).join(", ");
  summary.append(make("span", rule.severity, `severity ${rule.severity}`), make("span", rule.title, "title"),
    make("span", `${counted} in ${count(rule.accounts, "account")}`), make("code", rule.id, "rule-id"));
  details.append(summary);
  details.addEventListener("toggle", () => {
    if (!details.open || details.children.length > 1) return;
    if (rule.expected) details.append(make("p", `Expected: ${rule.expected}`, "expected"));
    details.append(table(rule, rows));
    if (rule.more) details.append(make("p", `${rule.more} more are in verdicts.csv.`, "expected"));
  });
  return details;
}

function show() {
  const at = form.elements;
  const filtered = at.q.value.trim() || at.status.value || at.account.value;
  const shown = [];
  for (const rule of scan.rules) {
    if ((at.severity.value && rule.severity !== at.severity.value) || (at.service.value && rule.service !== at.service.value)) continue;
    const named = `${rule.id} ${rule.title}`.toLowerCase().includes(at.q.value.trim().toLowerCase()) && !at.status.value && !at.account.value;
    const rows = filtered && !named ? rule.rows.filter(wanted) : rule.rows;
    if (rows.length) shown.push(ruleElement(rule, rows, filtered && !named));
  }
  list.replaceChildren(...shown);
  document.getElementById("shown").textContent = `${shown.length} of ${count(scan.rules.length, "rule")}`;
}

head();
accounts();
options("severity", SEVERITIES.filter(severity => scan.rules.some(rule => rule.severity === severity)));
options("account", scan.accounts.map(account => account.account));
options("service", [...new Set(scan.rules.map(rule => rule.service))].sort());
form.addEventListener("input", show);
form.addEventListener("change", show);
form.addEventListener("submit", event => event.preventDefault());
form.addEventListener("reset", () => setTimeout(show));
show();
const linked = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
if (linked instanceof HTMLDetailsElement) linked.open = true;
