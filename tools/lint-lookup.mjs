import ts from 'typescript';

const { TypeFlags } = ts;

/**
 * ESLint rule of our own: `object[key]` and `key in object` with any text for a key find what every object inherits
 * (`constructor`, `hasOwnProperty`, `__proto__`), which is how a word in a file can end a request. Reports both if the
 * key is a `string` and not a union of known texts; use `lookup` of language/lookup.ts or a `Map` instead.
 */
export const lookupByText = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      lookup:
        'A key that is any text finds inherited properties too: use `lookup` (language/lookup.ts) or a `Map`.',
    },
  },
  create(context) {
    const services = context.sourceCode.parserServices;
    const checker = services.program.getTypeChecker();
    const report = (node) => context.report({ node, messageId: 'lookup' });
    return {
      MemberExpression(node) {
        if (!node.computed || !isAnyText(services.getTypeAtLocation(node.property))) return;
        const object = checker.getNonNullableType(services.getTypeAtLocation(node.object));
        // Only a list has numbers for its keys; `for (const key in list)` gives them as texts.
        if (!checker.isArrayType(object)) report(node);
      },
      'BinaryExpression[operator="in"]'(node) {
        if (isAnyText(services.getTypeAtLocation(node.left))) report(node);
      },
    };
  },
};

/** Whether a type is `string`, alone or in a union; also a template such as `a${string}`, and a type parameter of those. */
function isAnyText(type) {
  const constraint = type.isTypeParameter() ? type.getConstraint() : undefined;
  if (constraint) return isAnyText(constraint);
  if (type.isUnion()) return type.types.some(isAnyText);
  return (type.flags & (TypeFlags.String | TypeFlags.TemplateLiteral | TypeFlags.Any)) !== 0;
}
