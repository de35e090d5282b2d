// The questions of the start page: what a person would ask, for whom, and the query that asks it.
export const examples = [
  {
    id: "responsible",
    title: "What is INCB responsible for, in whose words?",
    why: "Provisions that ask the International Narcotics Control Board to act, with the words that say so.",
    query: `{
  body(id: "body/incb") {
    name
    provisions(filter: { roles: [RESPONSIBLE] }, first: 5) {
      totalCount
      nodes {
        citation
        text
        commitments { kind verbs }
      }
    }
  }
}`,
  },
  {
    id: "carried-on",
    title: "Where does this commitment of 2019 come from?",
    why: "One paragraph of the 2019 declaration and the earlier ones that it carries on.",
    query: `{
  provision(id: "md-2019/p8") {
    citation
    text
    commitments { kind verbs }
    involvements { role body { name } }
    reaffirms(first: 5) {
      edges {
        node { relation score earlier { citation text } }
      }
    }
  }
}`,
  },
  {
    id: "coverage",
    title: "How much of 2009 was carried on in 2019?",
    why: "The provisions of the 2009 declaration and plan of action, by what became of them, and what is new in 2019.",
    query: `{
  coverage(earlier: "pdpa-2009", later: "md-2019") {
    buckets {
      bucket
      count
      provisions(first: 2) { nodes { citation text } }
    }
  }
}`,
  },
  {
    id: "search",
    title: "Where do they speak of alternative development?",
    why: "Words are found in any of their forms; a phrase goes in double quotes.",
    query: `{
  search(query: "\\"alternative development\\"", types: [PROVISION], first: 5) {
    totalCount
    documents { document { shortTitle } count }
    nodes {
      ... on Provision { citation text }
    }
  }
}`,
  },
  {
    id: "deadlines",
    title: "Which target years were set, and by which words?",
    why: "Provisions with a year by which something is to be done.",
    query: `{
  provisions(filter: { deadline: {} }, first: 10) {
    totalCount
    nodes {
      citation
      deadlines { year quote }
    }
  }
}`,
  },
  {
    id: "cited",
    title: "Which instruments do they rest on most?",
    why: "Conventions, declarations and resolutions by the number of provisions that cite them.",
    query: `{
  instruments(orderBy: { field: PROVISIONS, direction: DESC }, first: 10) {
    nodes { shortTitle kind adopted provisionCount }
  }
}`,
  },
];
