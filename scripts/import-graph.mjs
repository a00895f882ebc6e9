import { dirname, join } from 'node:path';
import ts from 'typescript';

/**
 * Relative modules a source file needs at run time: imports of types alone are erased and do not count.
 * @param {string} file
 * @param {string} text
 * @returns {string[]} paths without extension, beside `file`
 */
export function runtimeImports(file, text) {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  /** @type {string[]} */
  const found = [];
  for (const statement of source.statements) {
    const specifier =
      ts.isImportDeclaration(statement) && statement.importClause?.phaseModifier !== ts.SyntaxKind.TypeKeyword
        ? statement.moduleSpecifier
        : ts.isExportDeclaration(statement) && !statement.isTypeOnly
          ? statement.moduleSpecifier
          : undefined;
    if (specifier && ts.isStringLiteral(specifier) && specifier.text.startsWith('.')) {
      found.push(join(dirname(file), specifier.text).replaceAll('\\', '/'));
    }
  }
  return found;
}

/**
 * A circle of modules that need each other, or undefined.
 * @param {ReadonlyMap<string, readonly string[]>} graph module → modules it needs
 * @returns {string[] | undefined} the circle, its first module repeated at the end
 */
export function findCycle(graph) {
  /** @type {Set<string>} */
  const done = new Set();
  /** @type {string[]} */
  const path = [];
  /** @type {(module: string) => string[] | undefined} */
  const visit = (module) => {
    const start = path.indexOf(module);
    if (start >= 0) return [...path.slice(start), module];
    if (done.has(module)) return undefined;
    path.push(module);
    for (const next of graph.get(module) ?? []) {
      const cycle = visit(next);
      if (cycle) return cycle;
    }
    path.pop();
    done.add(module);
    return undefined;
  };
  for (const module of graph.keys()) {
    const cycle = visit(module);
    if (cycle) return cycle;
  }
  return undefined;
}
