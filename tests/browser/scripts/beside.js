([what, than]) => {
  const one = document.querySelector(what);
  const other = than ? document.querySelector(than) : one.previousElementSibling;
  const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
  return {
    beside: a.left >= b.right && a.right <= innerWidth,
    level: Math.abs(a.top - b.top) < 24,
    below: a.top >= b.bottom,
  };
}
