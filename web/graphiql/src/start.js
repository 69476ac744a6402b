// How many examples are open as tabs on a first visit; the panel lists all of them.
const openExamples = 3;

const empty = '# Write a query here. Ctrl-Space completes, Ctrl-Enter executes.\n';

/** Says whether GraphiQL has kept no tabs in this browser yet. */
export function isFirstVisit(storage) {
  return storage.getItem('graphiql:tabState') === null;
}

/**
 * Decides what the editors show at first: the query of the address (`?query=&variables=&operationName=`), else the
 * tabs GraphiQL kept, else the first examples. GraphiQL itself reads neither the address nor the variables of
 * default tabs.
 */
export function initialContent(examples, { search }, firstVisit) {
  const link = new URLSearchParams(search);
  if (link.get('query')) {
    return {
      initialQuery: link.get('query'),
      initialVariables: link.get('variables') ?? '',
      operationName: link.get('operationName'),
    };
  }
  if (!firstVisit || examples.length === 0) {
    return { defaultQuery: empty };
  }
  const [{ query, variables }] = examples;
  return {
    defaultQuery: empty,
    defaultTabs: examples.slice(0, openExamples).map(({ query, variables }) => ({ query, variables })),
    initialQuery: query,
    initialVariables: variables,
  };
}
