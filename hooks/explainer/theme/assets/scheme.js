// Before anything is painted: that scripts run, so that what they add has its room from the start,
// and the reader's own choice of light or dark, if there is one.
document.documentElement.classList.add("js");
try {
  const scheme = localStorage.getItem("scheme");
  if (scheme === "light" || scheme === "dark") document.documentElement.dataset.scheme = scheme;
} catch { /* storage may be forbidden; the system's choice holds */ }
