import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import './style.css';

import { explorerPlugin } from '@graphiql/plugin-explorer';
import { HISTORY_PLUGIN } from '@graphiql/plugin-history';
import { GraphiQL } from 'graphiql';
import { createRoot } from 'react-dom/client';

import { readConfig } from './config.js';
import { examplesPlugin } from './examples.jsx';
import { createFetcher } from './fetcher.js';
import { InitialOperation } from './operation.jsx';
import { initialContent, isFirstVisit } from './start.js';

const config = readConfig(document);
const firstVisit = isFirstVisit(window.localStorage);
const { operationName, ...content } = initialContent(config.examples, window.location, firstVisit);

const examples = examplesPlugin(config.examples);
const plugins = [examples, explorerPlugin(), HISTORY_PLUGIN];
const fetcher = createFetcher(config.endpoint);

createRoot(document.getElementById('graphiql')).render(
  <GraphiQL
    fetcher={fetcher}
    plugins={plugins}
    visiblePlugin={firstVisit ? examples : undefined}
    defaultEditorToolsVisibility="variables"
    inputValueDeprecation
    schemaDescription
    {...content}
  >
    <GraphiQL.Logo>Tutti</GraphiQL.Logo>
    {operationName && <InitialOperation name={operationName} />}
  </GraphiQL>,
);
