/* The engine of the search: from the index to a function that answers queries. Fetched when the search is first used. */

const FIELDS = { t: 4, n: 3, v: 3, s: 1 };
const WEIGHTS = { claim: 1.6, question: 1.5, page: 1.5, treaty: 1.5, actor: 1.4, article: 1.2, source: 0.5 };

/* What a name that is looked for in all its words weighs more than a text with some of them. */
const WHOLE = 4;
const BEST = 3;

const NUMBERS = Object.fromEntries("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(" ").map((word, number) => [word, number]));
"thirty forty fifty sixty seventy eighty ninety".split(" ").forEach((word, tens) => { NUMBERS[word] = 30 + 10 * tens; });
const TIMES = { thousand: 1e3, million: 1e6, billion: 1e9 };

const UNSPACED = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;

/** The number that words say from a place on, in digits, and the place after it: “six thousand” is 6000. */
const numberAt = (words, start) => {
  let [all, part, at] = [0, 0, start];
  for (; at < words.length; at += 1) {
    const word = words[at];
    if (Object.hasOwn(NUMBERS, word)) part += NUMBERS[word];
    else if (word === "hundred") part = (part || 1) * 100;
    else if (Object.hasOwn(TIMES, word)) { all += (part || 1) * TIMES[word]; part = 0; }
    else break;
  }
  return { digits: `${all + part}`, end: at };
};

/** What an index in one piece answers to the engine; `need` and `near` have nothing to fetch. */
const whole = (MiniSearch, options, { termsOf, findable, isAside }, { entries, mean }) => {
  const fields = Object.keys(FIELDS);
  /* The site's own words; those of sources' titles may be inflected forms of names that it writes otherwise. */
  const known = new Set(entries.filter(({ k }) => k !== "source").flatMap((entry) => fields.flatMap((field) => termsOf(entry[field] ?? ""))));
  /* A page has headings where records have names. */
  const namesOf = ({ t, n, k }) => [t, ...(n && k !== "page" ? n.split(" · ") : []), ...(k === "article" ? [t.split(": ")[0]] : [])];
  for (const entry of entries) if (/^(term|actor|place)$/.test(entry.k)) for (const name of namesOf(entry).slice(1)) mean(name, entry.t);
  const engine = new MiniSearch({ ...options, fields, tokenize: findable });
  engine.addAll(entries.map((entry, at) => ({ ...entry, at })));
  return {
    known: (word) => known.has(word),
    kindOf: (at) => entries[at].k,
    isWhole: (at, terms) => namesOf(entries[at]).some((name) => {
      const words = termsOf(name);
      const weighty = words.filter((word) => !isAside(word));
      return words.length && (weighty.length ? weighty : words).every((word) => terms.has(word));
    }),
    need: async () => false,
    near: async () => {},
    engine: () => engine,
    read: async (found) => found.map((at) => entries[at]),
  };
};

/** Return the function that answers a query. `plain` folds a text and `termsOf` parts it into words, as everywhere on the site;
    `get` fetches what else is needed of an index in parts. */
export const engineOf = async (MiniSearch, { plain, termsOf, get }, index) => {
  const aside = new Set(index.aside);
  const isAside = (word) => aside.has(word);

  /** Words as they are found: also without hyphen or article, numbers in digits, and for scripts without spaces from any sign on. */
  const findable = (text) => {
    const found = termsOf(text);
    for (const [joined] of plain(text).matchAll(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu)) found.push(joined.replaceAll("-", ""));
    for (const word of [...found]) {
      if (/^و?ال./u.test(word)) found.push(word.replace(/^و?ال/u, ""));
      const signs = UNSPACED.test(word) ? [...word] : [];
      for (let start = 1; start < signs.length - 1; start += 1) found.push(signs.slice(start).join(""));
    }
    for (let at = 0; at < found.length; at += 1) {
      const { digits, end } = numberAt(found, at);
      if (end > at && digits !== "1") found.push(digits);
      at = Math.max(at, end - 1);
    }
    return found;
  };

  /* What readers write, in words as they are looked for, with the words of the site that are meant. */
  const meant = new Map();
  const mean = (written, words) => {
    const key = termsOf(written).join(" ");
    if (key && key !== termsOf(words).join(" ")) meant.set(key, (meant.get(key) ?? new Set()).add(words));
  };
  for (const [words, others] of Object.entries(index.synonyms)) for (const other of others) mean(other, words);

  /* Until it is corrected, a word may be another one by a letter in five; in the second look, by two letters. */
  const isBegun = (term) => (term.length > 2 && !/^\d{4,}$/.test(term)) || UNSPACED.test(term);
  const slip = (term) => (term.length > 4 && !source.known(term) && !meant.has(term) && !/^\d+$/.test(term) ? 0.2 : false);
  /* Where nothing has all words, each may be misspelt, even as another word: “jung” for “jong”, “norht” for “north”. */
  const misspelt = (term) => (term.length > 2 && !/^\d+$/.test(term) ? Math.min(2, Math.ceil((term.length - 2) / 2)) : false);
  const options = {
    idField: "at",
    processTerm: (term) => term,
    searchOptions: { tokenize: termsOf, prefix: isBegun, fuzzy: slip, boost: FIELDS, boostDocument: (at) => WEIGHTS[source.kindOf(at)] ?? 1 },
  };
  const source = (index.entries ? whole : (await import("./search-parts.js")).cut)(MiniSearch, options, { termsOf, findable, isAside, isBegun, get }, { ...index, mean, meant });
  const longest = Math.max(index.longest ?? 1, ...[...meant.keys()].map((key) => key.split(" ").length));

  /** What a query asks for: for each of its words, or words that belong together, the words that answer it. */
  const asked = (words) => {
    const found = [];
    for (let at = 0; at < words.length;) {
      const { digits, end } = numberAt(words, at);
      let [size, others] = [Math.max(1, end - at), end > at ? [digits] : []];
      for (let length = Math.min(longest, words.length - at); length >= size; length -= 1) {
        const key = words.slice(at, at + length).join(" ");
        if (meant.has(key)) { others = [...others, ...meant.get(key)]; size = length; break; }
      }
      const own = words.slice(at, at + size);
      if (size === 1 && /.{3}[^s]s$/.test(own[0]) && source.known(own[0].slice(0, -1))) others.push(own[0].slice(0, -1));
      found.push({ own, others: others.map(termsOf) });
      at += size;
    }
    const weighty = found.filter(({ own }) => own.length > 1 || !isAside(own[0]));
    return weighty.length ? weighty : found;
  };

  const all = (words) => (words.length === 1 ? words[0] : { combineWith: "AND", queries: words });
  const any = ({ own, others }) => (others.length ? { combineWith: "OR", queries: [own, ...others].map(all) } : all(own));
  const look = (groups, combineWith, options = {}) => (groups.length ? source.engine().search({ combineWith, queries: groups.map(any), ...options }) : []);
  /** The words of a query in groups, when all that is known of them is there: what a word is said for may be fetched first. */
  const grouped = async (words) => {
    await source.need(words.map((word, at) => (isAside(word) ? `${word} ${words[at + 1] ?? ""}` : word)));
    for (;;) {
      const groups = asked(words);
      if (!(await source.need(termsIn(groups)))) return groups;
    }
  };
  const termsIn = (groups) => groups.flatMap(({ own, others }) => [...own, ...others.flat()]);

  return async (query) => {
    const groups = await grouped(termsOf(query));
    const terms = termsIn(groups);
    await source.near(terms, (term) => Math.min(6, Math.round(term.length * slip(term))));
    let hits = look(groups, "AND");
    if (!hits.length && groups.length) {
      await source.near(terms, misspelt);
      hits = look(groups, "AND", { fuzzy: misspelt });
    }
    const partly = !hits.length && groups.length > 1;
    if (partly) {
      const answered = ({ queryTerms }) => groups.filter(({ own, others }) => [own, ...others].some((words) => words.every((word) => queryTerms.includes(word)))).length;
      const counted = look(groups, "OR").map((hit) => ({ ...hit, answered: answered(hit) }));
      const most = Math.max(0, ...counted.map((hit) => hit.answered));
      hits = counted.filter((hit) => hit.answered === most);
    }
    /* In whatever order parts came, what weighs the same stands in the order of the index. */
    const found = hits.map(({ id, score, terms: said }) => {
      const isWhole = !partly && source.isWhole(id, new Set(said));
      return { at: id, isWhole, score: Number((isWhole ? score * WHOLE : score).toPrecision(9)) };
    }).sort((one, other) => other.score - one.score || one.at - other.at);
    const best = [];
    while (best.length < BEST && found[best.length]?.isWhole && (!best.length || found[best.length].score > found[0].score / 2)) best.push(found[best.length]);
    const rest = found.slice(best.length);
    const parts = [
      ...(best.length ? [{ title: best.length > 1 ? "Best matches" : "Best match", held: best }] : []),
      ...Object.entries(index.kinds).map(([kind, title]) => ({ title, held: rest.filter(({ at }) => source.kindOf(at) === kind) })).filter(({ held }) => held.length),
    ].map(({ title, held }) => ({ title, found: held.map(({ at }) => at) }));
    /* The first ones, in the order of the parts. */
    const first = (number) => {
      const ranked = new Set(found.slice(0, number).map(({ at }) => at));
      return parts.flatMap((part) => part.found).filter((at) => ranked.has(at));
    };
    return { number: found.length, partly, parts, first, read: source.read };
  };
};
