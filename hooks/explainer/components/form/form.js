/* Writes a record in the house style as one types, and checks it. What it knows of fields, the form's markup tells it. */
"use strict";
(() => {
  const HERE = document.currentScript.src;
  const WIDTH = 110;
  /** What a link surely carries, in characters. */
  const LONGEST = 7500;
  const form = document.querySelector('[data-module="form"]');
  const one = (selector, within = form) => within.querySelector(selector);
  const all = (selector, within = form) => [...within.querySelectorAll(selector)];
  const set = Object.assign;
  const make = (name, given) => set(document.createElement(name), given);
  const { kind, folder, repository, branch } = form.dataset;
  const whole = one("[data-whole]");
  const id = one("#f-id");
  /** The kind of every record by its id, once somebody needs it. */
  let ids;
  /** The record that is corrected, or added to and to which of its lists; nothing for a new one. */
  let task = {};
  let made = 0;
  let unsaved;
  let timer;

  const on = (name, act, how) => form.addEventListener(name, act, how);

  /* The form as data. */
  const fields = (item) => all(":scope > [data-name], :scope > details > [data-name]", item).sort((a, b) => a.dataset.order - b.dataset.order);
  const items = (field) => [...one("[data-items]", field).children];
  const keyOf = (item) => one("[data-key]", item);
  const input = (holder) => one("[data-value]", holder);
  const has = (value) => (typeof value === "object" ? Object.keys(value).length : value);
  const valueIn = (item) => ("one" in item.dataset ? input(item).value.trim() : read(item));
  const valueOf = (field) => {
    const { shape, short } = field.dataset;
    if (shape === "one") return input(field).value.trim();
    const found = items(field).filter((item) => has(valueIn(item)));
    if (shape === "map") return Object.fromEntries(found.map((item) => [keyOf(item).value.trim() || "some-key", valueIn(item)]));
    const list = found.map(valueIn).map((value) => (short && Object.keys(value).join() === short ? value[short] : value));
    return shape === "part" || (short && list.length === 1 && list[0].length) ? list[0] : list;
  };
  const read = (item) => Object.fromEntries(fields(item).map((field) => [field.dataset.name, valueOf(field)]).filter(([, value]) => has(value)));

  /* Data as YAML. */
  const wrapped = (line, pad) => line.split(/(?<=\S) (?=\S)/).reduce((rows, word) => {
    const row = rows.pop();
    return row && row.length + word.length >= WIDTH - pad.length ? [...rows, row, word] : [...rows, row ? `${row} ${word}` : word];
  }, [""]);
  const folded = (mark, rows, pad) => [mark, ...rows.map((row) => row && pad + row)].join("\n");
  const scalar = (text, pad, room) => {
    if (/^[ \t]|[ \t]$/m.test(text)) return folded("|-", text.split("\n"), pad);
    if (/\n/.test(text) || (text.length > room && / /.test(text))) return folded(">-", text.replace(/\n+/g, "$&\n").split("\n").flatMap((line) => wrapped(line, pad)), pad);
    return /^-?[\p{L}\p{N}(“„«]/u.test(text) && !/:\s|:$|\s#|^(null|yes|no|on|off)$/i.test(text) ? text : `'${text.replaceAll("'", "''")}'`;
  };
  const inside = (value, pad, room) => (value.length ? scalar(value, pad, room) : block(value, pad));
  const line = (name, value, pad) => {
    const deeper = `${pad}  `;
    if (Array.isArray(value)) return `${pad}${name}:${value.map((inner) => `\n${deeper}- ${inside(inner, `${deeper}  `, WIDTH - pad.length - 4).trimStart()}`).join("")}`;
    return `${pad}${name}:${value.length ? " " : "\n"}${inside(value, deeper, WIDTH - pad.length - name.length - 2)}`;
  };
  const block = (record, pad) => Object.keys(record).map((name) => line(name, record[name], pad)).join("\n");
  const idNow = () => id.value.trim() || "some-id";
  const written = () => {
    const record = read(whole);
    if (task.add) return `${line("", record[task.add] ?? [], "  ").slice(4)}\n`;
    // what nobody changed stays as and where it is written, with its comments
    const names = Object.keys({ ...task.text, ...record }).filter((name) => name in record);
    const lines = names.map((name) => (JSON.stringify(record[name]) === JSON.stringify(task.read?.[name]) && task.text[name]) || line(name, record[name], "  "));
    return `${task.id ? "" : `# yaml-language-server: $schema=../schema/${kind}.json\n\n`}${idNow()}:\n${lines.join("\n")}\n`;
  };

  /* What is wrong: said beside a control once somebody was there, and in the list below. */
  const around = (part) => part.parentElement.closest("[data-item]");
  const nameOf = (item) => (item === whole ? [] : [...nameOf(around(item)), item.ariaLabel]);
  const fault = (control) => {
    const { pattern, longest, kinds, missing, needed, wrong } = control.dataset;
    const text = control.value?.trim() ?? "x".repeat(items(control).length);
    const { length } = [...text];
    if (!text) return needed && (task.add || around(control) === whole || has(read(around(control)))) && "This is needed.";
    if (pattern && !new RegExp(pattern, "u").test(text)) return wrong;
    if (length > longest) return `This has ${length} characters; ${longest} are the most.`;
    if (kinds && ids && !kinds.split(" ").includes(ids.get(text))) return missing;
    return control === id && ids?.has(text) && "Another record has this id.";
  };
  const faults = () => all("[data-label]").filter((control) => !control.closest("[hidden]")).flatMap((control) => {
    const text = fault(control);
    const shown = control.dataset.touched && text;
    if (control.value !== undefined) {
      control.ariaInvalid = Boolean(shown);
      set(document.getElementById(control.getAttribute("aria-describedby").split(" ")[0]), { hidden: !shown, textContent: shown || "" });
    }
    if (!text) return [];
    const entry = make("li");
    entry.append(make("a", { href: `#${control.id}`, textContent: [...nameOf(around(control)), control.dataset.label].filter(Boolean).join(", ") }), `: ${text}`);
    return [entry];
  });

  /* What is shown. */
  /** Say in a place one of the sentences that it has; return it. */
  const say = (selector, which, known) => {
    const place = one(selector);
    const text = place.dataset[which].replace(/\{(\w+)\}/g, (_, name) => known[name]);
    if (place.textContent !== text) set(place, { hidden: false, textContent: text });
    return text;
  };
  /** Let a link lead to a page that is filled in, with the text if that fits; return whether it does. */
  const lead = (way, path, filled, text) => {
    const address = (more) => `${repository}/${path}?${new URLSearchParams({ ...filled, ...more })}`;
    const fits = address(text).length <= LONGEST;
    set(one(`[data-way="${way}"]`), { hidden: !repository, href: address(fits && text) });
    return fits;
  };
  const show = () => {
    const text = written();
    const name = idNow();
    const wrong = faults();
    one("#form-text").textContent = text;
    one(".x-form__wrong").replaceChildren(...wrong);
    say('[role="status"]', wrong.length ? "left" : "done", wrong);
    const { add, ends, file = `content/${folder}/${name}.yml`, lines: [first, last] = [] } = task;
    const doing = task.id ? (add ? "add" : "correct") : "new";
    const body = say(".x-form__place", doing, { file, first, add, last: ends?.[add] ?? last });
    const opens = task.id ? lead("open", `edit/${branch}/${file}`) : lead("open", `new/${branch}`, { filename: file }, { value: text });
    const sends = lead("issue", "issues/new", { title: `${doing} ${add ?? kind}: ${name}`, body }, { body: `${body}\n\n\`\`\`yaml\n${text}\`\`\`` });
    say(".x-form__how", repository && !(opens && sends) ? "long" : doing);
    set(one('[data-way="save"]'), { href: `data:application/yaml,${encodeURIComponent(text)}`, download: `${name}.yml` });
  };

  /* What one does. */
  const adder = (field) => one(":scope > [data-more]", field);
  const number = (field) => {
    const { shape, name, label } = field.dataset;
    adder(field).hidden = items(field).length && (shape === "part" || name === task.add);
    items(field).forEach((item, at) => {
      item.ariaLabel = shape === "part" ? label : `${label} ${at + 1}`;
      if ("one" in item.dataset) input(item).ariaLabel = item.ariaLabel;
      one(":scope > [data-remove]", item).ariaLabel = `Remove ${item.ariaLabel}`;
    });
  };
  const add = (field) => {
    const item = one(":scope > template", field).content.firstElementChild.cloneNode(true);
    made += 1;
    for (const name of ["id", "for", "aria-describedby"]) for (const part of all(`[${name}]`, item)) part.setAttribute(name, part.getAttribute(name).replace(/\S+/g, `$&-${made}`));
    one("[data-items]", field).append(item);
    number(field);
    return item;
  };
  const put = (field, value) => {
    const { shape, short } = field.dataset;
    field.closest("details")?.setAttribute("open", "");
    if (shape === "one") input(field).value = value;
    else for (const [key, inner] of Object.entries(shape === "map" ? value : [value].flat())) {
      const item = add(field);
      if (shape === "map") keyOf(item).value = key;
      if ("one" in item.dataset) input(item).value = inner;
      else fill(item, inner.length ? { [short]: inner } : inner);
    }
  };
  const fill = (item, record) => { for (const field of fields(item)) if (field.dataset.name in record) put(field, record[field.dataset.name]); };
  const load = (path) => fetch(new URL(path, HERE)).then((answer) => answer.json()).catch(() => {});
  const know = async () => {
    const found = ((await load("search.json"))?.entries ?? await load("search/all.json"))?.filter(({ k }) => !/page|article/.test(k));
    ids = found && new Map(found.map(({ u, k }) => [u.replace(/\/?(index\.html)?$/, "").split(/[/#]/).at(-1), k]));
    for (const list of all("datalist")) found?.forEach(({ k, t, n }, at) => {
      if (list.dataset.kinds.split(" ").includes(k)) list.append(make("option", { value: [...ids.keys()][at], label: [t, n].join(" · ") }));
    });
    show();
  };
  const begin = async () => {
    const asked = new URLSearchParams(location.search);
    const wanted = asked.get("id");
    if (!wanted) return;
    const known = await load(`records/${encodeURIComponent(wanted)}.json`);
    say("#form-task", "failed", { wanted });
    if (known?.kind !== kind) return;
    form.reset();
    task = { ...known, add: asked.get("add") };
    id.value = known.id;
    id.parentElement.hidden = true;
    for (const field of fields(whole)) field.hidden = task.add && field.dataset.name !== task.add;
    for (const field of all("fieldset")) {
      one("[data-items]", field).replaceChildren();
      number(field);
    }
    fill(whole, task.add ? { [task.add]: [{}] } : known.fields);
    task.read = read(whole);
    say("#form-task", task.add ? "add" : "correct", known);
    show();
  };
  on("input", () => {
    unsaved = true;
    clearTimeout(timer);
    timer = setTimeout(show, 150);
  });
  on("change", ({ target }) => { target.dataset.touched = "yes"; show(); });
  on("focusin", know, { once: true });
  on("submit", (event) => event.preventDefault());
  on("click", ({ target }) => {
    const field = target.closest("[data-name]");
    if (target.closest(".x-form__ways")) unsaved = false;
    else if (target.matches("[data-more]")) one("input, select, textarea", add(field)).focus();
    else if (target.matches("[data-remove]")) {
      target.parentElement.remove();
      number(field);
      adder(field).focus();
    } else return;
    show();
  });
  addEventListener("beforeunload", (event) => { if (unsaved) event.preventDefault(); });
  form.hidden = false;
  show();
  begin();
})();
