/* The engine of the search: from the index to a function that answers queries. Fetched when the search is first used. */

const FIELDS = { t: 4, n: 3, v: 3, s: 1 };
const WEIGHTS = { claim: 1.6, question: 1.5, page: 1.5, treaty: 1.5, actor: 1.4, article: 1.2, source: 0.5 };

/* What a name that is looked for in all its words weighs more than a text with some of them. */
const WHOLE = 4;
const BEST = 3;

/* Words that make a question of what is looked for. They count only where nothing else is asked. */
const ASIDE = new Set("a about an and any are at be been by can could did do does for from get gets got had has have how if in is it its many much of on or our said say says so than that the their there they this to was were what when where which who whom whose why will with would".split(" "));

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

/** Return the function that answers a query. `plain` folds a text and `termsOf` parts it into words, as everywhere on the site. */
export const engineOf = (MiniSearch, { plain, termsOf }, { entries, kinds, synonyms }) => {
  /* The site's own words; those of sources' titles may be inflected forms of names that it writes otherwise. */
  const known = new Set(entries.filter(({ k }) => k !== "source").flatMap((entry) => Object.keys(FIELDS).flatMap((field) => termsOf(entry[field] ?? ""))));

  /** Words as they are found: also without hyphen or article, numbers in digits, and for scripts without spaces from any sign on. */
  const findable = (text) => {
    const found = termsOf(text);
    for (const [joined] of plain(text).matchAll(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)+/gu)) found.push(joined.replaceAll("-", ""));
    for (const word of [...found]) {
      if (/^و?ال./u.test(word)) found.push(word.replace(/^و?ال/u, ""));
      if (UNSPACED.test(word)) {
        for (let start = 1; start < word.length - 1; start += 1) found.push(word.slice(start));
      }
    }
    for (let at = 0; at < found.length; at += 1) {
      const { digits, end } = numberAt(found, at);
      if (end > at && digits !== "1") found.push(digits);
      at = Math.max(at, end - 1);
    }
    return found;
  };

  /* A page has headings where records have names. */
  const namesOf = ({ t, n, k }) => [t, ...(n && k !== "page" ? n.split(" · ") : []), ...(k === "article" ? [t.split(": ")[0]] : [])];
  const byAddress = new Map(entries.map((entry) => [entry.u, entry]));
  const engine = new MiniSearch({
    idField: "u",
    fields: Object.keys(FIELDS),
    tokenize: findable,
    processTerm: (term) => term,
    searchOptions: {
      tokenize: termsOf,
      prefix: (term) => (term.length > 2 && !/^\d{4,}$/.test(term)) || UNSPACED.test(term),
      fuzzy: (term) => (term.length > 4 && !known.has(term) && !meant.has(term) && !/^\d+$/.test(term) ? 0.2 : false),
      boost: FIELDS,
      boostDocument: (address) => WEIGHTS[byAddress.get(address).k] ?? 1,
    },
  });
  engine.addAll(entries);

  /* What readers write, in words as they are looked for, with the words of the site that are meant. */
  const meant = new Map();
  const mean = (written, words) => {
    const key = termsOf(written).join(" ");
    if (key && key !== termsOf(words).join(" ")) meant.set(key, (meant.get(key) ?? new Set()).add(words));
  };
  for (const [words, others] of Object.entries(synonyms)) for (const other of others) mean(other, words);
  for (const entry of entries) if (/^(term|actor|place)$/.test(entry.k)) for (const name of namesOf(entry).slice(1)) mean(name, entry.t);
  const longest = Math.max(1, ...[...meant.keys()].map((key) => key.split(" ").length));

  /** What a query asks for: for each of its words, or words that belong together, the words that answer it. */
  const asked = (query) => {
    const words = termsOf(query);
    const found = [];
    for (let at = 0; at < words.length;) {
      const { digits, end } = numberAt(words, at);
      let [size, others] = [Math.max(1, end - at), end > at ? [digits] : []];
      for (let length = Math.min(longest, words.length - at); length >= size; length -= 1) {
        const key = words.slice(at, at + length).join(" ");
        if (meant.has(key)) { others = [...others, ...meant.get(key)]; size = length; break; }
      }
      const own = words.slice(at, at + size);
      if (size === 1 && /.{3}[^s]s$/.test(own[0]) && known.has(own[0].slice(0, -1))) others.push(own[0].slice(0, -1));
      found.push({ own, others: others.map(termsOf) });
      at += size;
    }
    const weighty = found.filter(({ own }) => own.length > 1 || !ASIDE.has(own[0]));
    return weighty.length ? weighty : found;
  };

  const all = (words) => (words.length === 1 ? words[0] : { combineWith: "AND", queries: words });
  const any = ({ own, others }) => (others.length ? { combineWith: "OR", queries: [own, ...others].map(all) } : all(own));
  const look = (groups, combineWith, options = {}) => (groups.length ? engine.search({ combineWith, queries: groups.map(any), ...options }) : []);
  /* Where nothing has all words, each may be misspelt, even as another word: “jung” for “jong”, “norht” for “north”. */
  const misspelt = { fuzzy: (term) => (term.length > 2 && !/^\d+$/.test(term) ? Math.min(2, Math.ceil((term.length - 2) / 2)) : false) };

  const isWhole = (entry, terms) => namesOf(entry).some((name) => {
    const words = termsOf(name);
    const weighty = words.filter((word) => !ASIDE.has(word));
    return (weighty.length ? weighty : words).every((word) => terms.has(word));
  });
  const order = Object.keys(kinds);

  return (query) => {
    const groups = asked(query);
    let hits = look(groups, "AND");
    if (!hits.length) hits = look(groups, "AND", misspelt);
    const partly = !hits.length && groups.length > 1;
    if (partly) {
      const answered = ({ queryTerms }) => groups.filter(({ own, others }) => [own, ...others].some((words) => words.every((word) => queryTerms.includes(word)))).length;
      const counted = look(groups, "OR").map((hit) => ({ ...hit, answered: answered(hit) }));
      const most = Math.max(0, ...counted.map((hit) => hit.answered));
      hits = counted.filter((hit) => hit.answered === most);
    }
    const found = hits.map(({ id, score, terms }) => {
      const entry = byAddress.get(id);
      const whole = !partly && isWhole(entry, new Set(terms));
      return { entry, whole, score: whole ? score * WHOLE : score };
    }).sort((one, other) => other.score - one.score);
    const best = [];
    while (best.length < BEST && found[best.length]?.whole && (!best.length || found[best.length].score > found[0].score / 2)) best.push(found[best.length]);
    const rest = found.slice(best.length);
    const parts = [
      ...(best.length ? [{ title: best.length > 1 ? "Best matches" : "Best match", entries: best }] : []),
      ...order.map((kind) => ({ title: kinds[kind], entries: rest.filter(({ entry }) => entry.k === kind) })).filter((part) => part.entries.length),
    ].map(({ title, entries: held }) => ({ title, entries: held.map(({ entry }) => entry) }));
    return { number: found.length, partly, parts, ranked: found.map(({ entry }) => entry) };
  };
};
