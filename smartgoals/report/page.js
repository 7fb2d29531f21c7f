"use strict";
(() => {
  const byId = id => document.getElementById(id);
  const form = byId("controls"), table = byId("table"), body = table.tBodies[0];
  const shown = byId("shown"), fold = byId("fold"), more = byId("more");
  const CRITERIA = ["specific", "measurable", "achievable", "relevant", "time_bound"];
  const PAGE = 100;  // rows that are in the table at once: a browser takes seconds for thousands
  const RANK = { missing: 0, partial: 1, met: 2 };  // unknown has none, and comes last either way
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const lower = text => text.toLocaleLowerCase(document.documentElement.lang);

  const goals = Array.from(body.rows, (row, place) => {
    const data = row.dataset, text = (row.querySelector("summary") ?? row.querySelector(".text")).textContent.trim();
    const verdicts = (data.verdicts || "").split(" ", CRITERIA.length);
    const goal = {
      row, verdicts, text, number: place, group: data.group || null, language: data.language || "",
      score: data.score ? Number(data.score) : null,
      searched: lower([text, data.codes || "", data.group].join(" ")),
    };
    CRITERIA.forEach((name, i) => { goal[name] = RANK[verdicts[i]] ?? null; });
    return goal;
  });

  const compare = (one, other) => typeof one === "string" ? collator.compare(one, other) : one - other;

  function sort(key, descending) {
    goals.sort((one, other) => {
      if (one[key] === null || other[key] === null)
        return (one[key] === null) - (other[key] === null) || one.number - other.number;
      const order = compare(one[key], other[key]);
      return (descending ? -order : order) || one.number - other.number;
    });
    for (const button of table.tHead.querySelectorAll("button")) {
      if (button.dataset.sort === key) button.parentNode.setAttribute("aria-sort", descending ? "descending" : "ascending");
      else button.parentNode.removeAttribute("aria-sort");
    }
    byId("sort").value = `${key} ${descending ? "down" : "up"}`;
  }

  let matching = goals, limit = PAGE;

  function show(most = limit) {
    body.replaceChildren(...matching.slice(0, most).map(goal => goal.row));
    more.hidden = matching.length <= most;
  }

  const chosen = id => byId(id)?.value ?? "";

  function fits(goal, words, criterion, verdict, group, language) {
    const judged = criterion === "" ? goal.verdicts : [goal.verdicts[criterion]];
    return (!verdict || judged.includes(verdict)) && (!group || goal.group === group)
      && (!language || goal.language === language) && words.every(word => goal.searched.includes(word));
  }

  function filter() {
    const words = lower(chosen("search")).split(/\s+/).filter(Boolean);
    const choices = ["criterion", "verdict", "group", "language"].map(chosen);
    matching = goals.filter(goal => fits(goal, words, ...choices));
    const n = matching.length;
    const number = value => value.toLocaleString(document.documentElement.lang);
    shown.textContent = shown.dataset.text.replace("{n}", number(n)).replace("{total}", number(goals.length));
    byId("none").hidden = n > 0;
    show(limit = PAGE);
  }

  function unfold() {
    const open = fold.toggleAttribute("data-open");
    [fold.textContent, fold.dataset.other] = [fold.dataset.other, fold.textContent];
    for (const { row } of matching) {
      const details = row.querySelector("details");
      if (details) details.open = open;
    }
  }

  // a number of the overview shows its goals
  function follow(event) {
    const link = event.target.closest("main a[href='#goals']");
    if (!link) return;
    form.reset();
    for (const id of ["criterion", "verdict", "group", "language"]) {
      if (link.dataset[id] !== undefined && byId(id)) byId(id).value = link.dataset[id];
    }
    if (link.dataset.code) byId("search").value = link.dataset.code;
    filter();
    byId("goals").focus();
  }

  let waiting = 0;
  form.addEventListener("input", event => {
    if (event.target.id === "sort") return;
    clearTimeout(waiting);
    waiting = setTimeout(filter, event.target.id === "search" ? 80 : 0);
  });
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { sort("number", false); filter(); }));
  byId("sort").addEventListener("change", event => {
    const [key, way] = event.target.value.split(" ");
    sort(key, way === "down");
    filter();
  });
  table.tHead.addEventListener("click", event => {
    const button = event.target.closest("button");
    if (!button) return;
    sort(button.dataset.sort, button.parentNode.getAttribute("aria-sort") === "ascending");
    filter();
  });
  more.addEventListener("click", () => {
    const next = matching[limit];
    show(limit += PAGE);
    next.row.querySelector("summary")?.focus();
  });
  fold.addEventListener("click", unfold);
  byId("print").addEventListener("click", () => window.print());
  document.addEventListener("click", follow);
  window.addEventListener("beforeprint", () => show(Infinity));
  window.addEventListener("afterprint", () => show());

  form.hidden = false;
  sort("number", false);
  filter();
  table.classList.add("ready");
})();
