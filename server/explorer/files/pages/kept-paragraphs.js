// The paragraphs behind a part of the picture, each with the ones that it is carried on by or carries on.
import { html } from "htm/preact";
import { useEffect, useRef } from "preact/hooks";
import { useAnswer } from "../api.js";
import { provisionPage, tracePage } from "../addresses.js";
import { EvidenceBadge } from "../parts/evidence.js";
import { Findings } from "../parts/findings.js";
import { Pages } from "../parts/pages.js";
import { answered } from "../parts/states.js";
import { buckets, changes, count, label, relations, year } from "../words.js";
import { filterOf, relationsOf } from "./kept-search.js";
import { percent } from "./trace-words.js";

const page = 40; // paragraphs shown at a time

const query = `query KeptParagraphs($filter: ProvisionFilter!, $first: Int!, $after: String, $other: [ID!], $relations: [Relation!], $fate: Boolean!) {
  provisions(filter: $filter, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    nodes {
      id citation text
      carriedOnBy: reaffirmedBy(first: 20, filter: {laterDocuments: $other, relations: $relations}) @include(if: $fate) {
        nodes { id relation score changes { kind } evidence { method rule confidence note } other: later { id citation } }
      }
      carriesOn: reaffirms(first: 20, filter: {earlierDocuments: $other, relations: $relations}) @skip(if: $fate) {
        nodes { id relation score changes { kind } evidence { method rule confidence note } other: earlier { id citation } }
      }
    }
  }
}`;

const isFate = (bucket) => !["KEPT", "NEW"].includes(bucket);

// paragraphsOf is the query for the paragraphs of the bucket and the theme asked for, and its variables.
export function paragraphsOf(earlier, later, { bucket: name, theme, echoes, after }) {
  const bucket = name.toUpperCase();
  const filter = { ...filterOf(bucket, earlier, later, echoes), ...(theme ? { themes: [theme] } : {}) };
  return [query, { filter, first: page, after: after || null, other: [isFate(bucket) ? later : earlier], relations: relationsOf(echoes), fate: isFate(bucket) }];
}

export function KeptParagraphs({ earlier, later, asked, link, themes }) {
  const bucket = asked.bucket.toUpperCase();
  const fate = isFate(bucket);
  const theme = themes.find((t) => t.id === asked.theme);
  const answer = useAnswer(...(bucket ? paragraphsOf(earlier.id, later.id, asked) : [null]));
  const section = useInView(`${bucket} ${asked.theme}`);
  if (!bucket) return null;
  return html`<section class="kept-paragraphs" ref=${section} aria-labelledby="paragraphs">
    ${answered(answer, ({ provisions: { totalCount, nodes, pageInfo } }) => html`
      <div role="status"><h2 id="paragraphs">${count(totalCount, "paragraph")} of ${year(fate ? earlier : later)}: ${label(buckets, bucket).toLowerCase()}${theme ? html`, on ${theme.name}` : ""}</h2></div>
      <p class="quiet-text">${buckets[bucket][1]}${theme && html` <a href=${link({ theme: "" })}>On all themes</a>`}</p>
      <ol class="passages">${nodes.map((p) => html`<li key=${p.id} class="passage"><${Paragraph} provision=${p} /></li>`)}</ol>
      <${Pages} top="paragraphs" next=${pageInfo.hasNextPage && link({ after: pageInfo.endCursor })} first=${asked.after && link({})} />
    `, { what: "the paragraphs", lines: 10 })}
  </section>`;
}

function Paragraph({ provision }) {
  const { id, citation, text, carriedOnBy, carriesOn } = provision;
  const links = carriedOnBy ?? carriesOn;
  return html`
    <h3><a href=${provisionPage(id)}>${citation}</a></h3>
    <p class="provision-text kept-text">${text}</p>
    ${links.nodes.length > 0 && html`<ul class="kept-links">${links.nodes.map((l) => html`<li key=${l.id}>
      <a href=${tracePage(id, { with: l.other.id, echoes: l.relation === "ECHOES" })}>${l.id.startsWith(`${id}~`) ? label(relations, l.relation) : `${passive[l.relation] ?? l.relation} by`} ${l.other.citation}</a>${" "}
      <span class="quiet-text">${percent(l.score)} in common${l.changes.length > 0 && `: ${[...new Set(l.changes.map((c) => label(changes, c.kind).toLowerCase()))].join(", ")}`}</span>
      <${EvidenceBadge} evidence=${l.evidence} what="link" />
    </li>`)}</ul>`}
    <${Findings} provision=${provision} />`;
}

// useInView scrolls its element into view when key changes, not when the page is opened.
function useInView(key) {
  const element = useRef(null), last = useRef(key);
  useEffect(() => {
    if (last.current === key) return;
    last.current = key;
    const top = element.current?.getBoundingClientRect().top;
    if (top < 0 || top > innerHeight * 0.6) element.current.scrollIntoView({ behavior: "instant" });
  }, [key]);
  return element;
}

const passive = { RESTATES: "restated", ADAPTS: "adapted", ECHOES: "echoed" };
