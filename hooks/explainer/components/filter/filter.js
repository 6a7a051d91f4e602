/* Filters of a long list: what is chosen stands in the address, how much is left is said. */

/** How many entries a filter over several pages shows at once. */
const SHOWN = 100;

/** Whether two words differ by one letter at most: one more, one less, another, or two neighbours changed. */
const nearly = (one, other) => {
  const [long, short] = one.length < other.length ? [other, one] : [one, other];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && long[at] === short[at]) at += 1;
  const rest = long.slice(at + 1);
  if (long.length > short.length) return rest === short.slice(at);
  return rest === short.slice(at + 1) || (long[at] === short[at + 1] && long[at + 1] === short[at] && long.slice(at + 2) === short.slice(at + 2));
};

const filter = (form) => {
  const scope = form.closest("main") ?? document;
  const sentence = form.querySelector('[role="status"]');
  const empty = form.querySelector('[data-part="empty"]');
  const controls = [...form.elements].filter((control) => control.name && !["words", "order"].includes(control.name));
  const order = form.elements.order;
  const keys = [...new Set(controls.map((control) => control.name))];
  const far = form.dataset.index && scope.querySelector('[data-part="found"]');
  let items = far ? [] : [...scope.querySelectorAll("[data-filter-item]")].map((item) => ({
    box: item.closest("li") ?? item,
    on: true,
    of: Object.fromEntries(keys.map((key) => [key, new Set((item.dataset[key] ?? "").split(" ").filter(Boolean))])),
  }));
  const groups = [...scope.querySelectorAll("[data-filter-group]")].map((group) => {
    const inside = items.filter((item) => group.contains(item.box));
    const heading = group.querySelector("[id]")?.id;
    return { group, inside, count: group.querySelector("[data-filter-count]"), links: heading ? document.querySelectorAll(`a[href="#${heading}"]`) : [] };
  });
  const folded = new Set(groups.map(({ group }) => group).filter((group) => group.localName === "details" && !group.open));
  /* A list on several pages has an index: it is fetched when the filter is first used. */
  let fetched;
  const load = () => fetched ??= fetch(form.dataset.index).then((answer) => (answer.ok ? answer.json() : Promise.reject(answer))).then((index) => {
    const values = Object.values(index.values);
    const named = Object.keys(index.values);
    const root = new URL(form.dataset.site || "./", location.href);
    items = index.items.map(([part, id, title, when, status, contested, ...chosen]) => ({
      on: true,
      terms: termsOf(`${title} ${when}`),
      of: { ...Object.fromEntries(keys.map((key) => [key, new Set()])), ...Object.fromEntries(named.map((key, at) => [key, new Set(chosen[at].map((place) => values[at][place]))])) },
      show: () => {
        const to = new URL(index.base ? `${index.base}${id}/` : `${index.parts[part]}#${index.prefix}${id}`, root);
        const line = make("li", { class: "x-matches__item" }, make("a", { href: to.href, text: title }));
        if (when) line.append(" ", make("span", { class: "x-count", text: when }));
        if (status) line.append(" ", statusMark(status, contested));
        return line;
      },
    }));
  });
  const list = (found, all) => {
    far.hidden = found.length === all;
    far.replaceChildren(...(far.hidden ? [] : found.slice(0, SHOWN).map((item) => item.show())));
    if (!far.hidden && found.length > SHOWN) far.append(make("li", { class: "x-matches__more", text: `… and ${found.length - SHOWN} more. Choose further, or read the parts.` }));
  };
  /* An entry is found under the names of those whom it can be filtered by, too: in other scripts, and former ones. */
  const names = Object.fromEntries(controls.flatMap((control) => [...(control.options ?? [])]).filter((option) => option.dataset.names).map((option) => [option.value, termsOf(option.dataset.names)]));
  const termsOfItem = (item) => item.terms ??= [...new Set(termsOf(item.box.textContent))];
  const isNamed = (item, values) => values.size && keys.some((key) => { for (const value of item.of[key]) if (values.has(value)) return true; return false; });
  /* A word with what tells whether a term is it, and the values whose names have it: found once, not for every entry. */
  const wishFor = (same) => ({ same, values: new Set(Object.keys(names).filter((value) => names[value].some(same))) });
  const has = (item, { same, values }) => termsOfItem(item).some(same) || isNamed(item, values);
  /* A word that stands nowhere is taken for a slip of the pen: one letter may differ. */
  const wish = (word) => {
    const begun = wishFor((term) => term.startsWith(word));
    if (word.length < 5 || /\d/.test(word) || items.some((item) => has(item, begun))) return begun;
    const known = new Map();
    return wishFor((term) => {
      if (!known.has(term)) known.set(term, nearly(term, word) || nearly(term.slice(0, word.length), word));
      return known.get(term);
    });
  };

  const chosen = () => {
    const given = new FormData(form);
    return { words: given.get("words").trim(), of: Object.fromEntries(keys.map((key) => [key, given.getAll(key).filter(Boolean)])) };
  };

  /* A list of choices may have thousands: their counts follow when the answer stands there. */
  let later;
  const count = (control, tally) => {
    for (const option of control.options) {
      const text = `${option.dataset.label} (${tally.get(option.value) ?? 0})`;
      if (option.value && option.textContent !== text) option.textContent = text;
    }
  };
  const counts = (tallies) => {
    const selects = controls.filter((control) => control.localName === "select");
    for (const control of controls) if (!selects.includes(control)) control.parentElement.querySelector("[data-count]").textContent = tallies[control.name].get(control.value) ?? 0;
    clearTimeout(later);
    const all = () => { for (const control of selects) count(control, tallies[control.name]); };
    if (far) later = setTimeout(all, 100); else all();
  };

  const apply = () => {
    const { words, of } = chosen();
    const wanted = termsOf(words).map(wish);
    const tallies = Object.fromEntries(keys.map((key) => [key, new Map()]));
    const found = [];
    let left = 0;
    for (const item of items) {
      const failing = keys.filter((key) => of[key].length && !of[key].some((value) => item.of[key].has(value)));
      const spoken = wanted.every((word) => has(item, word));
      const on = spoken && !failing.length;
      // A choice counts what it would leave, given all that is chosen in the other groups.
      if (spoken && failing.length < 2) {
        for (const key of failing.length ? failing : keys) for (const value of item.of[key]) tallies[key].set(value, (tallies[key].get(value) ?? 0) + 1);
      }
      left += on;
      if (on) found.push(item);
      if (on !== item.on) {
        item.on = on;
        item.box?.classList.toggle("x-off", !on);
      }
    }
    for (const { group, inside, count, links } of groups) {
      const here = inside.filter((item) => item.on).length;
      group.classList.toggle("x-off", !here);
      for (const link of links) (link.closest("li") ?? link).classList.toggle("x-off", !here);
      // What is folded away opens while something in it is what one looks for.
      if (group.localName === "details") group.open = left < items.length ? here > 0 : folded.has(group) ? false : group.open;
      if (count) count.textContent = here < inside.length ? `${here} of ${inside.length}` : inside.length;
    }
    counts(tallies);
    const noun = items.length === 1 ? sentence.dataset.one : sentence.dataset.many;
    const said = left < items.length ? `${left} of ${items.length} ${noun}` : `${items.length} ${noun}`;
    if (sentence.textContent !== said) sentence.textContent = said;
    empty.hidden = left > 0;
    const way = empty.querySelector("a");
    if (way) way.search = words ? `?${new URLSearchParams({ q: words })}` : "";
    if (far) list(found, items.length);
  };

  const store = () => {
    const { words, of } = chosen();
    const parameters = new URLSearchParams({ ...(words && { words }), ...(order?.value && { order: order.value }) });
    for (const key of keys) for (const value of of[key]) parameters.append(key, value);
    remember(parameters);
  };
  const restore = () => {
    const given = new URLSearchParams(location.search);
    form.elements.words.value = given.get("words") ?? "";
    for (const control of controls) {
      const values = given.getAll(control.name);
      if (control.localName === "select") control.value = [...control.options].some((option) => option.value === values[0]) ? values[0] : "";
      else control.checked = values.includes(control.value);
    }
    if (order && given.get("order") === "newest") order.value = "newest";
  };
  /* The order of the page is turned round by turning each of its lists. */
  let turned = "";
  const turn = () => {
    if (!order || order.value === turned) return;
    turned = order.value;
    for (const list of scope.querySelectorAll("[data-turns]")) list.append(...[...list.children].reverse());
  };
  const ready = async (act) => {
    if (!far) return act();
    try { await load(); } catch { fetched = undefined; sentence.textContent = "The index of this list could not be loaded."; return; }
    act();
  };
  const update = () => ready(() => { turn(); apply(); store(); });

  form.addEventListener("submit", (event) => { event.preventDefault(); update(); });
  form.addEventListener("change", update);
  form.elements.words.addEventListener("input", settled(150, update));
  form.addEventListener("reset", () => setTimeout(update, 0));
  const unfold = form.querySelector('[data-part="unfold"]');
  const open = (wanted) => {
    unfold?.setAttribute("aria-expanded", String(wanted));
    form.querySelector(".x-filter__boxes")?.classList.toggle("x-filter__boxes--open", wanted);
  };
  unfold?.addEventListener("click", () => open(unfold.getAttribute("aria-expanded") === "false"));
  restore();
  // Of a copy that is read from a folder browsers fetch no index.
  if (!(far && location.protocol === "file:")) reveal(form);
  if (!location.search) return;
  ready(() => { turn(); apply(); });
  open(controls.some((control) => control.checked));
};

for (const form of document.querySelectorAll('[data-module="filter"]')) filter(form);
