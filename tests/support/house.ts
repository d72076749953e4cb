import ts from "typescript";

/** A file of the repository: its path from the root, and its text. */
export type SourceFile = { path: string; text: string };

/** One check of the house: what it finds in a file, each with its line. */
export type Check = (file: SourceFile) => string[];

function parsed({ path, text }: SourceFile): ts.SourceFile {
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
}

/** What `find` says about the nodes of a file, comments left out. */
function findings(file: SourceFile, find: (node: ts.Node) => string | undefined): string[] {
  const source = parsed(file);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const said = find(node);
    if (said !== undefined) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push(`${file.path}:${line + 1}: ${said}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const isNamed = (node: ts.Node, name: string): boolean => {
  // `globalThis.Date` is `Date`.
  if (ts.isPropertyAccessExpression(node)) return node.name.text === name;
  return ts.isIdentifier(node) && node.text === name;
};

/** Reads of the machine's clock: `Date.now`, `new Date()`, `Date()` and `Temporal.Now`. */
export const readsMachineClock: Check = (file) =>
  findings(file, (node) => {
    if (ts.isPropertyAccessExpression(node)) {
      if (node.name.text === "now" && isNamed(node.expression, "Date")) return "Date.now";
      if (node.name.text === "Now" && isNamed(node.expression, "Temporal")) return "Temporal.Now";
    }
    if (ts.isNewExpression(node) && isNamed(node.expression, "Date") && !node.arguments?.length)
      return "new Date()";
    if (ts.isCallExpression(node) && isNamed(node.expression, "Date")) return "Date()";
    return undefined;
  });

/** Utility classes that name a side of the screen; `start` and `end` follow the direction of the text. */
const physical = [
  /^(scroll-)?[mp][lr]-/,
  /^(left|right)-(\d|\[|\(|auto$|full$|px$)/,
  /^(text|float|clear)-(left|right)$/,
  /^(border|rounded)-[lr](-|$)/,
  /^rounded-[tb][lr](-|$)/,
];

function physicalClasses(text: string): string[] {
  return text.split(/\s+/).filter((word) => {
    // `md:hover:!-ml-2` and `[&>a]:ml-2` are `ml-2`.
    const name = word.slice(word.lastIndexOf(":") + 1).replace(/^!?-?/, "");
    return physical.some((pattern) => pattern.test(name));
  });
}

/** Physical classes in any text of a component, also in constants and templates. */
export const usesPhysicalClasses: Check = (file) =>
  findings(file, (node) => {
    const isText =
      ts.isStringLiteral(node) ||
      ts.isNoSubstitutionTemplateLiteral(node) ||
      ts.isTemplateHead(node) ||
      ts.isTemplateMiddle(node) ||
      ts.isTemplateTail(node);
    const classes = isText ? physicalClasses(node.text) : [];
    return classes.length > 0 ? classes.join(" ") : undefined;
  });

const outerSide = /(?:^|\s)(?:[\w-]+:)*-?(?:m|p)[se]-/;

/**
 * Runs of their own direction with a distance at their start or end: on a page of the other direction it opens on the
 * side that nobody meant, and the word before touches them. A space between says the same in both.
 */
export const spacesIsolatedRuns: Check = (file) =>
  findings(file, (node) => {
    if (!ts.isJsxOpeningElement(node) && !ts.isJsxSelfClosingElement(node)) return undefined;
    if (!["bdi", "span", "a"].includes(node.tagName.getText())) return undefined;
    const values = new Map(
      node.attributes.properties.flatMap((attribute) =>
        ts.isJsxAttribute(attribute) && attribute.initializer && ts.isStringLiteral(attribute.initializer)
          ? [[attribute.name.getText(), attribute.initializer.text]]
          : [],
      ),
    );
    const names = values.get("className") ?? "";
    return values.has("dir") && outerSide.test(names) ? names : undefined;
  });

/** As with classes, in style sheets: properties and values that name a side, and physical classes after `@apply`. */
export const usesPhysicalStyles: Check = ({ path, text }) =>
  text.split("\n").flatMap((line, index) => {
    const property =
      /(?<![\w-])((margin|padding|border|inset)-(left|right)|border-(top|bottom)-(left|right)-radius|left|right)[\w-]*\s*:/;
    const value = /(?<![\w-])(text-align|float|clear)\s*:\s*(left|right)\b/;
    const [, applied = ""] = /@apply ([^;]*)/.exec(line) ?? [];
    const found = property.test(line) || value.test(line) || physicalClasses(applied).length > 0;
    return found ? [`${path}:${index + 1}: ${line.trim()}`] : [];
  });

/** Style attributes, which the content security policy refuses. */
export const hasInlineStyle: Check = (file) =>
  findings(file, (node) =>
    ts.isJsxAttribute(node) && node.name.getText() === "style" ? "style attribute" : undefined,
  );

/** Files without a subject of their own. */
export const isDrawer: Check = (file) => {
  const name = file.path.split("/").at(-1) ?? "";
  if (/^(index|utils?|helpers?|common|misc|shared)\.[cm]?[jt]sx?$/i.test(name)) return [`${file.path}: name`];
  const statements = parsed(file).statements.filter((statement) => !ts.isExpressionStatement(statement));
  const isBarrel =
    statements.length > 0 &&
    statements.every((statement) => ts.isExportDeclaration(statement) && statement.moduleSpecifier);
  return isBarrel ? [`${file.path}: only exports what others hold`] : [];
};

const mostLines = 250;

export const isLong: Check = ({ path, text }) => {
  const lines = text.replace(/\n$/, "").split("\n").length;
  return lines > mostLines ? [`${path}: ${lines} lines`] : [];
};

/** The files that a domain of lib/ may consist of. */
const words = ["rules", "types", "schema", "queries", "commands", "actions", "jobs"];

/** Files of a domain outside the closed vocabulary. */
export const isOutsideVocabulary: Check = ({ path }) => {
  const match = /^lib\/(?!platform\/|time\/|i18n\/).+\/([\w-]+)(\.test)?\.ts$/.exec(path);
  return match?.[1] && !words.includes(match[1]) ? [path] : [];
};

/** Files that reach the database or content/ and could be sent to a browser, and actions that are none. */
export const lacksItsDirective: Check = ({ path, text }) => {
  if (/^lib\/.+\/(queries|commands|jobs)\.ts$/.test(path) && !/^import "server-only";$/m.test(text))
    return [`${path}: import "server-only"`];
  if (/^lib\/.+\/actions\.ts$/.test(path) && !text.startsWith('"use server";'))
    return [`${path}: "use server"`];
  return [];
};
