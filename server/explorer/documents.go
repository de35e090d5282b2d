package explorer

import "strings"

// documentsPath is the page that lists the documents; each is below it by its id.
const documentsPath = "/documents"

// provisionAddress is where a provision stands in its document.
func provisionAddress(document, provision string) string {
	return documentsPath + "/" + document + "#" + anchor(document, provision)
}

// anchor is the id of a provision's element in its document: the markers down to it, "5/y".
func anchor(document, provision string) string {
	return strings.TrimPrefix(provision, document+"/")
}
