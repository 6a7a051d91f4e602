// Before anything is painted: the reader's own choice of light or dark, if there is one.
try {
  const scheme = localStorage.getItem("scheme");
  if (scheme === "light" || scheme === "dark") document.documentElement.dataset.scheme = scheme;
} catch { /* storage may be forbidden; the system's choice holds */ }
