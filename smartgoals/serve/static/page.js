// A person types a goal; the service judges it; the page shows the judgement of what stands there now.

import { marksOf, moved } from "./spans.js";
import { hideResult, showMarks, showProblem, showResult, showTexts, summary } from "./view.js";

const QUIET = 180; // milliseconds without a key before the goal is sent
const SAY_AFTER = 900; // … before a judgement is read out: not at every word
const goal = document.getElementById("goal");
const picker = document.getElementById("language");
const status = document.getElementById("status");

let texts = {};
let language = "en"; // of the page
let marks = [];
let marked = ""; // the text that the marks are of
let turn = 0; // rises with every change; an answer to an earlier one is dropped
let asking = new AbortController();
let waiting, saying;

const known = (code) => Object.hasOwn(texts, code);

function speak(code) {
  if (!known(code)) return;
  language = code;
  showTexts(texts[code], code);
}

function mark(text, found) {
  [marked, marks] = [text, found];
  showMarks(text, found);
}

function changed() {
  turn += 1;
  asking.abort();
  clearTimeout(waiting);
  clearTimeout(saying);
  mark(goal.value, moved(marks, marked, goal.value));
  if (goal.value.trim()) {
    waiting = setTimeout(judge, QUIET);
  } else {
    showProblem(null);
    hideResult();
    status.textContent = "";
  }
}

/** The language of the messages: the one picked; of a first word, which may be in any, the page's; else the goal's. */
function locale(text) {
  return picker.value || (text.trim().includes(" ") ? null : language);
}

async function judge() {
  const mine = turn;
  const text = goal.value.toWellFormed?.() ?? goal.value;
  const asked = { text, language: picker.value || null, locale: locale(text), today: localDay() };
  asking = new AbortController();
  let response, answer;
  try {
    response = await fetch("v1/analyze", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify(asked),
      signal: asking.signal,
    });
    answer = await response.json();
  } catch {
    if (mine === turn) fail("failed");
    return;
  }
  if (mine !== turn) return;
  if (response.ok) show(answer, asked.locale);
  else fail({ 413: "refused", 422: "refused", 503: "busy", 504: "busy" }[response.status] ?? "failed");
}

function show(analysis, asked) {
  const said = asked ?? analysis.language;
  if (said !== language) speak(said);
  showProblem(null);
  mark(goal.value, marksOf(analysis));
  showResult(analysis, texts[language], language, (fix) => write(fix.start, fix.end, fix.replacement));
  document.getElementById("use").onclick = () => write(0, goal.value.length, analysis.rewrite);
  saying = setTimeout(() => (status.textContent = summary(analysis, texts[language], language)), SAY_AFTER);
}

function fail(reason) {
  hideResult();
  showProblem(texts[language][reason]);
}

/** Write into the goal as a person would, so that undo works, and select what only the person knows. */
function write(start, end, replacement) {
  goal.focus();
  goal.setSelectionRange(start, end);
  const done = replacement
    ? document.execCommand("insertText", false, replacement)
    : document.execCommand("delete");
  if (!done) {
    goal.setRangeText(replacement, start, end, "end");
    changed();
  }
  const gap = /\[[^\]]+\]/.exec(goal.value);
  if (gap) goal.setSelectionRange(gap.index, gap.index + gap[0].length);
}

function localDay() {
  const now = new Date();
  return new Date(now - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

async function begin() {
  texts = await (await fetch("texts")).json();
  for (const [code, { own_name: name }] of Object.entries(texts)) {
    const option = new Option(name, code);
    option.lang = code;
    picker.append(option);
  }
  const preferred = navigator.languages.map((tag) => tag.split("-")[0]).find(known);
  speak(preferred ?? "en");
  goal.addEventListener("input", changed);
  picker.addEventListener("change", () => {
    speak(picker.value || language);
    changed();
  });
  if (goal.value) changed();
}

begin();
