// The lowest WCAG contrast ratio of any text that shows, with the text; and of marks that carry a meaning.
() => {
  const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const rgba = colour => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = colour;
    canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255];
  };
  const over = (top, below) => top.slice(0, 3).map((c, i) => c * top[3] + below[i] * (1 - top[3]));
  const background = element => {
    if (!element) return [255, 255, 255];
    const own = rgba(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own.slice(0, 3) : over(own, background(element.parentElement));
  };
  const luminance = rgb => {
    const [r, g, b] = rgb.map(c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ratio = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const text = [], marks = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode, element = node.parentElement, words = node.data.trim();
    if (!words || !element.checkVisibility() || element.closest(".unseen, script, style")) continue;
    const style = getComputedStyle(element), behind = background(element);
    const colour = rgba(element.closest("svg") ? style.fill : style.color);
    text.push([ratio(over(colour, behind), behind), words]);
  }
  for (const element of document.querySelectorAll(".v, .bar rect, .column, input, select")) {
    if (!element.checkVisibility()) continue;
    const style = getComputedStyle(element), behind = background(element.parentElement.closest("section, tr, body"));
    const colour = element.tagName === "rect" ? style.fill : style.borderTopColor;
    marks.push([ratio(rgba(colour).slice(0, 3), behind), element.className.baseVal ?? element.className ?? element.id]);
  }
  const lowest = list => list.sort((a, b) => a[0] - b[0])[0];
  return { text: lowest(text), marks: lowest(marks) };
}
