import { posix } from 'node:path';
import { typescript, type Source } from './sources';

/** Each file with the files that it imports, imports of types and re-exports included. */
export function importGraph(sources: readonly Source[]): ReadonlyMap<string, readonly string[]> {
  const files = new Set(sources.map(({ file }) => file));
  return new Map(
    sources.map(({ file, text }) => {
      const { importedFiles } = typescript.preProcessFile(text, true, true);
      const imported = importedFiles
        .filter(({ fileName }) => fileName.startsWith('.'))
        .flatMap(({ fileName }) => {
          const path = posix.join(posix.dirname(file), fileName);
          return [`${path}.ts`, `${path}/index.ts`].filter((one) => files.has(one)).slice(0, 1);
        });
      return [file, [...new Set(imported)]];
    }),
  );
}

/** The circles of a graph (its strongly connected parts of more than one file), sorted; by Tarjan's algorithm. */
export function circlesIn(graph: ReadonlyMap<string, readonly string[]>): readonly string[][] {
  const order = new Map<string, number>();
  const stack: string[] = [];
  const circles: string[][] = [];
  const visit = (file: string): number => {
    const index = order.size;
    let low = index;
    order.set(file, index);
    stack.push(file);
    for (const next of graph.get(file) ?? []) {
      if (!order.has(next)) low = Math.min(low, visit(next));
      else if (stack.includes(next)) low = Math.min(low, order.get(next) ?? low);
    }
    if (low !== index) return low;
    const circle = stack.splice(stack.indexOf(file)).sort();
    if (circle.length > 1 || graph.get(file)?.includes(file)) circles.push(circle);
    return low;
  };
  for (const file of graph.keys()) if (!order.has(file)) visit(file);
  return circles.sort();
}
