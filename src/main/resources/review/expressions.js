// A check in the check language: its parts as text, what is wrong with each, and beside them what its expressions can read.
const PARTS = [
  ["for_each", "For each", 2, "a read, such as ec2.describe_volumes; a list of reads, one a line after a dash; account or region for one verdict there"],
  ["where", "Where (others are not judged)", 2, "an expression; leave it empty to judge every item"],
  ["with", "With further reads", 2, "name: read, one a line, such as flow_logs: ec2.describe_flow_logs"],
  ["parameters", "Parameters", 2, "name: value, one a line, such as days: 90; expressions see params.days"],
  ["complies", "Complies", 4, "an expression that is true of a compliant item, such as item.Encrypted"],
];

function expressionEditor(parent, texts) {
  const box = add(parent, "fieldset", undefined, "condition expressions");
  add(box, "legend", "In the check language");
  const areas = {}, said = {};
  let last, asked = 0;
  for (const [key, name, rows, hint] of PARTS) {
    const area = labelled(box, name, document.createElement("textarea"), "rest");
    const help = add(box, "p", hint, "type");
    said[key] = add(box, "pre", undefined, "said");
    help.id = "help-" + key;
    said[key].id = "said-" + key;
    area.setAttribute("aria-describedby", `${help.id} ${said[key].id}`);
    area.spellcheck = false;
    area.rows = rows;
    area.value = texts[key] ?? "";
    area.addEventListener("focus", () => last = area);
    area.addEventListener("change", look);
    areas[key] = area;
  }
  last = areas.complies;
  const readable = add(box, "div", undefined, "rest readable");

  function value() {
    return Object.fromEntries(PARTS.map(([key]) => [key, areas[key].value]));
  }

  // Each error is shown at its part; those of no part are returned.
  function show(errors) {
    for (const [key] of PARTS) {
      const own = errors.filter(error => error.place === key);
      said[key].textContent = own.map(errorText).join("\n\n");
      areas[key].toggleAttribute("aria-invalid", own.length > 0);
      if (own.length > 0) areas[key].setAttribute("aria-invalid", "true");
    }
    return errors.filter(error => !(error.place in areas));
  }

  // What the program makes of what is typed so far. A part that is still empty is not complained about.
  async function look() {
    const mine = ++asked;
    const typed = value();
    const answer = await ask("GET", "/api/check?" + new URLSearchParams(typed)).catch(() => ({variables: [], errors: []}));
    if (mine !== asked) return;
    const others = show(answer.errors.filter(error => typed[error.place]?.trim() !== ""));
    offer(answer.variables);
    if (others.length > 0) readable.prepend(add(readable, "pre", others.map(errorText).join("\n\n"), "said"));
  }

  function offer(variables) {
    readable.replaceChildren();
    for (const {name, list: isList, members} of variables) {
      const part = add(readable, "details");
      part.open = true;
      add(part, "summary", isList ? `${name}, a list; each of its items has` : `${name} has`);
      const lines = add(part, "ul");
      for (const {path, type, values} of members) {
        const line = add(lines, "li");
        if (/[\[{]/.test(path)) add(line, "code", path);
        else button(line, path, () => insert(isList ? path : `${name}.${path}`)).title = "Insert";
        add(line, "span", type + (values.length ? ": " + values.join(", ") : ""));
      }
    }
  }

  function insert(text) {
    last.setRangeText(text, last.selectionStart, last.selectionEnd, "end");
    last.focus();
    last.dispatchEvent(new Event("input", {bubbles: true}));
  }

  look();
  return {value, show};
}
