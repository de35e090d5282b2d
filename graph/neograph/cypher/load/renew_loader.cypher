// Is $given.owner still the one who loads? A sign of life, which opens every transaction of a load: whoever
// takes over waits for the lock and finds nothing half written after it.
MATCH (loader:Loader {id: 'loader', owner: $given.owner})
SET loader.until = datetime.realtime() + duration({milliseconds: $given.lease}), loader.signs = loader.signs + 1
RETURN loader.signs
