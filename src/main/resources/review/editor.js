// One condition: the read, the field, the operators that fit it, a value of its type, and which elements of a list it is about.
const KEPT = ["name", "params", "bind", "items", "key", "absent"];
const QUANTIFIERS = ["every", "some", "none"];
const NUMBERS = ["integer", "long", "float", "double"];
let numbering = 0;

// From what the run recorded of a field or a candidate to what a decision's file says.
function conditionOf(entry, main) {
  const call = entry.validated_function ?? (entry.python_method ? entry : main);
  const condition = {client: call.client, operation: call.python_method, path: entry.boto3_python_field, operator: entry.operator};
  const value = entry.boto3_python_field_expected_values;
  if (value !== null && value !== undefined) condition.value = value;
  if (entry.conceptual_name) condition.name = entry.conceptual_name;
  if (entry.map_key) condition.key = entry.map_key;
  for (const key of [...KEPT, "quantifier", "where"]) if (entry[key] !== undefined) condition[key] = entry[key];
  for (const filter of condition.where ?? []) if (filter.value === null) delete filter.value;
  return condition;
}

function labelled(parent, text, control, className) {
  const label = add(parent, "label", text, className);
  label.append(control);
  return control;
}

function list(parent, input) {
  const element = add(parent, "datalist");
  element.id = "list-" + ++numbering;
  input.setAttribute("list", element.id);
  return element;
}

function options(element, values) {
  element.replaceChildren();
  for (const value of values) {
    const option = add(element, "option", value);
    option.value = value;
  }
}

// A field, an operator that fits it, and a value of its type.
function comparison(parent, entry, names) {
  const path = labelled(parent, names.path, document.createElement("input"), "long");
  const operator = labelled(parent, names.operator, document.createElement("select"));
  const valueLabel = add(parent, "label", names.value);
  const type = add(parent, "p", "", "type");
  const pathList = list(parent, path);
  path.value = entry.path ?? "";
  path.required = true;
  let known = [], field, control, operators = [];

  function pathChanged() {
    field = known.find(each => each.path === path.value.trim());
    operators = field ? field.operators : [];
    const wanted = operator.value || entry.operator;
    const fitting = operators.map(each => each.name);
    options(operator, wanted && !fitting.includes(wanted) ? [...fitting, wanted] : fitting);
    if (wanted) operator.value = wanted;
    type.textContent = field ? `${"aeiou".includes(field.type[0]) ? "an" : "a"} ${field.type}` + (field.values.length ? ": " + field.values.join(", ") : "") : "";
    drawValue();
  }

  function operand() {
    return operators.find(each => each.name === operator.value)?.operand ?? "scalar";
  }

  function drawValue() {
    const before = control ? control.value : valueText(entry.value);
    control?.remove();
    valueLabel.hidden = operand() === "none";
    const choices = field?.type === "boolean" ? ["true", "false"] : operand() === "scalar" ? field?.values ?? [] : [];
    control = document.createElement(choices.length ? "select" : "input");
    if (choices.length) options(control, before && !choices.includes(before) ? [...choices, before] : choices);
    else if (field?.values.length) options(list(valueLabel, control), field.values);
    if (before) control.value = before;
    if (operand() === "list") control.placeholder = "one, two";
    valueLabel.append(control);
  }

  function typed(text) {
    if (field?.type === "boolean") return text === "true";
    const number = NUMBERS.includes(field?.type) || operand() === "days";
    return number && text !== "" && Number.isFinite(Number(text)) ? Number(text) : text;
  }

  function value() {
    const result = {path: path.value.trim(), operator: operator.value};
    // The fields have not come yet: what it says is what it was made with.
    if (!control) return {path: result.path, operator: entry.operator ?? "", ...("value" in entry ? {value: entry.value} : {})};
    if (operand() === "list") result.value = control.value.split(",").map(each => each.trim()).filter(each => each !== "").map(typed);
    else if (operand() !== "none") result.value = typed(control.value.trim());
    return result;
  }

  path.addEventListener("change", pathChanged);
  operator.addEventListener("change", drawValue);
  return {path, value, offer(fields) { known = fields; options(pathList, known.map(each => each.path)); pathChanged(); }};
}

function conditionEditor(parent, condition, number, remove) {
  const box = add(parent, "fieldset", undefined, "condition");
  add(box, "legend", "Condition " + number);
  const read = labelled(box, "Operation", document.createElement("input"), "long");
  const readList = list(box, read);
  const main = comparison(box, condition, {path: "Path", operator: "Operator", value: "Value"});
  const quantifier = labelled(box, "Holds for elements", document.createElement("select"));
  const kept = Object.fromEntries(KEPT.filter(key => key in condition).map(key => [key, condition[key]]));
  const filters = [];
  let changed = false, known = [];
  options(quantifier, ["", ...QUANTIFIERS]);
  quantifier.options[0].textContent = "its only value";
  quantifier.value = condition.quantifier ?? "";
  if (Object.keys(kept).some(key => key !== "name")) add(box, "p", "As it was: " + JSON.stringify(kept), "rest");
  const buttons = add(box, "div", undefined, "choices rest");
  const filterButton = button(buttons, "Only some elements count", () => filter({}).path.focus());
  if (remove) button(buttons, "Leave this condition out", () => { box.remove(); remove(editor); });
  read.value = condition.client ? condition.client + "." + condition.operation : "";
  read.required = true;
  (condition.where ?? []).forEach(filter);

  function filter(entry) {
    const row = document.createElement("fieldset");
    row.className = "condition filter";
    add(row, "legend", "Only elements where");
    const editor = comparison(row, entry, {path: "Path of the filter", operator: "Operator of the filter", value: "Value of the filter"});
    button(row, "Leave this filter out", () => { row.remove(); filters.splice(filters.indexOf(editor), 1); filterButton.focus(); });
    editor.offer(known);
    filters.push(editor);
    buttons.before(row);
    return editor;
  }

  function parts() {
    const dot = read.value.indexOf(".");
    return dot < 0 ? [read.value.trim(), ""] : [read.value.slice(0, dot).trim(), read.value.slice(dot + 1).trim()];
  }

  async function readChanged() {
    const [client, operation] = parts();
    const methods = await reads(client);
    known = operation ? await fields(client, operation) : [];
    options(readList, methods.map(method => client + "." + method));
    [main, ...filters].forEach(each => each.offer(known));
  }

  read.addEventListener("change", () => { changed = true; readChanged(); });
  main.path.addEventListener("change", () => changed = true);

  // What does not belong to another read or field than it was made for is dropped with them.
  function value() {
    const [client, operation] = parts();
    const result = {client, operation, ...main.value(), ...(changed ? {} : kept)};
    if (quantifier.value !== "") result.quantifier = quantifier.value;
    if (filters.length > 0) {
      result.quantifier ??= "every";
      result.where = filters.map(each => each.value());
    }
    return result;
  }

  const editor = {value, ready: readChanged()};
  return editor;
}
