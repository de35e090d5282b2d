// The document's title, and what is said to those who listen.
import { useEffect } from "preact/hooks";

export function setTitle(title) {
  document.title = `${title} – reaffirm`;
}

// useTitle names the page once what it shows is known; nothing happens while title is empty.
export function useTitle(title) {
  useEffect(() => {
    if (title) setTitle(title);
  }, [title]);
}

// announce says a sentence to a screen reader.
export function announce(sentence) {
  document.getElementById("announce").textContent = sentence;
}
