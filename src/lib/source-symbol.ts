import ts from 'typescript';

/**
 * The text of a top-level declaration, its doc comment included.
 *
 * @throws if the file has no declaration of that name: an excerpt in a page
 *   must not silently go stale.
 */
export function sourceOfSymbol(
  file: string,
  source: string,
  symbol: string,
): string {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  for (const statement of tree.statements) {
    if (declaredNames(statement).includes(symbol)) {
      const start = ts.getJSDocCommentsAndTags(statement)[0] ?? statement;
      return source.slice(start.getStart(tree), statement.getEnd());
    }
  }
  throw new Error(`${file} declares no '${symbol}' at its top level`);
}

function declaredNames(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map((declaration) =>
      declaration.name.getText(),
    );
  }
  const { name } = statement as Partial<ts.DeclarationStatement>;
  return name ? [name.getText()] : [];
}
