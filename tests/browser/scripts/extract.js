/* What an extractor makes of a page: its text, and whom it takes for the author. Nothing if it finds nothing to read. */
([name, html]) => {
  const page = new DOMParser().parseFromString(html, "text/html");
  if (name === "readability") {
    const found = new Readability(page).parse();
    return found && { text: found.textContent, author: found.byline };
  }
  const { content, author } = new Defuddle(page, { url: "https://facts.example.org/page/" }).parse();
  const text = new DOMParser().parseFromString(content, "text/html").body.textContent;
  return { text, author };
}
