/* The parts of a search index that is too large for one piece: those are fetched in which the words asked for stand. */

const FIELDS = { t: 0, n: 1, v: 2, s: 3 };
const NAMES = 5;

/** How many letters must be added, left out or changed to make one word of another. */
const distance = (one, other) => {
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let line = 1; line <= one.length; line += 1) {
    const next = [line];
    for (let at = 1; at <= other.length; at += 1) next.push(Math.min(next[at - 1] + 1, row[at] + 1, row[at - 1] + (one[line - 1] !== other[at - 1])));
    row = next;
  }
  return row.at(-1);
};

/** A function that fetches each path once; one that failed is asked for again the next time. */
const remembering = (get) => {
  const asked = new Map();
  return (path) => {
    if (!asked.has(path)) asked.set(path, get(path).catch((error) => { asked.delete(path); throw error; }));
    return asked.get(path);
  };
};

/** The place of the last of these texts that does not stand behind a text. */
const placeOf = (begins, text) => {
  let [low, high] = [0, begins.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (begins[middle] <= text) low = middle; else high = middle;
  }
  return low;
};

/** What an index in parts answers to the engine, from its head. */
export const cut = (MiniSearch, options, { isBegun, get }, head) => {
  const fetched = remembering((path) => get(`search/${path}.json`));
  const { parts, begins, count, averages, lengths, size, meant } = head;
  const taken = new Set();
  const words = new Map();
  const fieldLengths = {};
  const index = [];
  let engine;

  /* Of each field: the entries as steps from one to the next, how often, how many words the field has. */
  const rows = (columns) => {
    if (!columns) return [];
    const [steps, times, held] = columns;
    let at = 0;
    return steps.map((step, row) => { at += step; return [at, times ? times[row] : 1, held[row]]; });
  };
  const learn = (names) => { for (const [name, titles] of Object.entries(names)) meant.set(name, new Set([...(meant.get(name) ?? []), ...titles])); };
  const take = (part) => {
    for (const [word, data] of Object.entries(part.words)) {
      const names = new Map();
      for (const [at, name, needed] of rows(data[NAMES])) names.set(at, [...(names.get(at) ?? []), [name, needed]]);
      words.set(word, { isKnown: data[0] === 1, names });
      index.push([word, Object.fromEntries(Object.values(FIELDS).filter((field) => data[field + 1]).map((field) => [field, Object.fromEntries(rows(data[field + 1]).map(([at, times, held]) => {
        (fieldLengths[at] ??= [])[field] = held;
        return [at, times];
      }))]))]);
    }
    learn(part.meant);
    engine = undefined;
  };
  const bring = async (places) => {
    const missing = [...new Set(places)].filter((place) => !taken.has(place));
    const found = await Promise.all(missing.map((place) => fetched(place)));
    found.forEach((part, at) => { if (!taken.has(missing[at])) { taken.add(missing[at]); take(part); } });
    return missing.length > 0;
  };
  /* Where a word stands, and all that begins with it; else what is said in several words of which it is the first. */
  const places = (word) => {
    const [from, to] = [placeOf(parts, word), placeOf(parts, `${word}${isBegun(word) ? "" : " "}\uffff`)];
    return Array.from({ length: to - from + 1 }, (_, at) => from + at);
  };

  learn(head.first);
  return {
    known: (word) => Boolean(words.get(word)?.isKnown),
    kindOf: (at) => begins.findLast(([, begin]) => begin <= at)[0],
    isWhole: (at, terms) => {
      const said = new Map();
      for (const term of terms) for (const [name, needed] of words.get(term)?.names.get(at) ?? []) said.set(name, { times: (said.get(name)?.times ?? 0) + 1, needed });
      return [...said.values()].some(({ times, needed }) => times === needed);
    },
    need: (wanted) => bring(wanted.flatMap((word) => [...places(word), ...(word.endsWith("s") ? [placeOf(parts, word.slice(0, -1))] : [])])),
    near: async (wanted, most) => {
      await bring((await Promise.all(wanted.map(async (word) => {
        const far = most(word);
        const alike = far ? lengths.filter((length) => Math.abs(length - word.length) <= far) : [];
        const found = (await Promise.all(alike.map((length) => fetched(`words-${length}`)))).flat();
        return found.filter((other) => distance(word, other) <= far).map((other) => placeOf(parts, other));
      }))).flat());
    },
    engine: () => engine ??= MiniSearch.loadJS({
      documentCount: count,
      nextId: count,
      documentIds: Object.fromEntries(Object.keys(fieldLengths).map((at) => [at, Number(at)])),
      fieldIds: FIELDS,
      fieldLength: fieldLengths,
      averageFieldLength: averages,
      storedFields: {},
      dirtCount: 0,
      serializationVersion: 2,
      index,
    }, { ...options, fields: Object.keys(FIELDS) }),
    read: async (found) => {
      const held = new Map();
      await Promise.all([...new Set(found.map((at) => Math.floor(at / size)))].map(async (part) => held.set(part, await fetched(`entries-${part}`))));
      return found.map((at) => held.get(Math.floor(at / size))[at % size]);
    },
  };
};
