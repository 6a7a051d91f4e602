/* An anchor that an entry had when its list was one page leads on to the part on which it stands now. */

const lead = async (nav) => {
  let anchor;
  try { anchor = decodeURIComponent(location.hash.slice(1)); } catch { return; }
  if (!anchor || document.getElementById(anchor) || location.protocol === "file:") return; // from a folder nothing is fetched
  const answer = await fetch(nav.dataset.index);
  if (!answer.ok) return;
  const { parts, prefix, items } = await answer.json();
  const found = items.find(([, id]) => prefix + id === anchor);
  if (found) location.replace(new URL(`${parts[found[0]]}#${anchor}`, new URL(nav.dataset.root, location.href)));
};

for (const nav of document.querySelectorAll('[data-module="parts"]')) {
  addEventListener("hashchange", () => lead(nav));
  lead(nav);
}
