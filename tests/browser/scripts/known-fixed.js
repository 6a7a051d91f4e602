() => Object.fromEntries([...document.querySelectorAll(".x-group")].flatMap((group) => {
  const status = group.querySelector("h2").id === "later" ? "not yet said" : group.querySelector("h2").id;
  return [...group.querySelectorAll(".x-then > li > a:first-child, .x-then .x-small:last-of-type > a")].map((link) => [link.getAttribute("href").split("/").at(-2), status]);
}))
