// Lets the next one load.
MATCH (loader:Loader {id: 'loader', owner: $given.owner})
SET loader.signs = loader.signs + 1
REMOVE loader.owner, loader.until
RETURN loader.signs
