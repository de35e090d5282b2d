// Finds nodes by what names them as a whole: their id first, then their names and titles, as the
// property "names" has them in lower case.
CREATE FULLTEXT INDEX names IF NOT EXISTS
FOR (n:Document|Section|Provision|Body|Instrument|Theme) ON EACH [n.names]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'keyword', `fulltext.eventually_consistent`: false}}
