import { pick, useGraphiQL, useGraphiQLActions } from '@graphiql/react';

/** A panel that lists the server's examples; one click opens an example in a tab. */
export function examplesPlugin(examples) {
  return { title: 'Examples', icon: Icon, content: () => <Examples examples={examples} /> };
}

function Examples({ examples }) {
  const open = useOpenExample();
  return (
    <section className="tutti-examples" aria-label="Examples">
      <h1 className="graphiql-doc-explorer-title">Examples</h1>
      {examples.length === 0 && <p>This server offers no examples.</p>}
      <ul>
        {examples.map((example) => (
          <li key={example.title}>
            <button type="button" className="tutti-example" title={example.query} onClick={() => open(example)}>
              {example.title}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Goes to the tab that holds the example already, else fills an empty tab, else a new one. */
function useOpenExample() {
  const { addTab, changeTab } = useGraphiQLActions();
  const editors = useGraphiQL(pick('queryEditor', 'variableEditor', 'tabs', 'activeTabIndex'));
  return ({ query, variables }) => {
    const { queryEditor, variableEditor, tabs, activeTabIndex } = editors;
    const known = tabs.findIndex((tab) => tab.query === query && (tab.variables ?? '') === variables);
    if (known >= 0) {
      if (known !== activeTabIndex) {
        changeTab(known);
      }
      return;
    }
    if (queryEditor?.getValue().trim()) {
      addTab();
    }
    queryEditor?.setValue(query);
    variableEditor?.setValue(variables);
  };
}

function Icon(props) {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" {...props}>
      <path strokeLinecap="round" strokeLinejoin="round" d="M9 6h11M9 12h11M9 18h11M4 6h.01M4 12h.01M4 18h.01" />
    </svg>
  );
}
