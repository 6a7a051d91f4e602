/* Search: the field in the header with its list of suggestions, and the page of all results.
   Index and engine are fetched when the field is first used. */

const WEIGHTS = { page: 1.6, treaty: 1.5, actor: 1.4, claim: 1.3, article: 1.2, source: 0.6 };
const SHOWN = 8;
const BATCH = 40;
const FAILED = location.protocol === "file:" ? "Search needs a server, and this copy is read from a folder." : "Search could not be loaded.";

const UNSPACED = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** Words as they are found: also without hyphen or article, and for scripts without spaces from any sign on. */
const findable = (text) => {
  const found = termsOf(text);
  for (const [joined] of plain(text).matchAll(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu)) found.push(joined.replaceAll("-", ""));
  for (const word of [...found]) {
    if (/^و?ال./u.test(word)) found.push(word.replace(/^و?ال/u, ""));
    if (UNSPACED.test(word)) {
      for (let start = 1; start < word.length - 1; start += 1) found.push(word.slice(start));
    }
  }
  return found;
};

let loading;
const load = () => {
  loading ??= (async () => {
    const [{ default: MiniSearch }, entries] = await Promise.all([
      import(new URL("minisearch.js", ASSETS).href),
      fetch(new URL("search.json", ASSETS)).then((answer) => {
        if (!answer.ok) throw new Error(`${answer.status}`);
        return answer.json();
      }),
    ]);
    const byAddress = new Map(entries.map((entry) => [entry.u, entry]));
    const engine = new MiniSearch({
      idField: "u",
      fields: ["t", "n", "s"],
      tokenize: findable,
      processTerm: (term) => term,
      searchOptions: {
        tokenize: termsOf,
        prefix: (term) => term.length > 2 || UNSPACED.test(term),
        fuzzy: (term) => (term.length > 4 && !/^\d+$/.test(term) ? 0.2 : false),
        boost: { t: 4, n: 3 },
        boostDocument: (address) => WEIGHTS[byAddress.get(address).k] ?? 1,
      },
    });
    engine.addAll(entries);
    const look = (query, options) => engine.search(query, options).map((hit) => byAddress.get(hit.id));
    return (query) => {
      const all = look(query, { combineWith: "AND" });
      if (all.length || termsOf(query).length < 2) return all;
      return Object.assign(look(query, { combineWith: "OR" }), { partly: true });
    };
  })();
  loading.catch((error) => { loading = undefined; console.error(error); });
  return loading;
};

const address = (entry) => new URL(entry.u || "./", ROOT).href;
const count = (found) => {
  const number = found.length === 1 ? "1 result" : `${found.length} results`;
  return found.partly ? `No page has all these words; ${number} with some of them` : number;
};

/** What stands under a title: kind, status, summary. */
const details = (entry) => [
  make("span", { class: "x-found__kind", text: entry.k }),
  ...(entry.st ? [" ", statusMark(entry.st, entry.c)] : entry.sw ? [" ", make("span", { class: "x-mark", text: entry.sw })] : []),
  make("span", { class: "x-found__summary", text: entry.s ?? "" }),
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
  const show = (query, found) => {
    const options = found.slice(0, SHOWN).map((entry, index) => make("li", { class: "x-found__one", role: "option", id: `x-found-${index}`, "aria-selected": "false", "data-address": address(entry) }, make("span", { class: "x-found__title", text: entry.t, lang: entry.l }), " ", ...details(entry)));
    list.replaceChildren(...options);
    active = -1;
    input.removeAttribute("aria-activedescendant");
    const words = found.length > SHOWN ? `${count(found)}, Enter shows all` : found.length ? count(found) : `Nothing found for “${query}”`;
    note.textContent = words;
    list.hidden = !found.length;
    popup.classList.remove("x-off");
    input.setAttribute("aria-expanded", String(found.length > 0));
    say(words);
  };
  const look = async () => {
    const query = input.value.trim();
    if (!query) return close();
    try {
      const search = await load();
      if (input.value.trim() === query && document.activeElement === input) show(query, search(query));
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

/** The page of all results: what stands in the address is looked for. */
const page = (place) => {
  const form = place.querySelector("form");
  const input = form.querySelector("input");
  const [sentence, list, more] = ["sentence", "list", "more"].map((name) => place.querySelector(`[data-part="${name}"]`));
  let found = [];
  const add = () => {
    const shown = list.children.length;
    const next = found.slice(shown, shown + BATCH).map((entry) => make("li", { class: "x-found__one" }, make("a", { class: "x-found__title", href: address(entry), text: entry.t, lang: entry.l }), " ", ...details(entry)));
    list.append(...next);
    more.hidden = list.children.length >= found.length;
    return next[0];
  };
  const look = async () => {
    const query = input.value.trim();
    remember(new URLSearchParams(query ? { q: query } : {}));
    list.replaceChildren();
    more.hidden = true;
    found = [];
    if (!query) { sentence.textContent = ""; return; }
    try {
      found = (await load())(query);
      sentence.textContent = found.length ? `${count(found)} for “${query}”` : `Nothing found for “${query}”. Try fewer or other words, or the lists below.`;
      add();
    } catch {
      sentence.textContent = `${FAILED} The lists below are complete.`;
    }
  };
  reveal(place);
  input.value = new URLSearchParams(location.search).get("q") ?? "";
  form.addEventListener("submit", (event) => { event.preventDefault(); look(); });
  input.addEventListener("input", settled(250, look));
  more.addEventListener("click", () => add()?.querySelector("a").focus());
  if (input.value) look();
};

for (const form of document.querySelectorAll('[data-module="search"]')) field(form);
for (const place of document.querySelectorAll('[data-module="results"]')) page(place);
