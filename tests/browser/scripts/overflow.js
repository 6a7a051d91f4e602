() => {
  const wide = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (wide <= 0) return "";
  const out = [...document.querySelectorAll("body *")].find((one) => one.getBoundingClientRect().right > innerWidth + 1 && !one.closest(".x-scroll"));
  return `${wide} px too wide: ${out?.outerHTML.slice(0, 120)}`;
}
