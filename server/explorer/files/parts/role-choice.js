// One role out of all, chosen by a link.
import { html } from "htm/preact";
import { label, roles } from "../words.js";

// readRole is the role in an address's parameters, or "".
export function readRole(search) {
  const role = (search.get("role") ?? "").toUpperCase();
  return role in roles ? role : "";
}

// RoleChoice lists the roles; href(role) is the page with one, and with "" for any.
export function RoleChoice({ chosen, href }) {
  const choice = (role, name, title) => html`<li key=${role}><a class="choice" href=${href(role)} title=${title} aria-current=${role === chosen ? "true" : undefined}>${name}</a></li>`;
  return html`<nav class="choice-list" aria-label="Role">
    <span class="choice-label" aria-hidden="true">Role</span>
    <ul class="choice-values">${choice("", "Any")}${Object.keys(roles).map((role) => choice(role, label(roles, role), roles[role][1]))}</ul>
  </nav>`;
}
