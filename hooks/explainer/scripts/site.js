/* What the components' scripts share. Each of theirs runs in a block of its own, after this. */

/** Where the site's own files are, and where its first page is. */
const ASSETS = new URL(".", document.currentScript.src);
const ROOT = new URL("..", document.currentScript.src);

/** Letters that Unicode does not take apart, as they are written where a keyboard lacks them. */
const PLAIN = { ı: "i", ł: "l", đ: "d", ð: "d", ø: "o", æ: "ae", œ: "oe", ß: "ss", þ: "th", ħ: "h", ŧ: "t", ŋ: "n", ς: "σ" };

/** Show a control, now that its script runs: until then it keeps its room and is hidden. */
const reveal = (control) => { control.hidden = false; };

/** Text without case, accents and apostrophes, so that “D'Arcy” and “darcy” are one, and “Łódź” and “lodz”. */
const fold = (text) => text.normalize("NFKD").toLowerCase().replace(/[\p{M}'’‘ʼʻ´`]/gu, "").replace(/[ıłđðøæœßþħŧŋς]/g, (letter) => PLAIN[letter]).normalize("NFC");

/** Text as it is looked through: folded, dashes of any kind are hyphens, “U.S.” is “us”. */
const plain = (text) => fold(text).replace(/\p{Pd}/gu, "-").replace(/(?<![\p{L}\p{N}])(?:\p{L}\.)+\p{L}?(?![\p{L}\p{N}])/gu, (found) => found.replaceAll(".", ""));

/** Words as they are looked for: hyphens part them, thousands are one number however they are set apart. */
const termsOf = (text) => plain(text).replace(/(?<=\d)[,.\u00a0\u202f ](?=\d{3}(?!\d))/g, "").split(/[^\p{L}\p{N}]+/u).filter(Boolean);

/** An element with properties, classes, attributes and children; text stays text. */
const make = (name, { text, ...attributes } = {}, ...children) => {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value || value === 0) made.setAttribute(key, value === true ? "" : value);
  if (text) made.textContent = text;
  made.append(...children);
  return made;
};

/** A status as a word with its mark, as the component status-mark shows it. `beside`: 1 contested; 2 and 4: its contrary is corroborated, acknowledged. */
const statusMark = (status, beside) => {
  const mark = make("span", { class: `x-mark x-mark--${status}` }, make("span", { class: "x-mark__word", text: status.replaceAll("-", " ") }));
  if (beside & 1) mark.append(make("span", { class: "x-mark__contested", text: "contested" }));
  if (beside & 6) mark.append(make("span", { class: "x-mark__contested x-mark__contrary", text: `contrary ${beside & 4 ? "acknowledged" : "corroborated"}` }));
  return mark;
};

/** Say something to screen readers without moving the focus. */
const say = (() => {
  const voice = make("p", { class: "x-unseen", role: "status" });
  document.body.append(voice);
  return (text) => {
    voice.textContent = "";
    setTimeout(() => { voice.textContent = text; }, 60);
  };
})();

/** Call a function when nothing has happened for a while. */
const settled = (wait, act) => {
  let timer;
  return (...given) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(...given), wait);
  };
};

/** Put a state into the address without a new page, so that the view can be shared. */
const remember = (parameters) => {
  const query = parameters.toString();
  history.replaceState(history.state, "", `${location.pathname}${query ? `?${query}` : ""}${location.hash}`);
};

/** Open what is folded away where an address leads into it. */
const unfold = () => {
  let target;
  try { target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1))); } catch { /* half an encoded character leads nowhere */ }
  for (let at = target; at; at = at.parentElement) if (at.localName === "details") at.open = true;
};
addEventListener("hashchange", unfold);
unfold();

/* A wide table, or a long list of what is on the page, is reached by keyboard while it has more than is shown, so that its
   rest can be scrolled to; else it is no stop. */
const widths = new ResizeObserver((boxes) => {
  for (const { target } of boxes) {
    if (target.scrollWidth > target.clientWidth || target.scrollHeight > target.clientHeight + 1) target.tabIndex = 0;
    else if (target !== document.activeElement) target.removeAttribute("tabindex");
  }
});
for (const box of document.querySelectorAll(".x-scroll, .x-toc")) widths.observe(box);
