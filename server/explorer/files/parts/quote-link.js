// Links to the words of a paragraph: /documents/{document}?span={start}-{end}#{place}, with offsets in code points into its text as the API
// counts them. What is selected in a paragraph can be linked to; what an address names is marked where it stands.
import { quoteAddress } from "../addresses.js";
import { copy } from "./copy.js";

// The texts that can be linked into: those that name their provision, and the paragraphs of a document's page.
const texts = "[data-provision]";
const notText = ".provision-number, .note-mark, .unseen"; // what stands among the words and is not part of them

// offerLinks shows a button beside what is selected in a text.
export function offerLinks() {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "quote-link";
  button.hidden = true;
  document.querySelector("main").after(button);
  let address = "";
  const show = () => {
    const selection = document.getSelection();
    const found = selection.isCollapsed || selection.rangeCount === 0 ? null : spanOf(selection.getRangeAt(0));
    button.hidden = !found;
    if (!found) return;
    address = new URL(quoteAddress(found.provision, found.start, found.end), location.href).href;
    button.textContent = "Copy link to this quote";
    const { left, bottom, width } = selection.getRangeAt(0).getBoundingClientRect();
    const room = document.documentElement.clientWidth - button.offsetWidth - 8;
    button.style.insetInlineStart = `${Math.max(8, Math.min(room, left + width / 2 - button.offsetWidth / 2)) + scrollX}px`;
    button.style.insetBlockStart = `${bottom + scrollY + 8}px`;
  };
  document.addEventListener("selectionchange", show);
  button.addEventListener("pointerdown", (event) => event.preventDefault()); // keeps the selection
  button.addEventListener("click", async () => {
    if (await copy(address)) button.textContent = "Copied";
    else location.assign(address);
  });
}

// markQuote marks the words that the address names, if it names some in a text of the page.
export function markQuote() {
  const [, start, end] = /^(\d+)-(\d+)$/.exec(new URLSearchParams(location.search).get("span") ?? "") ?? [];
  const text = document.getElementById(decodeURIComponent(location.hash.slice(1)))?.querySelector(texts);
  if (!start || !text || !window.Highlight) return;
  const range = rangeOf(text, Number(start), Number(end));
  if (range) CSS.highlights.set("quote", new Highlight(range));
}

// spanOf is { provision, start, end } of a range that lies in one text; null otherwise, and where it holds no words.
function spanOf(range) {
  const inside = (node) => (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest(texts);
  const text = inside(range.startContainer);
  if (!text || inside(range.endContainer) !== text) return null;
  let at = 0, start = null, end = 0;
  for (const { node, from } of piecesOf(text)) {
    const words = node.data.slice(from);
    if (range.intersectsNode(node)) {
      const first = range.startContainer === node ? Math.max(0, range.startOffset - from) : 0;
      const last = range.endContainer === node ? Math.max(0, range.endOffset - from) : words.length;
      if (last > first) {
        start ??= at + Array.from(words.slice(0, first)).length;
        end = at + Array.from(words.slice(0, last)).length;
      }
    }
    at += Array.from(words).length;
  }
  return start === null ? null : { provision: text.dataset.provision, start, end };
}

// rangeOf is the range of a span in a text; null where the text is shorter.
function rangeOf(text, start, end) {
  const range = document.createRange();
  let at = 0, begun = false;
  for (const { node, from } of piecesOf(text)) {
    const points = Array.from(node.data.slice(from));
    const unit = (n) => from + points.slice(0, n).join("").length;
    if (!begun && start < at + points.length) {
      range.setStart(node, unit(start - at));
      begun = true;
    }
    if (begun && end <= at + points.length) {
      range.setEnd(node, unit(end - at));
      return range;
    }
    at += points.length;
  }
  return null;
}

// piecesOf lists the text nodes that make up a text, each from where its words begin: white space before the first is not part of it.
function piecesOf(text) {
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_ALL, (node) => {
    if (node.nodeType === Node.ELEMENT_NODE) return node.matches(notText) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    return node.nodeType === Node.TEXT_NODE ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT;
  });
  const pieces = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const from = pieces.length > 0 ? 0 : node.data.length - node.data.trimStart().length;
    if (from < node.data.length) pieces.push({ node, from });
  }
  return pieces;
}
