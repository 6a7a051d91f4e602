/* Links to statements become buttons that copy the address; other buttons copy what they name. */

const copied = async (button, text, what) => {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    say("The browser did not allow copying");
    return;
  }
  say(`${what} copied`);
  const note = make("span", { class: "x-copied", text: "copied", "aria-hidden": "true" });
  button.after(note);
  setTimeout(() => note.remove(), 2000);
};

if (navigator.clipboard) {
  for (const link of document.querySelectorAll('[data-module="copy-link"]')) {
    const button = make("button", { class: link.className, type: "button", text: "#", "aria-label": `Copy the address of ${link.dataset.name}`, title: "Copy the address" });
    const { hash } = link;
    button.addEventListener("click", () => {
      if (hash && hash !== "#top") history.replaceState(history.state, "", hash);
      copied(button, `${location.origin}${location.pathname}${hash === "#top" ? "" : hash}`, "Address");
    });
    link.replaceWith(button);
  }
  for (const button of document.querySelectorAll('[data-module="copy-text"]')) {
    reveal(button);
    button.addEventListener("click", () => copied(button, document.getElementById(button.dataset.copies).textContent, button.dataset.name));
  }
}
