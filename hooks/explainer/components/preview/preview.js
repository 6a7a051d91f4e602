/* A small card beside a link to a record, when the mouse rests on it or the keyboard reaches it.
   It can be pointed at, goes with Escape, and stays while either is there (WCAG 1.4.13).
   What it says stands on the record's page too. Fingers never meet it. */

const WAIT = 350;
const LINGER = 250;
const LINKS = 'main a[data-ref]:not(:is(h1, h2, h3, h4) *, .x-source__title, .x-actor__name *, .x-found *)';

const files = new Map();
const cardOf = async (link) => {
  const [folder] = new URL(link.getAttribute("href"), location).href.slice(ROOT.href.length).split(/[/#?]/);
  if (!files.has(folder)) {
    const file = fetch(new URL(`previews/${folder}.json`, ASSETS)).then((answer) => (answer.ok ? answer.json() : {}));
    file.catch(() => files.delete(folder));
    files.set(folder, file);
  }
  return (await files.get(folder))[link.dataset.ref];
};

const fill = ({ k, t, l, m, s, st, c, sw, w }) => [
  make("p", { class: "x-preview__kind" }, k, ...(st ? [" · ", statusMark(st, c)] : sw ? [` · ${sw}`] : [])),
  make("p", { class: "x-preview__title", text: t, lang: l }),
  ...(m ? [make("p", { class: "x-preview__meta", text: m })] : []),
  ...(s ? [make("p", { class: "x-preview__summary", text: s })] : []),
  ...(w?.length ? [make("p", { class: "x-preview__caution", text: w.join(" · ") })] : []),
];

const box = make("div", { class: "x-preview x-off", id: "x-preview", role: "tooltip" });
let owner;
let timer;

const hide = () => {
  clearTimeout(timer);
  owner?.removeAttribute("aria-describedby");
  owner = undefined;
  box.classList.add("x-off");
};

const place = (link) => {
  const at = [...link.getClientRects()].at(-1) ?? link.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const left = Math.max(8, Math.min(at.left, document.documentElement.clientWidth - width - 8));
  const below = at.bottom + height + 12 < innerHeight || at.top < height + 12;
  box.style.setProperty("--x-left", `${left + scrollX}px`);
  box.style.setProperty("--x-top", `${(below ? at.bottom + 6 : at.top - height - 6) + scrollY}px`);
};

const show = async (link) => {
  const card = await cardOf(link).catch(() => undefined);
  if (!card || owner !== link) return;
  if (!box.isConnected) document.querySelector("main").append(box);
  box.replaceChildren(...fill(card));
  box.classList.remove("x-off");
  link.setAttribute("aria-describedby", box.id);
  place(link);
};

const enter = (link, wait) => {
  if (link === owner) { clearTimeout(timer); return; }
  hide();
  owner = link;
  timer = setTimeout(show, wait, link);
};
const leave = () => {
  clearTimeout(timer);
  timer = setTimeout(hide, LINGER);
};

// Of a copy that is read from a folder browsers fetch nothing.
if (location.protocol !== "file:") document.addEventListener("pointerover", ({ pointerType, target }) => {
  if (pointerType !== "mouse") return;
  const link = target.closest(LINKS);
  if (link) enter(link, WAIT);
  else if (box.contains(target)) clearTimeout(timer);
  else if (owner && owner !== document.activeElement) leave();
});
if (location.protocol !== "file:") document.addEventListener("focusin", ({ target }) => {
  const link = target.closest(LINKS);
  if (link?.matches(":focus-visible")) enter(link, WAIT);
  else if (owner) hide();
});
document.addEventListener("focusout", ({ target }) => { if (target === owner) leave(); });
document.addEventListener("keydown", ({ key }) => { if (key === "Escape") hide(); });
