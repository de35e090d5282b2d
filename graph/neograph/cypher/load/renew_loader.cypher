// Is $given.owner still the one who loads? A sign of life, which ends every transaction of a load: whoever
// has taken over finds nothing that is written after that.
MATCH (loader:Loader {id: 'loader', owner: $given.owner})
SET loader.until = datetime.realtime() + duration({milliseconds: $given.lease}), loader.signs = loader.signs + 1
RETURN loader.signs
