// Which versions does the database hold? "active" is the one in force, "usable" are those that are
// complete and can still be read, "due" those that no statement can be reading any more: half loaded,
// or past their grace for longer than a statement may take ($given.drain milliseconds).
MATCH (version:Version)
WHERE version.graph IS NOT NULL
OPTIONAL MATCH (active:ActiveVersion {id: 'active'})
WITH version, active, datetime.realtime() AS now ORDER BY version.graph
RETURN collect({
  graph: version.graph,
  active: coalesce(version.graph = active.graph, false),
  usable: version.complete AND (version.until IS NULL OR version.until > now),
  due: NOT version.complete OR coalesce(version.until + duration({milliseconds: $given.drain}) <= now, false)
})
