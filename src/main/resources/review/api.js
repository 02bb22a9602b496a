// What the page asks the program on this machine; the token is that of the address the command printed.
const token = new URLSearchParams(location.search).get("token");
const fieldsOf = new Map();
const readsOf = new Map();

async function ask(method, path, body) {
  const answer = await fetch(path, {method, headers: {"X-Review-Token": token}, body: body && JSON.stringify(body)});
  if (answer.status === 422) return answer.json();
  if (!answer.ok) throw new Error((await answer.text()).trim());
  return answer.json();
}

function once(map, key, path) {
  if (!map.has(key)) map.set(key, ask("GET", path).catch(() => []));
  return map.get(key);
}

function reads(client) {
  return once(readsOf, client, "/api/reads?" + new URLSearchParams({client}));
}

function fields(client, operation) {
  return once(fieldsOf, client + "." + operation, "/api/fields?" + new URLSearchParams({client, operation}));
}

function add(parent, name, text, className) {
  const element = document.createElement(name);
  if (text !== undefined) element.textContent = text;
  if (className) element.className = className;
  parent.append(element);
  return element;
}

function button(parent, text, action, className) {
  const element = add(parent, "button", text, className);
  element.type = "button";
  element.addEventListener("click", action);
  return element;
}

function valueText(value) {
  return Array.isArray(value) ? value.join(", ") : value === null || value === undefined ? "" : String(value);
}
