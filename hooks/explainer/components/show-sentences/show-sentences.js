/* Fetches the list of sentences when somebody asks for it, and shows it below the button. */

const showing = (place) => {
  const button = place.querySelector("button");
  const words = { false: button.textContent, true: "Hide what each sentence rests on" };
  let list;

  const fetched = async () => {
    const address = new URL(place.dataset.page, location.href);
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(answer.statusText);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const found = page.querySelector(".x-sentences");
    for (const link of found.querySelectorAll("a[href]")) link.setAttribute("href", new URL(link.getAttribute("href"), address).href);
    for (const item of found.querySelectorAll("[id]")) item.removeAttribute("id");
    return document.importNode(found, true);
  };

  button.addEventListener("click", async () => {
    const open = button.getAttribute("aria-expanded") !== "true";
    try {
      list ??= await fetched();
    } catch {
      say("The list could not be loaded.");
      return;
    }
    if (open) place.after(list);
    else list.remove();
    button.setAttribute("aria-expanded", String(open));
    button.textContent = words[open];
  });
};

for (const place of document.querySelectorAll('[data-module="show-sentences"]')) showing(place);
