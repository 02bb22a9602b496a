// Puts the parts together.
function follow() {
  const hash = location.hash.slice(1);
  const id = hash.startsWith("rule-") ? decodeURIComponent(hash.slice(5)) : "";
  const rule = id === "" ? undefined : rules.find(each => each.id === id);
  if (rule !== undefined) {
    openRule(rule);
  } else if (hash.includes("=") || hash === "") {
    if (dialog.open) dialog.close();
    filtersFromAddress(hash);
    applyFilters();
    if (hash !== "") document.getElementById("rules").scrollIntoView();
  }
}

let waiting = false;
function later() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    drawRows();
  });
}

form.hidden = false;
fillFilters();
drawHead();
applyFilters();
const refilter = () => { filtersToAddress(); applyFilters(); };
form.addEventListener("input", refilter);
// Not for a field of text: it changes when it is left, and the click that leaves it would find another row.
form.addEventListener("change", event => { if (event.target.matches("select")) refilter(); });
form.addEventListener("submit", event => event.preventDefault());
form.addEventListener("reset", () => setTimeout(() => { sorting.key = ""; filtersToAddress(); applyFilters(); }));
body.addEventListener("keydown", moveByKey);
addEventListener("scroll", later, {passive: true});
addEventListener("resize", () => drawTable());
addEventListener("hashchange", follow);
addEventListener("beforeprint", () => {
  document.querySelectorAll("details").forEach(each => each.open = true);
  sayShown(Math.min(view.length, MOST_PRINTED));
  drawRows(true);
});
addEventListener("afterprint", () => {
  sayShown(view.length);
  drawRows();
});
document.getElementById("download").addEventListener("click", downloadCsv);
document.getElementById("close").addEventListener("click", () => dialog.close());
document.getElementById("previous").addEventListener("click", () => step(-1));
document.getElementById("next").addEventListener("click", () => step(1));
document.getElementById("link").addEventListener("click", event => copy(location.href, event.target));
dialog.addEventListener("close", closed);
dialog.addEventListener("click", event => { if (event.target === dialog) dialog.close(); });
dialog.addEventListener("keydown", event => {
  if (event.key === "j") step(1);
  if (event.key === "k") step(-1);
});
addEventListener("keydown", event => {
  if (event.key === "/" && !dialog.open && !event.target.closest("input, select")) {
    event.preventDefault();
    form.elements.q.focus();
  }
});
follow();
