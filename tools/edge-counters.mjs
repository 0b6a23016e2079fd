// Input of coverage-guided fuzzing: which branches of the server's code a run reaches, and how often.
import { readFileSync } from 'node:fs';
import ts from 'typescript';

const { factory } = ts;

/** One counter per place; the code has about 9,000 of them. */
const COUNTERS = 1 << 15;

/**
 * esbuild plugin: puts a counter at the beginning of every function, branch, loop and `case` of server/src, and at what
 * `? :`, `&&`, `||` and `??` decide on. They are in `globalThis.__edges`, an array of 32-bit integers.
 */
export const edgeCounters = {
  name: 'edge-counters',
  setup(builder) {
    builder.initialOptions.banner = { js: `globalThis.__edges = new Int32Array(${COUNTERS});` };
    let count = 0;
    builder.onLoad({ filter: /[\\/]server[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
      const instrument = (context) => (file) => withCounters(file, context, () => count++);
      const { outputText } = ts.transpileModule(readFileSync(path, 'utf8'), {
        fileName: path,
        compilerOptions: {
          target: ts.ScriptTarget.ES2022,
          module: ts.ModuleKind.ESNext,
          verbatimModuleSyntax: true,
          inlineSourceMap: true,
          inlineSources: true,
        },
        transformers: { before: [instrument] },
      });
      if (count > COUNTERS) throw new Error(`More than ${COUNTERS} places to count`);
      return { contents: outputText, loader: 'js' };
    });
  },
};

function withCounters(file, context, nextId) {
  const counter = () =>
    factory.createPostfixIncrement(
      factory.createElementAccessExpression(factory.createIdentifier('__edges'), nextId()),
    );
  const statement = () => factory.createExpressionStatement(counter());
  const counted = (expression) =>
    factory.createParenthesizedExpression(
      factory.createBinaryExpression(
        counter(),
        ts.SyntaxKind.CommaToken,
        factory.createParenthesizedExpression(expression),
      ),
    );
  const block = (body) =>
    factory.createBlock([statement(), ...(ts.isBlock(body) ? body.statements : [body])], true);

  const visit = (node) => {
    const visited = ts.visitEachChild(node, visit, context);
    if (ts.isArrowFunction(visited) && !ts.isBlock(visited.body)) {
      const { modifiers, typeParameters, parameters, equalsGreaterThanToken, body } = visited;
      return factory.updateArrowFunction(
        visited,
        modifiers,
        typeParameters,
        parameters,
        undefined,
        equalsGreaterThanToken,
        counted(body),
      );
    }
    // The bodies of functions, loops, `try` and `catch`, and plain blocks.
    if (ts.isBlock(visited)) return block(visited);
    if (ts.isIfStatement(visited)) {
      const { expression, thenStatement, elseStatement } = visited;
      return factory.updateIfStatement(
        visited,
        expression,
        ts.isBlock(thenStatement) ? thenStatement : block(thenStatement),
        elseStatement && (ts.isBlock(elseStatement) ? elseStatement : block(elseStatement)),
      );
    }
    if (ts.isCaseClause(visited))
      return factory.updateCaseClause(visited, visited.expression, [
        statement(),
        ...visited.statements,
      ]);
    if (ts.isDefaultClause(visited))
      return factory.updateDefaultClause(visited, [statement(), ...visited.statements]);
    if (ts.isConditionalExpression(visited))
      return factory.updateConditionalExpression(
        visited,
        visited.condition,
        visited.questionToken,
        counted(visited.whenTrue),
        visited.colonToken,
        counted(visited.whenFalse),
      );
    if (ts.isBinaryExpression(visited) && DECIDING.has(visited.operatorToken.kind))
      return factory.updateBinaryExpression(
        visited,
        visited.left,
        visited.operatorToken,
        counted(visited.right),
      );
    return visited;
  };
  return ts.visitNode(file, visit);
}

const DECIDING = new Set([
  ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.BarBarToken,
  ts.SyntaxKind.QuestionQuestionToken,
]);
