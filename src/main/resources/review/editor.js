// One condition: the read, the field, the operators that fit it, and a value of its type.
const EXTRAS = ["name", "params", "bind", "items", "key", "quantifier", "where", "absent"];
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
  for (const key of EXTRAS) if (entry[key] !== undefined) condition[key] = entry[key];
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

function conditionEditor(parent, condition, number, remove) {
  const box = add(parent, "fieldset", undefined, "condition");
  add(box, "legend", "Condition " + number);
  const read = labelled(box, "Operation", document.createElement("input"), "long");
  const path = labelled(box, "Path", document.createElement("input"), "long");
  const operator = labelled(box, "Operator", document.createElement("select"));
  const valueLabel = add(box, "label", "Value");
  const type = add(box, "p", "", "type");
  const readList = list(box, read);
  const pathList = list(box, path);
  const rest = Object.fromEntries(EXTRAS.filter(key => key in condition).map(key => [key, condition[key]]));
  if (Object.keys(rest).some(key => key !== "name")) add(box, "p", "As it was: " + JSON.stringify(rest), "rest");
  if (remove) button(box, "Leave this condition out", () => { box.remove(); remove(editor); });
  read.value = condition.client ? condition.client + "." + condition.operation : "";
  path.value = condition.path ?? "";
  read.required = path.required = true;
  let field, control, operators = [], changed = false;

  function parts() {
    const dot = read.value.indexOf(".");
    return dot < 0 ? [read.value.trim(), ""] : [read.value.slice(0, dot).trim(), read.value.slice(dot + 1).trim()];
  }

  async function readChanged() {
    const [client, operation] = parts();
    const [methods, known] = [await reads(client), operation ? await fields(client, operation) : []];
    options(readList, methods.map(method => client + "." + method));
    options(pathList, known.map(each => each.path));
    pathChanged(known);
  }

  function pathChanged(known) {
    field = known.find(each => each.path === path.value.trim());
    operators = field ? field.operators : [];
    const wanted = operator.value || condition.operator;
    const names = operators.map(each => each.name);
    options(operator, wanted && !names.includes(wanted) ? [...names, wanted] : names);
    if (wanted) operator.value = wanted;
    type.textContent = field ? `a ${field.type}` + (field.values.length ? ": " + field.values.join(", ") : "") : "";
    drawValue();
  }

  function operand() {
    return operators.find(each => each.name === operator.value)?.operand ?? "scalar";
  }

  function drawValue() {
    const before = control ? control.value : valueText(condition.value);
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

  read.addEventListener("change", () => { changed = true; readChanged(); });
  path.addEventListener("change", async () => { changed = true; pathChanged(await fields(...parts())); });
  operator.addEventListener("change", drawValue);

  // What does not belong to another read or field than it was made for is dropped with them.
  function value() {
    const [client, operation] = parts();
    const result = {client, operation, path: path.value.trim(), operator: operator.value, ...(changed ? {} : rest)};
    if (operand() === "list") result.value = control.value.split(",").map(each => each.trim()).filter(each => each !== "").map(typed);
    else if (operand() !== "none") result.value = typed(control.value.trim());
    return result;
  }

  const editor = {value, ready: readChanged()};
  return editor;
}
