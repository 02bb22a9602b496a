// Puts the parts together.
function follow() {
  const hash = location.hash.slice(1);
  const [kind, name] = /^(rule|framework)-(.*)$/.exec(hash)?.slice(1) ?? ["", ""];
  const wanted = decoded(name);
  const rule = kind === "rule" ? rules.find(each => each.id === wanted) : undefined;
  gone.hidden = kind !== "rule" || rule !== undefined;
  if (rule !== undefined) {
    openRule(rule);
    return;
  }
  if (!gone.hidden) {
    gone.textContent = `This run has no rule ${wanted}. It may have another name by now, or be in another run; search for a part of it.`;
    gone.scrollIntoView();
  } else if (kind === "framework" && sheets.has(wanted)) {
    if (dialog.open) dialog.close();
    openSheet(wanted);
  } else if (hash.includes("=") || hash === "") {
    if (dialog.open) dialog.close();
    filtersFromAddress(hash);
    applyFilters();
    if (hash !== "") document.getElementById("rules").scrollIntoView();
  }
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
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

const gone = document.getElementById("gone");
dialog.removeAttribute("open");
form.hidden = false;
fillFilters();
drawHead();
drawReasons();
drawFrameworks();
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
  drawPrinted();
});
addEventListener("afterprint", () => document.getElementById("printed").replaceChildren());
document.getElementById("download").addEventListener("click", downloadRules);
document.getElementById("sheet-csv").addEventListener("click", downloadSheet);
document.getElementById("copy-review").addEventListener("click", event => copy(reviewCommand(), event.target));
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
