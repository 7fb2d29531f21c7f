// Stretches of a text. The service counts code points, a browser UTF-16 units.

export const KINDS = ["numbers", "metrics", "channels", "deadlines", "owners", "vague"];

/** The UTF-16 offset of each code point of a text, and of its end. */
export function offsets(text) {
  const found = [0];
  for (const point of text) found.push(found.at(-1) + point.length);
  return found;
}

/** What an analysis found, as marks in UTF-16 units, in text order. */
export function marksOf(analysis) {
  const at = offsets(analysis.text);
  return KINDS.flatMap((kind) =>
    analysis[kind].map((item) => ({ kind, start: at[item.start], end: at[item.end] })),
  ).sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Marks of a text in what it was changed to: those that the change touched go, those behind it move along. */
export function moved(marks, before, after) {
  const most = Math.min(before.length, after.length);
  let head = 0;
  while (head < most && before[head] === after[head]) head += 1;
  let tail = 0;
  while (tail < most - head && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  const by = after.length - before.length;
  return marks.flatMap((mark) => {
    if (mark.end <= head) return [mark];
    if (mark.start >= before.length - tail) return [{ ...mark, start: mark.start + by, end: mark.end + by }];
    return [];
  });
}

/** The text in pieces, each with the kind of the shortest mark over it, or none. */
export function pieces(text, marks) {
  const cuts = [...new Set([0, text.length, ...marks.flatMap((mark) => [mark.start, mark.end])])].sort((a, b) => a - b);
  return cuts.slice(0, -1).map((start, i) => {
    const over = marks.filter((mark) => mark.start <= start && mark.end > start);
    over.sort((a, b) => a.end - a.start - (b.end - b.start));
    return { text: text.slice(start, cuts[i + 1]), kind: over[0]?.kind ?? null };
  });
}
