// A comparison of two documents as the address holds it, and as the API is asked.

const links = { false: ["RESTATES", "ADAPTS"], true: ["RESTATES", "ADAPTS", "ECHOES"] };

// fates are the names of the buckets of the earlier document's paragraphs, newcomers those of the later one's.
export const fatesOf = (echoes) => ["RESTATED", "ADAPTED", ...(echoes ? ["ECHOED"] : []), "DROPPED"];
export const newcomers = ["KEPT", "NEW"];

// readKept reads { bucket: a name in lower case or "", theme: an id or "", echoes, after: the cursor of the page before or "" }.
export function readKept(parameters) {
  const bucket = parameters.get("bucket") ?? "";
  const echoes = parameters.get("echoes") === "1";
  const known = [...fatesOf(echoes), ...newcomers].includes(bucket.toUpperCase());
  const theme = parameters.get("theme") ?? "";
  return { bucket: known ? bucket : "", theme: theme && theme !== "none" ? `theme/${theme}` : theme, echoes, after: parameters.get("after") ?? "" };
}

// filterOf selects the paragraphs of a bucket as a ProvisionFilter.
export function filterOf(bucket, earlier, later, echoes) {
  const kinds = ["OPERATIVE", "STATEMENT"];
  const of = { documents: [earlier], kinds }, before = { documents: [later], kinds };
  switch (bucket) {
    case "RESTATED": return { ...of, reaffirmedIn: [later], relations: ["RESTATES"] };
    case "ADAPTED": return { ...of, reaffirmedIn: [later], relations: ["ADAPTS"], notReaffirmedIn: [later], notRelations: ["RESTATES"] };
    case "ECHOED": return { ...of, reaffirmedIn: [later], relations: ["ECHOES"], notReaffirmedIn: [later], notRelations: links.false };
    case "DROPPED": return { ...of, notReaffirmedIn: [later], notRelations: links[echoes] };
    case "KEPT": return { ...before, reaffirms: [earlier], relations: links[echoes] };
    default: return { ...before, notReaffirms: [earlier], notRelations: links[echoes] };
  }
}

export const relationsOf = (echoes) => links[echoes];

const query = `query Kept($earlier: ID!, $later: ID!, $echoes: Boolean!) {
  coverage(earlier: $earlier, later: $later, echoes: $echoes) {
    buckets { bucket count themes { count theme { id name broader { id } } } }
  }
  document(id: $earlier) {
    instrument { citations(filter: {documents: [$later], stances: [REAFFIRMS]}, first: 20) { nodes { provision { id citation } } } }
  }
}`;

// questionOf is the query for two documents and its variables.
export const questionOf = (earlier, later, echoes) => [query, { earlier, later, echoes }];

// bucketsOf reads { RESTATED: 12, … } from its answer.
export const bucketsOf = ({ coverage }) => Object.fromEntries(coverage.buckets.map((b) => [b.bucket, b.count]));

// themesOf reads the outermost themes with their counts, the most frequent in the earlier document first: [{ id, name, counts: { RESTATED: 3, … } }].
export function themesOf({ coverage }) {
  const rows = new Map();
  for (const { bucket, themes } of coverage.buckets) {
    for (const { count, theme } of themes) {
      if (theme.broader) continue;
      if (!rows.has(theme.id)) rows.set(theme.id, { id: theme.id, name: theme.name, counts: {} });
      rows.get(theme.id).counts[bucket] = count;
    }
  }
  const total = (row) => fatesOf(true).reduce((n, bucket) => n + (row.counts[bucket] ?? 0), 0);
  return [...rows.values()].sort((a, b) => total(b) - total(a) || a.name.localeCompare(b.name, "en"));
}
