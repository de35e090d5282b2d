// Finds nodes by the words of what they are called, and provisions by their text too.
CREATE FULLTEXT INDEX words IF NOT EXISTS
FOR (n:Document|Section|Provision|Body|Instrument|Theme)
ON EACH [n.text, n.citation, n.title, n.shortTitle, n.short, n.symbol, n.name, n.acronym, n.aliases]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'english', `fulltext.eventually_consistent`: false}}
