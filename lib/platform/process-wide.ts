/**
 * One value for a whole process. Next puts pages and route handlers into bundles that have their modules each for
 * themselves, and hot reload loads a module again and again: what a module keeps is there once for every one of them.
 */
export function processWide<T>(name: string, make: () => T): T {
  const kept = globalThis as { [key: symbol]: { value: T } | undefined };
  const key = Symbol.for(`mawid.${name}`);
  kept[key] ??= { value: make() };
  return kept[key].value;
}
