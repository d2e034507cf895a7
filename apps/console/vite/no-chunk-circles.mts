import { type Plugin } from 'vite';

/**
 * Refuses a bundle in which files import each other in a circle. The browser then runs one of them before what it uses is
 * there: lists that are put together while a script loads are found undefined, and the page stays white.
 */
export function noChunkCircles(): Plugin {
  return {
    name: 'no-chunk-circles',
    apply: 'build',
    generateBundle(_options, bundle) {
      const imports = new Map(
        Object.values(bundle).flatMap((file) =>
          file.type === 'chunk' ? [[file.fileName, file.imports] as const] : [],
        ),
      );
      const circle = circleIn(imports);
      if (circle !== null) this.error(`the files of the console import each other in a circle: ${circle.join(' → ')}`);
    },
  };
}

/** A circle among files that import each other, its first file named again at its end; null where there is none. */
function circleIn(imports: ReadonlyMap<string, readonly string[]>): string[] | null {
  const settled = new Set<string>();
  const from = (file: string, way: readonly string[]): string[] | null => {
    if (way.includes(file)) return [...way.slice(way.indexOf(file)), file];
    if (settled.has(file)) return null;
    for (const next of imports.get(file) ?? []) {
      const circle = from(next, [...way, file]);
      if (circle !== null) return circle;
    }
    settled.add(file);
    return null;
  };
  for (const file of imports.keys()) {
    const circle = from(file, []);
    if (circle !== null) return circle;
  }
  return null;
}
