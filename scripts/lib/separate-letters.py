"""
Lets lam and alef stay two glyphs where they are drawn as one. /in.ttf becomes /out.ttf.

A ligature is one glyph for two letters, and programs that take text out of a PDF (pdftotext among them) turn such a pair
round in right-to-left text: "استالم" for "استلام". So the first letter gets the shape of both, and the second an empty
one of its own. Nothing changes on paper.
"""

from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._g_l_y_f import Glyph

ALEFS = {"uniFE8E", "uniFB51", "uniFE82", "uniFE84", "uniFE88"}
# One glyph for the four letters of "الله"; without it they are drawn as any others.
WHOLE_WORDS = {"uniFDF2"}

# Without a date of its own, so that the same input gives the same file.
font = TTFont("/in.ttf", recalcTimestamp=False)
gsub = font["GSUB"].table
lookups = gsub.LookupList.Lookup


def coverage(names):
    table = otTables.Coverage()
    table.glyphs = sorted(names, key=font.getGlyphID)
    return table


def single_substitution(mapping):
    """Adds a lookup that no feature names, to be called by another one; returns its index."""
    table = otTables.SingleSubst()
    table.mapping = mapping
    lookup = otTables.Lookup()
    lookup.LookupType, lookup.LookupFlag = 1, 0
    lookup.SubTable, lookup.SubTableCount = [table], 1
    lookups.append(lookup)
    return len(lookups) - 1


def empty_glyph(name):
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font.getReverseGlyphMap(rebuild=True)
    glyph = Glyph()
    glyph.numberOfContours = 0
    font["glyf"].glyphs[name] = glyph
    font["glyf"].glyphOrder = font.getGlyphOrder()
    font["hmtx"][name] = (0, 0)
    font["GDEF"].table.GlyphClassDef.classDefs[name] = 1
    return name


# The shapes of both letters, by the form of alef and then of lam.
shapes = {}
for lookup in lookups:
    if lookup.LookupType != 4:
        continue
    for table in lookup.SubTable:
        for first, ligatures in list(table.ligatures.items()):
            kept = []
            for ligature in ligatures:
                rest = ligature.Component
                if len(rest) == 1 and rest[0] in ALEFS:
                    shapes.setdefault(rest[0], {})[first] = ligature.LigGlyph
                elif ligature.LigGlyph not in WHOLE_WORDS:
                    kept.append(ligature)
            if kept:
                table.ligatures[first] = kept
            else:
                del table.ligatures[first]
assert shapes.keys() == ALEFS, shapes

[required] = [record.Feature for record in gsub.FeatureList.FeatureRecord if record.FeatureTag == "rlig"]
[index] = required.LookupListIndex
pairs = lookups[index]
assert not any(table.ligatures for table in pairs.SubTable), "rlig held more than lam and alef"

empty = single_substitution({alef: empty_glyph(f"{alef}.afterLam") for alef in sorted(shapes)})
tables = []
for alef, lams in sorted(shapes.items()):
    table = otTables.ChainContextSubst()
    table.Format = 3
    table.BacktrackGlyphCount, table.BacktrackCoverage = 0, []
    table.LookAheadGlyphCount, table.LookAheadCoverage = 0, []
    table.InputGlyphCount, table.InputCoverage = 2, [coverage(lams), coverage([alef])]
    table.SubstCount, table.SubstLookupRecord = 2, []
    for position, called in ((0, single_substitution(lams)), (1, empty)):
        record = otTables.SubstLookupRecord()
        record.SequenceIndex, record.LookupListIndex = position, called
        table.SubstLookupRecord.append(record)
    tables.append(table)
pairs.LookupType, pairs.SubTable, pairs.SubTableCount = 6, tables, len(tables)
gsub.LookupList.LookupCount = len(lookups)

# A name of its own, so that a Vazirmatn of the machine is never taken for it.
for record in font["name"].names:
    if record.nameID in (1, 3, 4, 6, 16):
        record.string = str(record).replace("Vazirmatn", "Mawid")
font.save("/out.ttf")
