/* Light, dark, or as the system has it. The one thing that the site stores, and only when asked. */
for (const select of document.querySelectorAll('[data-module="scheme"]')) {
  const root = document.documentElement;
  reveal(select);
  select.value = root.dataset.scheme || "";
  select.addEventListener("change", () => {
    if (select.value) root.dataset.scheme = select.value;
    else delete root.dataset.scheme;
    try {
      if (select.value) localStorage.setItem("scheme", select.value);
      else localStorage.removeItem("scheme");
    } catch { /* the choice holds for this page */ }
  });
}
