// What a text document may be made of. Everything else is not copied: a list of what is bad is never complete.
// @ts-check

const OOXML = "http://schemas.openxmlformats.org";
/** Prefixes of the copy by namespace; the strict form of the standard has its own names for the same things. @type {Record<string, string>} */
export const PREFIXES = {
  [`${OOXML}/wordprocessingml/2006/main`]: "w",
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
  [`${OOXML}/drawingml/2006/wordprocessingDrawing`]: "wp",
  "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
  [`${OOXML}/drawingml/2006/main`]: "a",
  "http://purl.oclc.org/ooxml/drawingml/main": "a",
  [`${OOXML}/drawingml/2006/picture`]: "pic",
  "http://purl.oclc.org/ooxml/drawingml/picture": "pic",
  [`${OOXML}/officeDocument/2006/relationships`]: "r",
  "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
  xml: "xml",
};
export const NAMESPACES = ["w", "wp", "a", "pic", "r"]
  .map((prefix) => [prefix, Object.keys(PREFIXES).find((uri) => PREFIXES[uri] === prefix)])
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(" ");

const words = (/** @type {string} */ prefix, /** @type {string} */ names) =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => `${prefix}:${name}`);

export const ELEMENTS = new Set([
  ...words(
    "w",
    `document body p pPr pStyle keepNext keepLines pageBreakBefore widowControl numPr ilvl numId pBdr top left start bottom
     right end between bar shd tabs tab suppressAutoHyphens bidi spacing ind contextualSpacing jc textAlignment outlineLvl
     rPr r rStyle rFonts b bCs i iCs caps smallCaps strike dstrike color w kern position sz szCs highlight u vertAlign
     rtl cs em lang t br cr noBreakHyphen softHyphen sym tbl tblPr tblStyle tblW tblInd tblBorders insideH insideV tblLayout
     tblCellMar tblCellSpacing tblLook tblGrid gridCol tr trPr trHeight tblHeader cantSplit tc tcPr tcW gridSpan vMerge hMerge
     tcBorders tcMar vAlign textDirection noWrap sectPr pgSz pgMar pgBorders cols col titlePg type docGrid bidiVisual
     rtlGutter pgNumType headerReference footerReference footnoteReference endnoteReference footnoteRef endnoteRef separator
     continuationSeparator footnote endnote footnotes endnotes hdr ftr drawing styles docDefaults rPrDefault pPrDefault style
     name basedOn next link qFormat uiPriority tblStylePr tblStyleRowBandSize tblStyleColBandSize numbering abstractNum num lvl
     start numFmt lvlText lvlJc multiLevelType abstractNumId lvlOverride startOverride suff isLgl`,
  ),
  ...words(
    "wp",
    "inline anchor extent effectExtent docPr simplePos positionH positionV posOffset align wrapNone wrapSquare wrapTopAndBottom cNvGraphicFramePr",
  ),
  ...words("a", "graphic graphicData blip stretch fillRect srcRect xfrm off ext prstGeom avLst graphicFrameLocks"),
  ...words("pic", "pic nvPicPr cNvPr cNvPicPr blipFill spPr"),
]);

/** Their contents stay, they themselves go. */
export const UNWRAPPED = new Set(
  words("w", "ins moveTo hyperlink smartTag sdt sdtContent customXml fldSimple bdo dir").concat([
    "mc:AlternateContent",
    "mc:Choice",
  ]),
);

/** Attributes by name. No rsid, no author, no date, no name of a picture, no address. */
export const ATTRIBUTES = new Set([
  ...words(
    "w",
    `val type styleId default customStyle abstractNumId numId ilvl ascii hAnsi cs eastAsia hint color fill sz space w h orient
     top right bottom left header footer gutter before after line lineRule beforeAutospacing afterAutospacing firstLine hanging
     start end pos leader num linePitch charSpace fmt bidi firstRow lastRow firstColumn lastColumn noHBand noVBand hRule char
     font clear equalWidth`,
  ),
  ..."cx cy x y l t r b distT distB distL distR prst noChangeAspect relativeFrom wrapText relativeHeight behindDoc allowOverlap layoutInCell locked simplePos uri".split(
    " ",
  ),
  "xml:space",
]);
/** An id says nothing where it only binds a note to its mark. */
export const NUMBERED = new Set(words("w", "footnote endnote footnoteReference endnoteReference"));

/** What the absence of an element is called in the report. @type {Record<string, string>} */
export const REPORTED = {
  "w:del": "tracked_changes",
  "w:ins": "tracked_changes",
  "w:moveFrom": "tracked_changes",
  "w:moveTo": "tracked_changes",
  "w:rPrChange": "tracked_changes",
  "w:pPrChange": "tracked_changes",
  "w:hyperlink": "links",
  "w:commentReference": "comments",
  "w:commentRangeStart": "comments",
  "w:object": "embedded_objects",
  "w:control": "embedded_objects",
  "w:altChunk": "embedded_objects",
  "w:pict": "drawings",
  "w:instrText": "fields",
  "w:fldSimple": "fields",
  "w:vanish": "hidden_text",
};
