// One key for each thing that is done often; none while text is typed, and none at all where a person has switched them off.
const help = document.getElementById("keys");
const on = help.querySelector("input");
on.checked = localStorage.getItem("keys") !== "off";
on.addEventListener("change", () => localStorage.setItem("keys", on.checked ? "on" : "off"));

function pressed(selector) {
  const element = document.querySelector(selector);
  if (element && !element.disabled) element.click();
  return element;
}

const KEYS = {
  c: () => pressed("[data-key=confirm]"),
  t: () => pressed("[data-key=take]"),
  e: () => {
    const parts = [...work.querySelectorAll(".condition input, .expressions textarea")];
    const shown = parts.find(each => each.offsetParent !== null);
    if (shown) shown.focus();
    else pressed("[data-key=add]");
  },
  p: () => {
    if (work.querySelector("[data-key=reason]")?.value.trim() === "") work.querySelector("[data-key=reason]").focus();
    else pressed("[data-key=person]");
  },
  u: () => pressed("[data-key=undo]:enabled") ?? pressed("[data-key=undo-last]"),
  n: () => { const rule = nextOpen(current); if (rule) openRule(rule); },
  j: () => step(1),
  k: () => step(-1),
  "/": () => find.elements.q.focus(),
};

document.addEventListener("keydown", event => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || help.open) return;
  const typing = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
  if (event.key === "Escape" && typing) return event.target.blur();
  if (typing) return;
  if (event.key === "?") {
    event.preventDefault();
    return help.showModal();
  }
  if (!on.checked || !(event.key in KEYS)) return;
  event.preventDefault();
  KEYS[event.key]();
});
document.getElementById("show-keys").addEventListener("click", () => help.showModal());
