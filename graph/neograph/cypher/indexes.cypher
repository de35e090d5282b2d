// Which indexes can be used?
SHOW INDEXES YIELD name, state
WHERE state = 'ONLINE'
RETURN collect(name)
