// What the page asks the program on this machine. The token comes in the fragment of the address that the command printed; it is
// kept for this tab and leaves the address and its history at once.
const printed = new URLSearchParams(location.hash.slice(1));
if (printed.has("token")) {
  sessionStorage.setItem("token", printed.get("token"));
  history.replaceState(null, "", location.pathname);
}
const token = sessionStorage.getItem("token") ?? "";
const fieldsOf = new Map();
const readsOf = new Map();

// 412: the decision is another than the one this page has shown; 422: it cannot be used. Both answers say more.
async function ask(method, path, body, version) {
  const headers = {"X-Review-Token": token};
  if (version !== undefined) headers["If-Match"] = `"${version}"`;
  let answer;
  try {
    answer = await fetch(path, {method, headers, body: body && JSON.stringify(body)});
  } catch {
    throw new Error("The program does not answer; see whether the command 'review' still runs.");
  }
  if (answer.status === 412) return {...await answer.json(), conflict: true};
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
