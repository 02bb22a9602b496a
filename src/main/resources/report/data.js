// The rules, as rows of the table; what is shown of one rule is parsed when a rule of its service is opened.
const DECISIONS = ["automated", "proposed", "manual_review", "invalid", "failed"];
const LABELS = ["To use", "Proposed", "For you", "Invalid", "Failed"];
const REASONS = ["Note", "What a person must decide", "Why a person must look", "Why it cannot be used", "Why it failed"];
const GRAVITIES = ["none", "note", "warning", "error"];
const SEVERITIES = ["critical", "high", "medium", "low", "informational"];
const VERDICTS = {PASS: "passed", FAIL: "failed", NOT_APPLICABLE: "no resource", UNKNOWN: "unknown"};
// Each cause and each reservation with what it means and what to do; a reservation by the words it begins with.
const STEPS = JSON.parse(document.getElementById("steps").textContent);
const OTHER_WORDS = "The model says otherwise";

/** How sure the generator is, as org.rulebatch.requirement.Sureness has it. */
function sureness(confidence) {
  return confidence >= 0.9 ? "sure" : confidence >= 0.7 ? "likely" : confidence >= 0.5 ? "possible" : "guess";
}

const rules = [];
const blocks = [];

for (const script of document.querySelectorAll("script.rows")) {
  const block = {service: script.dataset.service, details: script.nextElementSibling};
  blocks.push(block);
  JSON.parse(script.textContent).forEach((row, index) => {
    const [id, title, decision, operation, check, confidence, gravity, generator, severity, why, cause, verdict, controls] = row;
    rules.push({
      id, title, decision, operation, check, confidence, gravity, generator, severity: severity.toLowerCase(), why, verdict,
      controls, reason: reasonOf(decision, why, cause), service: block.service, block, index,
    });
  });
}

function reasonOf(decision, why, cause) {
  if (cause !== "" || decision !== 1) return cause;
  return (STEPS.find(step => why.includes(step.name)) ?? {name: OTHER_WORDS}).name;
}

function stepOf(rule) {
  return STEPS.find(step => step.name === rule.reason);
}

/** The place of a severity in their order, the gravest first; one that nobody knows comes last. */
function rank(severity) {
  const place = SEVERITIES.indexOf(severity);
  return place < 0 ? SEVERITIES.length : place;
}

function detailsOf(rule) {
  const block = rule.block;
  if (block.parsed === undefined) block.parsed = JSON.parse(block.details.textContent);
  return block.parsed.rules[rule.index];
}

// The check with the discoveries that lead to it, the first one first, as a rule file of its own would have them.
function yamlOf(rule) {
  const detail = detailsOf(rule);
  if (detail.check === undefined) return "";
  const file = rule.block.parsed[DECISIONS[rule.decision] === "proposed" ? "proposed" : "rule_file"];
  const chain = [];
  for (const read of detail.reads) {
    const own = [];
    for (let id = read; file.discoveries[id] !== undefined; id = file.discoveries[id][0]) {
      const text = file.discoveries[id][1];
      if (chain.includes(text) || own.includes(text)) break;
      own.unshift(text);
    }
    chain.push(...own);
  }
  return `version: "${file.version}"\nprovider: aws\nservice: ${rule.service}\ndiscovery:\n${chain.join("")}checks:\n${detail.check}`;
}

function textOf(rule) {
  if (rule.text === undefined) {
    rule.text = [rule.id, rule.title, rule.operation, rule.check, rule.why, ...rule.controls.flat()].join(" ").toLowerCase();
  }
  return rule.text;
}
