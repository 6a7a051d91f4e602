() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const box = at.getBoundingClientRect();
  const style = getComputedStyle(at);
  const x = Math.min(Math.max(box.x + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.y + box.height / 2, 0), innerHeight - 1);
  // A link in a picture is where its sign and its name are, which may stand apart.
  const parts = at.closest("svg") ? [at, ...at.querySelectorAll("text, circle, rect, path")] : [at];
  const rects = parts.flatMap((part) => [...part.getClientRects()]);
  const hit = [[x, y], ...rects.map((rect) => [rect.x + rect.width / 2, rect.y + rect.height / 2])]
    .map(([x, y]) => document.elementFromPoint(x, y)).some((top) => top && (at.contains(top) || top.contains(at)));
  const inText = at.localName === "a" && style.display.startsWith("inline") && at.closest("p, li, td, th, dd, dt, figcaption, blockquote, h1, h2, h3, h4");
  // A link in a picture may be small where the same link stands in the text beside it (WCAG 2.5.8, “equivalent”).
  const equal = at.closest("svg") && [...document.querySelectorAll("a[href]")].some((link) => link.href === new URL(at.getAttribute("href"), location).href && !link.closest("svg"));
  const name = (at.getAttribute("aria-label") || at.labels?.[0]?.textContent || at.textContent || "").trim().replace(/\s+/g, " ").slice(0, 50);
  const problems = [];
  if (!box.width || !box.height) problems.push("has no size");
  if (box.bottom <= 0 || box.top >= innerHeight || box.right <= 0 || box.left >= innerWidth) problems.push("is off the screen");
  else if (!hit) problems.push("is covered");
  if (!name) problems.push("has no name");
  if (!inText && !equal && (Math.round(box.width) < 24 || Math.round(box.height) < 24)) problems.push(`is ${Math.round(box.width)}×${Math.round(box.height)}`);
  if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) problems.push("does not show its focus");
  const path = [];
  for (let one = at; one.parentElement; one = one.parentElement) path.unshift([...one.parentElement.children].indexOf(one));
  return { what: `${at.localName}.${at.getAttribute("class") ?? ""} “${name}”`, path: path.join("/"), problems };
}
