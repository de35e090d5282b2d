package lineage

const (
	verbShare   = 0.5
	verbCap     = 0.3
	formulaMass = 0.1
	commonMass  = 0.6
	nameMass    = 0.7
	tailShare   = 0.35
	smallCorpus = 500
	commonTexts = 12
	commonShare = 0.02
)
