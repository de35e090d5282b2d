// Finds provisions by the words of their text, by their English stems.
CREATE FULLTEXT INDEX provision_text IF NOT EXISTS
FOR (n:Provision) ON EACH [n.text]
OPTIONS {indexConfig: {`fulltext.analyzer`: 'english', `fulltext.eventually_consistent`: false}}
