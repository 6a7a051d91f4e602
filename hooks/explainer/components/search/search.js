/* Search: the field in the header with its list of suggestions, and the page of all results.
   Index and engine are fetched when the field is first used. */

const SHOWN = 8;
const BATCH = 6;
const MORE = 100;
const FAILED = location.protocol === "file:" ? "Search needs a server, and this copy is read from a folder." : "Search could not be loaded.";

const get = async (path) => {
  const answer = await fetch(new URL(path, ASSETS));
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
};
let loading;
const load = () => {
  loading ??= (async () => {
    const [{ default: MiniSearch }, { engineOf }, index] = await Promise.all([
      import(new URL("minisearch.js", ASSETS).href),
      import(new URL("search-engine.js", ASSETS).href),
      get("search.json"),
    ]);
    return engineOf(MiniSearch, { plain, termsOf, get }, index);
  })();
  loading.catch((error) => { loading = undefined; console.error(error); });
  return loading;
};

const address = (entry) => new URL(entry.u || "./", ROOT).href;
const count = ({ number, partly }) => {
  const words = number === 1 ? "1 result" : `${number} results`;
  return partly ? `No page has all these words; ${words} with most of them` : words;
};

/** What stands under a title: kind, status, verdict or summary. */
const details = (entry) => [
  make("span", { class: "x-found__kind", text: entry.k }),
  ...(entry.st ? [" ", statusMark(entry.st, entry.c)] : entry.sw ? [" ", make("span", { class: "x-mark", text: entry.sw })] : []),
  make("span", { class: "x-found__summary", text: entry.v ?? entry.s ?? "" }),
];

/** The field in the header: a combobox whose options lead to pages. */
const field = (form) => {
  const input = form.querySelector("input");
  const list = make("ul", { class: "x-found", id: "x-search-list", role: "listbox", "aria-label": "Suggestions" });
  const note = make("p", { class: "x-search__note" });
  const popup = make("div", { class: "x-search__popup x-off" }, note, list);
  let active = -1;
  form.append(popup);
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id, "aria-keyshortcuts": "Control+K Meta+K" })) input.setAttribute(name, value);

  const close = () => {
    popup.classList.add("x-off");
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    active = -1;
  };
  const choose = (next) => {
    const options = list.children;
    options[active]?.setAttribute("aria-selected", "false");
    active = options.length ? (next + options.length + 1) % (options.length + 1) : -1;
    if (active === options.length) active = -1;
    if (active < 0) return input.removeAttribute("aria-activedescendant");
    options[active].setAttribute("aria-selected", "true");
    options[active].scrollIntoView({ block: "nearest" });
    return input.setAttribute("aria-activedescendant", options[active].id);
  };
  const show = (query, found, shown) => {
    const options = shown.map((entry, index) => make("li", { class: "x-found__one", role: "option", id: `x-found-${index}`, "aria-selected": "false", "data-address": address(entry) }, make("span", { class: "x-found__title", text: entry.t, lang: entry.l }), " ", ...details(entry)));
    list.replaceChildren(...options);
    active = -1;
    input.removeAttribute("aria-activedescendant");
    const words = found.number > SHOWN ? `${count(found)}, Enter shows all` : found.number ? count(found) : `Nothing found for “${query}”`;
    note.textContent = words;
    list.hidden = !found.number;
    popup.classList.remove("x-off");
    input.setAttribute("aria-expanded", String(found.number > 0));
    say(words);
  };
  const look = async () => {
    const query = input.value.trim();
    if (!query) return close();
    try {
      const found = await (await load())(query);
      const shown = await found.read(found.first(SHOWN));
      if (input.value.trim() === query && document.activeElement === input) show(query, found, shown);
    } catch {
      note.textContent = FAILED;
      list.replaceChildren();
      popup.classList.remove("x-off");
    }
    return undefined;
  };
  const go = (option, event) => {
    if (event.ctrlKey || event.metaKey) open(option.dataset.address, "_blank", "noopener");
    else location.assign(option.dataset.address);
  };

  input.addEventListener("focus", () => { load().catch(() => {}); });
  input.addEventListener("input", settled(120, look));
  input.addEventListener("blur", () => setTimeout(() => { if (!form.contains(document.activeElement)) close(); }, 0));
  input.addEventListener("keydown", (event) => {
    const open = !popup.classList.contains("x-off");
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (open) choose(active + (event.key === "ArrowDown" ? 1 : -1));
      else look();
    } else if (event.key === "Escape" && open) {
      event.preventDefault();
      close();
    } else if (event.key === "Escape") input.value = "";
    else if (event.key === "Enter" && open && active >= 0) {
      event.preventDefault();
      go(list.children[active], event);
    } else if (event.key === "Tab") close();
  });
  popup.addEventListener("pointerdown", (event) => event.preventDefault());
  popup.addEventListener("click", (event) => {
    const option = event.target.closest('[role="option"]');
    if (option) go(option, event);
  });

  // With Ctrl or Cmd, so that no word spoken or key hit by mistake leads here (WCAG 2.1.4).
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() !== "k" || event.ctrlKey === event.metaKey || event.altKey || event.shiftKey) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
};

/** The results of one kind: the first of them, and a button for more. */
const group = (read) => async ({ title, found }, at) => {
  const list = make("ol", { class: "x-found x-found--page" });
  const more = make("button", { class: "x-button", type: "button" });
  const add = async (number) => {
    const shown = list.children.length;
    const next = (await read(found.slice(shown, shown + number))).map((entry) => make("li", { class: "x-found__one" }, make("a", { class: "x-found__title", href: address(entry), text: entry.t, lang: entry.l }), " ", ...details(entry)));
    list.append(...next);
    const left = found.length - list.children.length;
    more.hidden = !left;
    more.textContent = left > MORE ? `Show ${MORE} more of ${left}` : `Show ${left} more`;
    more.setAttribute("aria-label", `${more.textContent}: ${title}`);
    return next[0];
  };
  more.addEventListener("click", () => add(MORE).then((first) => first.querySelector("a").focus(), () => say(more.textContent = FAILED)));
  await add(BATCH);
  const heading = make("h2", { class: "x-results__kind", id: `x-results-${at}`, text: title }, " ", make("span", { class: "x-count", text: `${found.length}` }));
  return make("section", { class: "x-results__part", "aria-labelledby": heading.id }, heading, list, more);
};

/** The page of all results: what stands in the address is looked for. */
const page = (place) => {
  const form = place.querySelector("form");
  const input = form.querySelector("input");
  const [sentence, parts] = ["sentence", "parts"].map((name) => place.querySelector(`[data-part="${name}"]`));
  const look = async () => {
    const query = input.value.trim();
    remember(new URLSearchParams(query ? { q: query } : {}));
    if (!query) { sentence.textContent = ""; parts.replaceChildren(); return; }
    try {
      const found = await (await load())(query);
      const groups = await Promise.all(found.parts.map(group(found.read)));
      if (input.value.trim() !== query) return;
      sentence.textContent = found.number ? `${count(found)} for “${query}”` : `Nothing found for “${query}”. Try fewer or other words, or the lists below.`;
      parts.replaceChildren(...groups);
    } catch {
      sentence.textContent = `${FAILED} The lists below are complete.`;
      parts.replaceChildren();
    }
  };
  reveal(place);
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  form.addEventListener("submit", (event) => { event.preventDefault(); look(); });
  input.addEventListener("input", settled(250, look));
  if (input.value) look();
};

for (const form of document.querySelectorAll('[data-module="search"]')) field(form);
for (const place of document.querySelectorAll('[data-module="results"]')) page(place);
