/**
 * Which dimensions must be looked at together. Tables that share no dimension know nothing of each other but the total:
 * whatever one of them leaves open stays open beside the other. The same holds for tables that share one, as long as
 * each record has one code there, and as long as the tables do not go round in a circle (A×B, B×C, C×A). So a product
 * of all dimensions is not needed: the largest cliques of the triangulated graph of dimensions know all that can be
 * known. Where options overlap, that fails across a shared dimension, and what shares it is joined.
 * @see Vorob'ev (1962); Dobra and Fienberg (2000), PNAS 97, 11885
 * @param tables       names of dimensions, of each table
 * @param overlapping  dimensions in which a contributor may hold several codes
 * @returns sets of names, sorted; every table lies in one of them
 */
export function linkedDimensions(tables: readonly (readonly string[])[], overlapping: ReadonlySet<string>): string[][] {
  const joined: Set<string>[] = [];
  for (const clique of cliquesOf(tables)) {
    const touched = joined.filter((other) => [...other].some((name) => clique.has(name) && overlapping.has(name)));
    for (const other of touched) joined.splice(joined.indexOf(other), 1);
    joined.push(new Set([...clique, ...touched.flatMap((other) => [...other])]));
  }
  return largest(joined.map((names) => [...names].sort())).sort((a, b) => (a.join() < b.join() ? -1 : 1));
}

/** Tables that share a dimension, two by two, and those that share none: for releases too large to be seen whole. */
export function linkedPairs(tables: readonly (readonly string[])[]): string[][] {
  const pairs = tables.flatMap((one, place) =>
    tables
      .slice(place)
      .filter((other) => other === one || other.some((name) => one.includes(name)))
      .map((other) => [...new Set([...one, ...other])].sort()),
  );
  return largest(pairs).sort((a, b) => (a.join() < b.join() ? -1 : 1));
}

/** Takes the dimension away that binds the fewest new pairs of its neighbours, until none is left. */
function cliquesOf(tables: readonly (readonly string[])[]): Set<string>[] {
  const neighbours = new Map<string, Set<string>>();
  for (const table of tables)
    for (const name of table) neighbours.set(name, new Set([...(neighbours.get(name) ?? []), ...table]));
  const cliques: Set<string>[] = tables.some((table) => table.length === 0) ? [new Set()] : [];
  while (neighbours.size > 0) {
    const [next] = [...neighbours.keys()].sort(
      (a, b) => missingPairs(a, neighbours) - missingPairs(b, neighbours) || (a < b ? -1 : 1),
    );
    const clique = neighbours.get(next!)!;
    neighbours.delete(next!);
    for (const name of clique) {
      const own = neighbours.get(name);
      if (!own) continue;
      for (const other of clique) own.add(other);
      own.delete(next!);
    }
    cliques.push(clique);
  }
  return largest(cliques.map((clique) => [...clique])).map((clique) => new Set(clique));
}

function missingPairs(name: string, neighbours: ReadonlyMap<string, ReadonlySet<string>>): number {
  const own = [...neighbours.get(name)!];
  return own.reduce((sum, one) => sum + own.filter((other) => !neighbours.get(one)?.has(other)).length, 0);
}

/** Sets that lie in no other. */
function largest(sets: readonly (readonly string[])[]): string[][] {
  const kept: string[][] = [];
  for (const set of [...sets].sort((a, b) => b.length - a.length))
    if (!kept.some((other) => set.every((name) => other.includes(name)))) kept.push([...set]);
  return kept;
}
