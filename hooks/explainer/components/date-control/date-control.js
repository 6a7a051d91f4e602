/* What was known on a day: of each statement's steps, which the table holds, the one in force then. */

const control = (form) => {
  const input = form.elements.on;
  const sentence = form.querySelector('[role="status"]');
  const buttons = [...form.querySelectorAll("[data-day]")];
  const rows = [...document.querySelectorAll("[data-known]")].map((row) => {
    const steps = [...row.querySelectorAll("[data-from]")].map((element) => ({ element, from: element.dataset.from, status: element.dataset.status }));
    const none = make("p", { class: "x-known__none", hidden: true });
    row.querySelector("ol").after(none);
    return { made: row.dataset.made, base: row.dataset.base, steps, none };
  });
  const days = [...new Set(rows.flatMap((row) => row.steps.map((step) => step.from)))].sort();
  const order = [...form.dataset.order.split(" "), NOT_YET];
  const words = (day) => new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));

  const show = (day) => {
    const tally = new Map();
    for (const { made, base, steps, none } of rows) {
      const said = made <= day;
      const current = said ? steps.findLast((step) => step.from <= day) : undefined;
      for (const step of steps) step.element.classList.toggle("x-off", Boolean(day) && step !== current);
      const status = current?.status ?? (said ? base : NOT_YET);
      none.textContent = status.replaceAll("-", " ");
      none.hidden = !day || Boolean(current);
      tally.set(status, (tally.get(status) ?? 0) + 1);
    }
    const known = [...tally.keys()].sort((one, other) => order.indexOf(one) - order.indexOf(other));
    sentence.textContent = day ? `On ${words(day)}: ${known.map((status) => `${tally.get(status)} ${status.replaceAll("-", " ")}`).join(", ")}.` : "";
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.dataset.day === day));
  };
  const choose = (day) => {
    input.value = day;
    remember(new URLSearchParams(day ? { on: day } : {}));
    show(day);
  };

  /* A day that the calendar lacks, or that lies beyond what was read, gets words instead of an answer. */
  const tell = (text) => { show(""); sentence.textContent = text; };
  const refused = () => {
    if (input.validity.rangeOverflow) return `Nothing after ${words(input.max)} was read.`;
    return input.validity.rangeUnderflow ? `Nothing that we read was said before ${words(input.min)}.` : "Choose a day.";
  };

  input.addEventListener("change", () => { if (input.validity.valid) choose(input.value); else tell(refused()); });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (input.value && input.validity.valid) choose(input.value);
    else tell(refused());
  });
  form.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    if (!button || button.type === "submit") return;
    if (button.dataset.step) {
      const now = input.value || (button.dataset.step === "1" ? "" : "9999");
      const next = button.dataset.step === "1" ? days.find((day) => day > now) : days.findLast((day) => day < now);
      if (next) choose(next);
      else say(button.dataset.step === "1" ? "No later change." : "No earlier change.");
    } else choose(button.dataset.day);
  });
  reveal(form);
  document.querySelectorAll("main span.x-js").forEach(reveal);
  const given = new URLSearchParams(location.search).get("on") ?? "";
  if (!given) return;
  const moment = new Date(`${given}T00:00:00Z`);
  const exists = /^\d{4}-\d{2}-\d{2}$/.test(given) && !Number.isNaN(moment.valueOf()) && moment.toISOString().startsWith(given);
  if (exists) input.value = given;
  if (!exists) tell("There is no such day.");
  else if (!input.validity.valid) tell(refused());
  else show(given);
};

const NOT_YET = "not yet said";

for (const form of document.querySelectorAll('[data-module="date-control"]')) control(form);
