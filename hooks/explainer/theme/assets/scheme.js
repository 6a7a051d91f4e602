// Before anything is painted: that scripts run, so that what they add has its room from the start,
// and the reader's own choice of light or dark, if there is one.
document.documentElement.classList.add("js");
// Where the site's script is not loaded or not understood, the page is as without scripts.
addEventListener("error", ({ target, filename }) => {
  if (/\/explainer\.js$/.test((target && target.src) || filename || "")) document.documentElement.classList.remove("js");
}, true);
try {
  const scheme = localStorage.getItem("scheme");
  if (scheme === "light" || scheme === "dark") document.documentElement.dataset.scheme = scheme;
} catch { /* storage may be forbidden; the system's choice holds */ }
