/* What the rest amounts to when a reader leaves roots out: looked up in the table that the generator made. */

const judgeOf = (form) => {
  const boxes = [...form.querySelectorAll('[name="root"]')];
  const buttons = [...form.querySelectorAll("[data-reading]")];
  const sentence = form.querySelector('[role="status"]');
  const { known, places, most } = form.dataset;
  const table = { order: choicesOf(boxes.length, Number(most)), places, known: known.split(" ") };
  const drawn = [...document.querySelectorAll(".x-picture--provenance [data-root]")];
  const ids = boxes.map((box) => box.value);
  let reading = "";

  const left = () => boxes.map((box, at) => (box.checked ? -1 : at)).filter((at) => at >= 0);
  const words = (answer) => {
    const status = answer.replace("+", "").replaceAll("-", " ");
    return answer.endsWith("+") ? `${status}, contested` : status;
  };
  const wordsOf = (label) => label.dataset.said ?? label.textContent.trim();
  const joined = (names) => (names.length > 1 ? `${names.slice(0, -1).join(", ")} and ${names.at(-1)}` : names[0]);

  const show = () => {
    const out = left();
    const button = buttons.find((one) => one.dataset.reading === reading);
    const gone = new Set(button ? button.dataset.gone.split(" ") : out.map((at) => ids[at]));
    const full = out.length >= Number(most) && out.length < boxes.length;
    for (const box of boxes) box.disabled = full && box.checked;
    for (const one of buttons) one.setAttribute("aria-pressed", String(one === button));
    for (const one of drawn) one.classList.toggle("x-faint", gone.has(ids.includes(one.dataset.root) ? one.dataset.root : "unknown"));
    if (button) sentence.textContent = `${button.textContent}: ${words(button.dataset.answer)}.`;
    else if (out.length) {
      const names = joined(out.map((at) => wordsOf(boxes[at].closest("label").querySelector("span"))));
      const limit = full ? ` No more than ${most} can be left out at once here.` : "";
      sentence.textContent = `Without ${names} the rest amounts to: ${words(answerOf(table, out))}.${limit}`;
    } else sentence.textContent = `All that was read amounts to: ${words(answerOf(table, []))}.`;
  };
  const keep = () => {
    const parameters = new URLSearchParams();
    if (reading) parameters.set("reading", reading);
    for (const at of left()) parameters.append("without", ids[at]);
    remember(parameters);
    show();
  };
  const countAll = () => { for (const box of boxes) box.checked = true; };

  form.addEventListener("change", () => { reading = ""; keep(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => { reading = ""; setTimeout(() => { countAll(); keep(); }); });
  form.addEventListener("click", ({ target }) => {
    const button = target.closest("[data-reading]");
    if (!button) return;
    reading = reading === button.dataset.reading ? "" : button.dataset.reading;
    countAll();
    keep();
  });

  const given = new URLSearchParams(location.search);
  // Of several sides that are left out, a page has a button for those alone that make a difference here.
  const named = (given.get("reading") ?? "").split(".");
  const sides = named.map((one, at) => (at ? `without-side-${one}` : one));
  const wanted = buttons.map((one) => one.dataset.reading).filter((one) => one.split(".").every((part, at) => sides.includes(at ? `without-side-${part}` : part)));
  reading = wanted.at(-1) ?? "";
  const out = reading ? [] : given.getAll("without").filter((id) => ids.includes(id)).slice(0, Number(most));
  for (const box of boxes) box.checked = !out.includes(box.value);
  show();
};

for (const form of document.querySelectorAll('[data-module="judge"]')) judgeOf(form);
