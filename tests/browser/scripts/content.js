() => {
  for (const extra of document.querySelectorAll(".x-js, .x-nojs, .x-unseen, .x-preview, .x-search__popup, .x-known__none")) extra.remove();
  const text = (one) => one.textContent.replace(/\s+/g, " ").trim();
  const place = (link) => link.getAttribute("href");
  return {
    lines: [...document.querySelectorAll("h1, h2, h3, h4, p, li, td, th, dt, dd, summary, caption, figcaption")].map(text),
    links: [...document.querySelectorAll("a[href]")].filter((link) => !link.matches(".x-anchor")).map(place),
  };
}
