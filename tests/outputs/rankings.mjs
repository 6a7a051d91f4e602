/* Answers queries with the search of the site, as Node.js runs it: `node rankings.mjs FOLDER`, queries as JSON on standard input.
   FOLDER has the scripts, `site.js` among them, and below `whole/` and `parts/` an index. For each query it prints what the whole
   index answers, what the parts answer to an engine that is new, and to one that has answered all queries before. */
import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";

const folder = process.argv[2];
const load = (name) => import(pathToFileURL(`${folder}/${name}`));
const site = readFileSync(`${folder}/site.js`, "utf8");
const shared = site.slice(site.indexOf("const PLAIN"), site.indexOf("const make"));
const { plain, termsOf } = new Function(`${shared}; return { plain, termsOf };`)();
const { default: MiniSearch } = await load("minisearch.js");
const { engineOf } = await load("search-engine.js");

const fetched = [];
let broken = "";
const engine = async (index) => {
  const get = async (path) => {
    if (broken && path.startsWith(broken)) throw new Error(path);
    fetched.push(path);
    return JSON.parse(await readFile(`${folder}/${index}/${path}`, "utf8"));
  };
  return engineOf(MiniSearch, { plain, termsOf, get }, await get("search.json"));
};
const answer = async (search, query) => {
  const { number, partly, parts, first, read } = await search(query);
  const shown = [];
  for (const { title, found } of parts) shown.push([title, (await read(found)).map(({ u }) => u)]);
  return { number, partly, parts: shown, first: (await read(first(8))).map(({ u }) => u) };
};

const { queries, breaks } = JSON.parse(readFileSync(0, "utf8"));
const [whole, kept] = [await engine("whole"), await engine("parts")];
const answers = [];
for (const query of queries) {
  answers.push({ query, terms: termsOf(query), whole: await answer(whole, query), fresh: await answer(await engine("parts"), query), kept: await answer(kept, query) });
}
const failures = [];
for (const path of breaks ?? []) {
  const search = await engine("parts");
  broken = path;
  const failed = await answer(search, queries[0]).then(() => "", (error) => error.message);
  broken = "";
  failures.push({ path, failed, then: await answer(search, queries[0]) });
}
fetched.length = 0;
const search = await engine("parts");
const { first, read } = await search(queries[0]);
await read(first(8));
console.log(JSON.stringify({ answers, failures, fetched }));
