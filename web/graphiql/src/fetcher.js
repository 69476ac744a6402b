import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { BREAK, visit } from 'graphql';

/**
 * Sends operations to the endpoint. Only those with @defer or @stream ask for an answer in parts: GraphiQL would ask
 * for it always, and would so hide the media type and status that other clients get.
 */
export function createFetcher(url) {
  const whole = createGraphiQLFetcher({ url, enableIncrementalDelivery: false });
  const parts = createGraphiQLFetcher({ url, enableIncrementalDelivery: true });
  return (params, options) => (isIncremental(options?.documentAST) ? parts : whole)(params, options);
}

function isIncremental(document) {
  let found = false;
  if (document) {
    visit(document, {
      Directive({ name }) {
        if (name.value === 'defer' || name.value === 'stream') {
          found = true;
          return BREAK;
        }
      },
    });
  }
  return found;
}
