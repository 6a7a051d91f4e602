() => {
  const boxes = [...document.querySelectorAll("main .x-article > *")]
    .filter((one) => one.checkVisibility())
    .map((one) => [one.className || one.localName, one.getBoundingClientRect()]);
  const aside = (a, b) => a.left >= b.right - 1 || b.left >= a.right - 1;
  const above = (a, b) => a.top >= b.bottom - 1 || b.top >= a.bottom - 1;
  return boxes.flatMap(([name, box], index) =>
    boxes.slice(index + 1).filter(([, other]) => !aside(box, other) && !above(box, other)).map(([other]) => [name, other]),
  );
}
