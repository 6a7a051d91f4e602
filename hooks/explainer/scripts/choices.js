/* The order of the tables that the generator makes: every choice of so many things, fewer first. */

/** Every choice of up to `most` of `number` things, each as its places joined by commas, as `choices` orders them. */
const choicesOf = (number, most) => {
  const found = [];
  const choose = (size, from, chosen) => {
    if (chosen.length === size) found.push(chosen.join());
    else for (let at = from; at < number; at += 1) choose(size, at + 1, [...chosen, at]);
  };
  for (let size = 0; size <= most; size += 1) choose(size, 0, []);
  return found;
};

/** What a table answers to a choice: `places` has a digit for every choice, which leads to one of `known`. */
const answerOf = ({ order, places, known }, chosen) => known[parseInt(places[order.indexOf(chosen.join())], 36)];
