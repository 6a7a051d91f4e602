/* Let each record go through the form as if its page had been opened anew; return its text and what is said of it. */
async ([ids, anew]) => {
  const start = document.querySelector(".x-form").cloneNode(true);
  start.hidden = true;
  const fetched = window.fetch;
  if (anew) {
    window.fetch = async (address) => {
      const answer = await fetched(address);
      if (!String(address).includes("/records/")) return answer;
      const record = await answer.json();
      return { json: async () => ({ ...record, text: {} }) };
    };
  }
  const found = {};
  for (const id of ids) {
    history.replaceState(null, "", `?id=${id}`);
    document.querySelector(".x-form").replaceWith(start.cloneNode(true));
    const script = document.createElement("script");
    script.src = document.querySelector('script[src*="assets/form.js"]').src;
    document.body.append(script);
    await new Promise((done) => { script.onload = done; });
    script.remove();
    const form = document.querySelector(".x-form");
    const code = form.querySelector("#form-text");
    for (let turn = 0; !code.textContent.startsWith(`${id}:`); turn += 1) {
      if (turn > 2000) throw new Error(`nothing came for ${id}`);
      await new Promise((done) => { setTimeout(done, 1); });
    }
    found[id] = [code.textContent, form.querySelector(".x-form__wrong").textContent];
  }
  window.fetch = fetched;
  return found;
}
