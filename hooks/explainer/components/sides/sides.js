/* Sides left out in every row: each row holds its answer to every choice, so nothing is weighed here. */

const sidesOf = (form) => {
  const boxes = [...form.elements.without ? form.querySelectorAll('[name="without"]') : []];
  const sentence = form.querySelector('[role="status"]');
  const rows = [...document.querySelectorAll("[data-answers]")].map((row) => {
    const cell = row.querySelector('[data-part="answer"]');
    return { answers: row.dataset.answers.split(" "), cell, whole: [...cell.childNodes], link: row.querySelector("a") };
  });
  const order = choicesOf(boxes.length, boxes.length);

  const show = () => {
    const chosen = boxes.map((box, at) => (box.checked ? at : -1)).filter((at) => at >= 0);
    const place = order.indexOf(chosen.join());
    let changed = 0;
    for (const { answers, cell, whole, link } of rows) {
      const answer = answers[place];
      if (answer !== answers[0]) changed += 1;
      if (place) cell.replaceChildren(statusMark(answer.replace("+", ""), answer.endsWith("+")));
      else cell.replaceChildren(...whole);
      cell.classList.toggle("x-words__change", answer !== answers[0]);
      const page = link.getAttribute("href").split("?", 1)[0];
      const ids = chosen.map((at) => boxes[at].value).join(".");
      link.setAttribute("href", ids ? `${page}?reading=without-side-${ids}` : page);
    }
    for (const head of document.querySelectorAll('[data-part="whole"]')) head.textContent = place ? "With that left out" : "All that was read";
    const names = chosen.map((at) => boxes[at].closest("label").textContent.trim());
    sentence.textContent = place ? `Without ${names.join(" and without ")}: ${changed} of ${rows.length} claims on this page amount to something else.` : "Nothing is left out.";
  };
  const keep = () => {
    const parameters = new URLSearchParams();
    for (const box of boxes) if (box.checked) parameters.append("without", box.value);
    remember(parameters);
  };
  form.addEventListener("change", () => { keep(); show(); });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { keep(); show(); }));
  const given = new URLSearchParams(location.search).getAll("without");
  for (const box of boxes) box.checked = given.includes(box.value);
  show();
};

for (const form of document.querySelectorAll('[data-module="sides"]')) sidesOf(form);
