import ts from 'typescript';
import { emitModules, pathOf, readDeclarations } from './emit.ts';

export interface ApiModule {
  name: string;
  items: ApiItem[];
  /** What it passes on, documented elsewhere. */
  passedOn: ApiLink[];
}

export interface ApiItem {
  name: string;
  /** The declaration; of an interface without what `members` say. */
  signature: string;
  /** Paragraphs of the doc comment. */
  text: string[];
  throws: string[];
  members: ApiMember[];
  /** Types of the package that the declaration names. */
  uses: ApiLink[];
}

export interface ApiMember {
  name: string;
  type: string;
  isOptional: boolean;
  text: string[];
}

export interface ApiLink {
  name: string;
  module: string;
}

/**
 * What the public modules declare, read from their declarations and doc
 * comments. An export is documented in its own module if that is public, else
 * in the first one that passes it on.
 *
 * @throws if a declaration names a type that no public module exports
 */
export function readApi(
  sources: ReadonlyMap<string, string>,
  modules: readonly string[],
): Map<string, ApiModule> {
  const program = readDeclarations(emitModules(sources));
  const checker = program.getTypeChecker();
  const exportsOf = (module: string) => {
    const file = program.getSourceFile(pathOf(`${module}.d.ts`));
    const symbol = file && checker.getSymbolAtLocation(file);
    if (!symbol) throw new Error(`the package has no module '${module}'`);
    return checker.getExportsOfModule(symbol).flatMap((each) => {
      const { declarations = [] } = resolve(checker, each);
      const [declaration] = declarations;
      return declaration ? [{ name: each.name, declaration }] : [];
    });
  };

  const homes = new Map<ts.Declaration, ApiLink>();
  const all = modules.map((name) => ({ name, list: exportsOf(name) }));
  for (const own of [true, false]) {
    for (const { name: module, list } of all) {
      for (const { name, declaration } of list) {
        const isOwn = moduleOf(declaration) === module;
        if (isOwn === own && !homes.has(declaration)) {
          homes.set(declaration, { name, module });
        }
      }
    }
  }
  const itemOf = (name: string, declaration: ts.Declaration): ApiItem => ({
    ...itemText(name, declaration),
    uses: usedTypes(checker, declaration).map((used) => {
      const home = homes.get(used);
      if (home) return home;
      throw new Error(
        `'${name}' names a type of '${moduleOf(used)}', which no module of ` +
          'packages/algorithms/public.ts exports. Add that module.',
      );
    }),
  });
  return new Map(
    all.map(({ name: module, list }) => {
      const here = list.filter(
        ({ declaration }) => homes.get(declaration)?.module === module,
      );
      const others = list.filter((each) => !here.includes(each));
      const items = here.map((each) => itemOf(each.name, each.declaration));
      const passedOn = others.flatMap(
        ({ declaration }) => homes.get(declaration) ?? [],
      );
      return [module, { name: module, items, passedOn }];
    }),
  );
}

function resolve(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias
    ? checker.getAliasedSymbol(symbol)
    : symbol;
}

function moduleOf(declaration: ts.Declaration): string {
  const { fileName } = declaration.getSourceFile();
  return fileName.replace(/^.*\//, '').replace(/\.d\.ts$/, '');
}

function itemText(
  name: string,
  declaration: ts.Declaration,
): Omit<ApiItem, 'uses'> {
  const statement = ts.isVariableDeclaration(declaration)
    ? declaration.parent.parent
    : declaration;
  const members = ts.isInterfaceDeclaration(declaration)
    ? declaration.members.map(describeMember)
    : [];
  const whole = statement.getText().replace(/^export (declare )?/, '');
  const end = whole.indexOf('{');
  const tags = ts.getJSDocTags(statement);
  return {
    name,
    signature: members.length > 0 ? whole.slice(0, end).trim() : whole,
    text: paragraphs(commentOf(statement)),
    throws: tags
      .filter(({ tagName }) => tagName.text === 'throws')
      .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
      .map((text) => text.replace(/\s+/g, ' ')),
    members,
  };
}

function describeMember(member: ts.TypeElement): ApiMember {
  const { type } = member as Partial<ts.PropertySignature>;
  return {
    name: member.name?.getText() ?? '',
    type: (type ?? member).getText().replace(/;$/, ''),
    isOptional: member.questionToken !== undefined,
    text: paragraphs(commentOf(member)),
  };
}

function commentOf(node: ts.Node): string {
  const [comment] = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc);
  return ts.getTextOfJSDocComment(comment?.comment) ?? '';
}

function paragraphs(text: string): string[] {
  return text
    .split(/\n\s*\n/)
    .map((part) => part.replace(/\s+/g, ' ').trim())
    .filter((part) => part !== '');
}

/** Declarations of the package that a declaration names, each once. */
function usedTypes(
  checker: ts.TypeChecker,
  declaration: ts.Declaration,
): ts.Declaration[] {
  const used = new Set<ts.Declaration>();
  const visit = (node: ts.Node): void => {
    if (
      ts.isTypeReferenceNode(node) ||
      ts.isExpressionWithTypeArguments(node)
    ) {
      const name = ts.isTypeReferenceNode(node)
        ? node.typeName
        : node.expression;
      const symbol = checker.getSymbolAtLocation(name);
      const target = symbol && resolve(checker, symbol);
      const [first] = target?.declarations ?? [];
      if (first && !ts.isTypeParameterDeclaration(first)) used.add(first);
    }
    ts.forEachChild(node, visit);
  };
  visit(declaration);
  used.delete(declaration);
  return [...used];
}
