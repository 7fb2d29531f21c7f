// What the page shows of an analysis. All text is set as text, never as markup.

import { KINDS, offsets, pieces } from "./spans.js";

export const CRITERIA = ["specific", "measurable", "achievable", "relevant", "time_bound"];
const SIGNS = { met: "●", partial: "◐", missing: "○", unknown: "–" };

const byId = (id) => document.getElementById(id);

function element(name, className, ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

export function fill(template, values) {
  return template.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

const percent = (share, language) => new Intl.NumberFormat(language, { style: "percent" }).format(share);

/** Put a language's texts where the page has a place for them. */
export function showTexts(texts, language) {
  document.documentElement.lang = language;
  document.title = texts.title;
  for (const place of document.querySelectorAll("[data-text]")) place.textContent = texts[place.dataset.text];
  byId("goal").placeholder = texts.example;
}

/** Underline what was found; a line break at the end needs something behind it to take up room. */
export function showMarks(text, marks) {
  const children = pieces(text, marks).map(({ text: piece, kind }) => (kind ? element("span", kind, piece) : piece));
  byId("marks").replaceChildren(...children, "\u200b");
}

export function showProblem(message) {
  byId("problem").textContent = message ?? "";
  byId("problem").hidden = !message;
}

/** Show a judgement; `apply(fix)` is called when a person takes a fix over. */
export function showResult(analysis, texts, language, apply) {
  byId("result").hidden = false;
  showScore(analysis, texts, language);
  byId("rewrite").hidden = !analysis.rewrite;
  byId("rewrite-text").textContent = analysis.rewrite ?? "";
  byId("rewrite-text").lang = analysis.language;
  byId("advice").hidden = analysis.suggestions.length === 0;
  byId("suggestions").replaceChildren(...analysis.suggestions.map((said) => suggestion(said, analysis, texts, apply)));
  byId("criteria").replaceChildren(...CRITERIA.map((name) => criterion(name, analysis.criteria[name], texts)));
  const found = KINDS.filter((kind) => analysis[kind].length);
  byId("nothing-found").hidden = found.length > 0;
  byId("found").replaceChildren(...found.map((kind) => items(kind, analysis, texts, language)));
}

export function hideResult() {
  byId("result").hidden = true;
}

/** The judgement in a sentence, for those who hear the page. */
export function summary(analysis, texts, language) {
  const verdicts = CRITERIA.map((name) => `${texts[name]}: ${texts[analysis.criteria[name].verdict]}`).join(", ");
  return `${texts.score} ${percent(analysis.score ?? 0, language)}. ${verdicts}.`;
}

function showScore(analysis, texts, language) {
  byId("score-value").textContent = `${texts.score} ${analysis.score === null ? "–" : percent(analysis.score, language)}`;
  byId("score-parts").textContent = fill(texts.judged, { n: analysis.coverage, all: CRITERIA.length });
}

function criterion(name, judged, texts) {
  const verdict = element("span", `verdict ${judged.verdict}`, `${SIGNS[judged.verdict]} ${texts[judged.verdict]}`);
  const head = element("h3", "", element("span", "", texts[name]), verdict);
  const findings = judged.findings.map((finding) => element("li", finding.severity, finding.message));
  const made = element("li", "", head, element("ul", "findings", ...findings));
  made.dataset.criterion = name;
  return made;
}

function suggestion(said, analysis, texts, apply) {
  const made = element("li", "", element("span", "", said));
  const findings = CRITERIA.flatMap((name) => analysis.criteria[name].findings);
  const fix = findings.find((finding) => finding.message === said && finding.fix)?.fix;
  if (fix) {
    const at = offsets(analysis.text);
    const start = at[fix.start];
    const end = at[fix.end];
    const button = element("button", "", fixLabel(fix, analysis.text.slice(start, end), texts));
    button.type = "button";
    button.addEventListener("click", () => apply({ start, end, replacement: fix.replacement }));
    made.append(" ", button);
  }
  return made;
}

function fixLabel(fix, old, texts) {
  if (!fix.replacement) return fill(texts.remove, { text: old.trim() });
  return fill(fix.start === fix.end ? texts.add : texts.replace, { text: fix.replacement.trim() });
}

function items(kind, analysis, texts, language) {
  const seen = analysis[kind].map((item) => element("li", "", element("span", kind, item.text), meaning(item, language)));
  return element("div", "", element("dt", "", texts[kind]), element("dd", "", element("ul", "", ...seen)));
}

/** What a deadline means: the day on which it ends. */
function meaning(item, language) {
  if (!item.date) return "";
  const day = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" }).format(new Date(item.date));
  return ` → ${day}`;
}
