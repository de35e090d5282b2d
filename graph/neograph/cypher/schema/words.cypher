// Finds provisions by the words of their text, and all nodes by the words of what they are called.
CREATE FULLTEXT INDEX words IF NOT EXISTS
FOR (n:Document|Section|Provision|Body|Instrument|Theme)
ON EACH [n.text, n.citation, n.title, n.shortTitle, n.short, n.symbol, n.name, n.acronym, n.aliases]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'english', `fulltext.eventually_consistent`: false}}
