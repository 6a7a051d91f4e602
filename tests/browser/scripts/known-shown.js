() => Object.fromEntries([...document.querySelectorAll("[data-known]")].map((row) => {
  const shown = [...row.querySelectorAll("li, .x-known__none")].filter((one) => one.checkVisibility());
  return [row.querySelector("a").getAttribute("href").split("/").at(-2), shown.map((one) => one.dataset.status ?? one.textContent).join(" ")];
}))
