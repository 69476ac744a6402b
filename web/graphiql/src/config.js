/**
 * What the server tells the page, in a block of data inside the page: the policy allows no inline scripts.
 * `endpoint` is the address of the GraphQL endpoint; each example has `title`, `query` and `variables` (JSON text).
 */
export function readConfig(page) {
  const { endpoint, examples } = JSON.parse(page.getElementById('cfg').textContent);
  return { endpoint, examples: examples ?? [] };
}
