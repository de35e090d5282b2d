// Text broken into lines, for pictures: SVG does not do it.
const pens = new Map(); // font → a drawing context that measures in it

// textWidth is the width of a text in pixels; font is as in CSS.
export function textWidth(text, font) {
  if (!pens.has(font)) {
    const pen = document.createElement("canvas").getContext("2d");
    pen.font = font;
    pens.set(font, pen);
  }
  return pens.get(font).measureText(text).width;
}

// textLines breaks a text into at most so many lines of a width in pixels. What is left out is shown by "…".
export function textLines(text, font, width, most) {
  const fits = (line) => textWidth(line, font) <= width;
  const lines = [""];
  for (const word of text.split(/\s+/)) {
    const longer = lines.at(-1) === "" ? word : `${lines.at(-1)} ${word}`;
    if (fits(longer) || lines.at(-1) === "") lines[lines.length - 1] = longer;
    else if (lines.length < most) lines.push(word);
    else {
      let last = `${lines.at(-1)} …`;
      while (!fits(last) && last.includes(" ", 1)) last = `${last.replace(/ ?\S* …$/, "")} …`;
      lines[lines.length - 1] = last;
      return lines;
    }
  }
  return lines;
}
