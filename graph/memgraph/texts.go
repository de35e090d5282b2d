package memgraph

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"runtime"
	"slices"

	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/document"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/search"
	index "github.com/blevesearch/bleve_index_api"

	"reaffirm/graph"
	"reaffirm/graph/fulltext"
)

// texts is the full-text index of all searched nodes: a snapshot of a bleve index in memory, which
// nothing changes and no goroutine serves.
type texts struct {
	reader index.IndexReader
	stats  *search.BM25Stats
	places []int32 // of each bleve document, by its number, the node's place in search order
	first  int     // place of the first provision
	fields []string
}

// textBatch is how many nodes are given to bleve at a time.
const textBatch = 10000

// newTexts indexes nodes, which are in search order.
func newTexts(nodes []graph.Node) (t *texts, err error) {
	queue := index.NewAnalysisQueue(runtime.GOMAXPROCS(0))
	defer queue.Close()
	ix, err := scorch.NewScorch(scorch.Name, map[string]any{"path": ""}, queue)
	if err != nil {
		return nil, err
	}
	if err := ix.Open(); err != nil {
		return nil, err
	}
	// The snapshot outlives the index that made it; closing the index ends its goroutines.
	defer func() { err = errors.Join(err, ix.Close()) }()

	b := &textBuilder{index: ix, batch: index.NewBatch(), lengths: map[string]*fieldLength{}}
	for place, n := range nodes {
		b.add(place, n)
	}
	b.flush()
	if b.err != nil {
		return nil, b.err
	}
	reader, err := ix.Reader()
	if err != nil {
		return nil, err
	}
	t = &texts{reader: reader, first: firstProvision(nodes), fields: searchedFields()}
	t.stats = b.stats()
	t.places, err = documentPlaces(reader, b.total)
	return t, err
}

// firstProvision is the place of the first provision.
func firstProvision(nodes []graph.Node) int {
	return max(0, slices.IndexFunc(nodes, func(n graph.Node) bool { return n.NodeType() == graph.ProvisionNode }))
}

// searchedFields lists the names of all fields.
func searchedFields() []string {
	return []string{"text", "citation", "title", "shortTitle", "symbol", "name", "acronym", "aliases"}
}

// A textBuilder feeds nodes to a bleve index.
type textBuilder struct {
	index   index.Index
	batch   *index.Batch
	total   int
	lengths map[string]*fieldLength
	lexicon fulltext.Lexicon
	err     error
}

// fieldLength adds up how long a field is, where a node has it.
type fieldLength struct{ nodes, bytes int }

func (b *textBuilder) add(place int, n graph.Node) {
	var key [4]byte
	binary.BigEndian.PutUint32(key[:], uint32(place))
	d := document.NewDocument(string(key[:]))
	for _, f := range fulltext.Fields(n) {
		length := b.lengths[f.Name]
		if length == nil {
			length = &fieldLength{}
			b.lengths[f.Name] = length
		}
		length.nodes++
		for i, v := range f.Values {
			length.bytes += len(v)
			d.AddField(document.NewTextFieldCustom(f.Name, []uint64{uint64(i)}, []byte(v),
				index.IndexField|index.IncludeTermVectors, analyzed(b.lexicon.Analyze(v))))
		}
	}
	b.batch.Update(d)
	b.total++
	if len(b.batch.IndexOps) == textBatch {
		b.flush()
	}
}

func (b *textBuilder) flush() {
	if b.err == nil && len(b.batch.IndexOps) > 0 {
		b.err = b.index.Batch(b.batch)
	}
	b.batch.Reset()
}

// bytesPerWord is about how many bytes of English text hold one word that counts.
const bytesPerWord = 10

// stats tells bleve the mean length of each field, over the nodes that have it.
func (b *textBuilder) stats() *search.BM25Stats {
	s := &search.BM25Stats{DocCount: float64(b.total), FieldCardinality: map[string]int{}}
	for _, name := range searchedFields() {
		mean := 1.0
		if l := b.lengths[name]; l != nil {
			mean = math.Max(1, float64(l.bytes)/bytesPerWord/float64(l.nodes))
		}
		s.FieldCardinality[name] = int(mean * float64(b.total))
	}
	return s
}

// documentPlaces says which place each bleve document holds.
func documentPlaces(reader index.IndexReader, total int) ([]int32, error) {
	places := make([]int32, total)
	ids, err := reader.DocIDReaderAll()
	if err != nil {
		return nil, err
	}
	defer ids.Close()
	for {
		id, err := ids.Next()
		if err != nil {
			return nil, err
		}
		if id == nil {
			return places, nil
		}
		key, err := reader.ExternalID(id)
		if err != nil {
			return nil, err
		}
		number := id.Value()
		if len(key) != 4 || number >= uint64(total) {
			return nil, fmt.Errorf("unexpected document %q numbered %d", key, number)
		}
		places[number] = int32(binary.BigEndian.Uint32([]byte(key)))
	}
}

// analyzed gives bleve the words of a text as package fulltext sees them, whatever text it is asked for.
type analyzed []fulltext.Token

// Analyze implements analysis.Analyzer.
func (a analyzed) Analyze([]byte) analysis.TokenStream {
	tokens := make([]analysis.Token, len(a))
	stream := make(analysis.TokenStream, len(a))
	for i, w := range a {
		tokens[i] = analysis.Token{Term: []byte(w.Term), Start: w.Start, End: w.End, Position: w.Position + 1}
		stream[i] = &tokens[i]
	}
	return stream
}
