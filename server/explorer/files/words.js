// The words of the page for what the API names by constants. Each has a label and, where the label does not say it
// all, a sentence; they follow the schema's descriptions.

export const roles = {
  RESPONSIBLE: ["Responsible", "It is to do what is undertaken or asked."],
  PARTNER: ["Partner", "Others act together with it."],
  CHANNEL: ["Channel", "Others act through it or within it."],
  RECIPIENT: ["Recipient", "Reports, data or proposals go to it."],
  BENEFICIARY: ["Beneficiary", "It is given support, resources or help."],
  MANDATE: ["Mandate", "Its standing or its tasks are affirmed."],
  SOURCE: ["Source", "It issued or adopted something that is named."],
  MENTION: ["Mention", "It is named, and none of these."],
};

export const commitmentKinds = {
  PLEDGE: ["Pledge", "States bind themselves: we commit, undertake, resolve."],
  DIRECTIVE: ["Request", "Someone is asked to act: should, urge, call upon."],
  AFFIRMATION: ["Affirmation", "A principle, need or role is affirmed: recognize, recall."],
  APPRAISAL: ["Appraisal", "Something is judged: welcome, note with concern."],
};

export const provisionKinds = {
  OPERATIVE: ["Operative", "It has an operative clause."],
  STATEMENT: ["Statement", "It describes, and has no operative verb."],
  FRAME: ["Introduction", "It only introduces the paragraphs below it."],
};

export const relations = {
  RESTATES: ["restates", "It repeats the statement in nearly the same words."],
  ADAPTS: ["adapts", "It makes the same statement in shared wording, with a change of substance."],
  ECHOES: ["echoes", "It makes the same statement in other words. Less certain than the others."],
};

export const changes = {
  EXPANDED: ["Expanded", "It covers more."],
  NARROWED: ["Narrowed", "It covers less."],
  STRENGTHENED: ["Strengthened", "It binds or demands more."],
  WEAKENED: ["Weakened", "It binds or demands less."],
  QUALIFIED: ["Qualified", "A hedge or condition was added."],
  UPDATED: ["Updated", "A date, a name or a reference was brought up to date."],
  MERGED: ["Merged", "Several earlier paragraphs were made one."],
  SPLIT: ["Split", "One earlier paragraph was made several."],
};

export const stances = {
  REAFFIRMS: ["reaffirms", "It reaffirms the instrument, or commitment to it."],
  CONFORMS_TO: ["conforms to", "What it says is to be done in conformity with the instrument."],
  IMPLEMENTS: ["implements", "The instrument is to be carried out."],
  URGES_ADHERENCE: ["urges adherence to", "States are asked to join or abide by it."],
  RECALLS: ["recalls", "It recalls or notes the instrument."],
  WELCOMES: ["welcomes", "It welcomes the instrument."],
  USES: ["uses", "The instrument is to be used as a tool."],
  DEFINES_BY: ["defines by", "A term is meant as the instrument defines it."],
  CITES: ["cites", "It cites the instrument, and none of these."],
};

export const instrumentKinds = {
  TREATY: ["Treaty", "Treaties", "Conventions, covenants and charters."],
  PROTOCOL: ["Protocol", "Protocols", "What supplements or amends a treaty."],
  DECLARATION: ["Declaration", "Declarations", "Declarations, statements and outcome documents."],
  RESOLUTION: ["Resolution", "Resolutions", "Resolutions and decisions of an organ."],
  PLAN: ["Plan", "Plans", "Plans and programmes of action, strategies and agendas."],
  GUIDELINE: ["Guideline", "Guidelines", "Rules, standards, guides, principles and model texts."],
  REPORT: ["Report", "Reports", "Reports, official records and other publications."],
  PROGRAMME: ["Programme", "Programmes", "Programmes of work, projects, systems and lists that are kept."],
};

export const buckets = {
  RESTATED: ["Restated", "Of the earlier document, and restated in the later one."],
  ADAPTED: ["Adapted", "Of the earlier document, and carried on with changes of substance only."],
  ECHOED: ["Echoed", "Of the earlier document, and carried on in other words only."],
  DROPPED: ["Dropped", "Of the earlier document, and not carried on."],
  KEPT: ["Carried on", "Of the later document, carrying on something of the earlier one."],
  NEW: ["New", "Of the later document, with nothing to carry on in the earlier one."],
};

export const methods = {
  EXPLICIT: ["Said in the text", "The text says it in so many words."],
  RULE: ["Inferred by a rule", "A named rule infers it from the text."],
  ALIGNMENT: ["Found by comparison", "Comparing two texts shows it."],
  CURATED: ["Decided by a person", "A person decided it and gave a reason."],
};

// label is the word for a constant; a constant that is not known stands for itself.
export const label = (words, name) => words[name]?.[0] ?? name;

const numbers = new Intl.NumberFormat("en");
export const number = (n) => numbers.format(n);

// count is "1 provision", "2 provisions".
export const count = (n, one, many = `${one}s`) => `${number(n)} ${n === 1 ? one : many}`;

// list joins words: "a", "a and b", "a, b and c".
const lists = new Intl.ListFormat("en-GB", { type: "conjunction" });
export const list = (words) => lists.format(words);

// year of a document's date of adoption, or its id where it has none.
export const year = (document) => document.adopted?.slice(0, 4) ?? document.id;

const days = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
export const date = (text) => (text?.length === 10 ? days.format(new Date(text)) : text ?? "");

export const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);

// named is a document's short title without its year: "Outcome document".
export function named(document) {
  const title = document.shortTitle.replace(/^\d{4}\s+/, "");
  return capital(title);
}
