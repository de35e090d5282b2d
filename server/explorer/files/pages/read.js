// What a document's page does beyond being read: the marks are turned off and on in place, and the contents show which
// part is on screen.
import "./read-take.js";

const page = document.querySelector("main");
const toggle = document.getElementById("marks");
const shown = () => !page.classList.contains("unmarked");

// Without its address a link is plain text, for keyboards and screen readers too.
function applyMarks() {
  for (const mark of document.querySelectorAll(".document-text [class^=mark-]")) {
    mark.dataset.href ??= mark.getAttribute("href");
    if (shown()) mark.setAttribute("href", mark.dataset.href);
    else mark.removeAttribute("href");
  }
}

toggle.addEventListener("click", (event) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  page.classList.toggle("unmarked");
  applyMarks();
  history.replaceState(null, "", `${location.pathname}${shown() ? "" : "?marks=off"}${location.hash}`);
  toggle.href = `${location.pathname}${shown() ? "?marks=off" : ""}`;
  toggle.textContent = shown() ? "Hide the marks" : "Show the marks";
  document.getElementById("announce").textContent = shown() ? "The marks are shown" : "The marks are hidden";
});
if (!shown()) applyMarks();

const entries = new Map([...document.querySelectorAll(".contents a")].map((a) => [decodeURIComponent(a.hash.slice(1)), a]));
const headings = [...entries.keys()].map((id) => document.getElementById(id));

// showPlace marks the last heading above the upper third of the window.
function showPlace() {
  const line = innerHeight / 3;
  const passed = headings.filter((h) => h.getBoundingClientRect().top < line);
  const current = entries.get(passed.at(-1)?.id);
  if (current?.ariaCurrent) return;
  for (const a of entries.values()) a.ariaCurrent = null;
  if (!current) return;
  current.ariaCurrent = "true";
  const box = current.closest("ol");
  if (box.scrollHeight > box.clientHeight) box.scrollTop = current.offsetTop - box.clientHeight / 2;
}

if (entries.size > 0) {
  let waiting = false;
  addEventListener("scroll", () => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      showPlace();
    });
  }, { passive: true });
  showPlace();
}
