// Lets $given.owner load, unless somebody else is loading: who has the lease, until $given.lease milliseconds
// from its last sign of life. "signs" grows with every sign of life.
MERGE (loader:Loader {id: 'loader'})
SET loader.asked = datetime.realtime() // takes the lock, so that what follows sees the latest state
WITH loader, loader.owner IS NULL OR loader.until <= datetime.realtime() AS granted
FOREACH (_ IN CASE WHEN granted THEN [1] ELSE [] END |
  SET loader.owner = $given.owner,
      loader.until = datetime.realtime() + duration({milliseconds: $given.lease}),
      loader.signs = coalesce(loader.signs, 0) + 1
)
RETURN {granted: granted, owner: loader.owner, signs: loader.signs}
