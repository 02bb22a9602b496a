// What a decision would be before it is saved: its file, and what its check says of the rule's examples.
function trialOf(parent, rule, decisionOf) {
  const box = add(parent, "section", undefined, "trial");
  const title = add(box, "h3", "Before you save");
  title.id = "trial-title";
  box.setAttribute("aria-labelledby", title.id);
  const shown = add(box, "div");
  const preview = add(box, "details");
  add(preview, "summary", "The file as it would be");
  const text = add(preview, "pre");
  let asked = 0, waiting;

  async function look() {
    const mine = ++asked;
    const decision = decisionOf();
    if (decision === null) {
      box.hidden = true;
      return;
    }
    const answer = await ask("PUT", "/api/draft?" + new URLSearchParams({id: rule.id}), decision).catch(() => null);
    if (mine !== asked || answer === null) return;
    box.hidden = false;
    text.textContent = answer.text;
    draw(answer);
  }

  function draw({errors, examples}) {
    shown.replaceChildren();
    if (errors.length > 0) {
      add(shown, "p", "It cannot be saved yet: " + errorText(errors[0]), "unmet");
      return;
    }
    if (examples.length === 0) {
      add(shown, "p", "There is no example to try it on.", "type");
      return;
    }
    const held = examples.filter(example => example.verdict === example.expected).length;
    const sum = add(shown, "p", `${held} of ${examples.length} examples say the same as this check.`, held === examples.length ? "holds" : "unmet");
    sum.setAttribute("role", "status");
    for (const example of examples) exampleElement(example);
  }

  function exampleElement({source, expected, verdict, reason, answers}) {
    const same = verdict === expected;
    const element = add(shown, "details", undefined, same ? "example holds" : "example unmet");
    const said = verdict === "" ? "says nothing" : "says " + verdict;
    add(element, "summary", `${same ? "✓" : "✗"} ${source === "own" ? "Your example" : "Example"} expects ${expected}; the check ${said}`);
    if (reason) add(element, "p", reason);
    add(element, "pre", JSON.stringify(answers, null, 2));
  }

  look();
  return {
    look() {
      clearTimeout(waiting);
      waiting = setTimeout(look, 300);
    },
  };
}
