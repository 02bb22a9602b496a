// The rules, as rows of the table; what is shown of one rule is parsed when a rule of its service is opened.
const DECISIONS = ["automated", "proposed", "manual_review", "invalid", "failed"];
const LABELS = ["Automated", "Proposed", "Manual review", "Invalid", "Failed"];
const REASONS = ["Why", "What a person must decide", "Why a person must look", "Why it cannot be used", "Why it failed"];
const GRAVITIES = ["none", "note", "warning", "error"];

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
    const [id, title, decision, operation, path, operator, value, more, confidence, gravity, findings, generator, severity, reservation] = row;
    rules.push({
      id, title, decision, operation, path, operator, value: valueText(value), more, confidence, gravity, findings,
      generator, severity, reservation, service: block.service, block, index,
    });
  });
}

function valueText(value) {
  if (value === null) return "";
  return Array.isArray(value) ? value.map(valueText).join(", ") : typeof value === "object" ? JSON.stringify(value) : String(value);
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
    rule.text = [rule.id, rule.title, rule.operation, rule.path, rule.operator, rule.value, rule.reservation].join(" ").toLowerCase();
  }
  return rule.text;
}
