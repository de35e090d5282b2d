// What a person takes away by the clipboard.
import { announce } from "../title.js";

// copy puts a text on the clipboard and says so; it resolves to whether the browser allows that.
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    return false; // no permission, or not a secure address
  }
  announce("Copied");
  return true;
}
