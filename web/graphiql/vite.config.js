import { defineConfig } from 'vite';

// The page is served at /graphiql and its files below /graphiql/assets/, possibly behind a proxy that adds a prefix:
// so the page names them relative to itself, and scripts and style sheets relative to where they were loaded from.
const mount = 'graphiql/';

export default defineConfig({
  base: './',
  publicDir: false,
  worker: { format: 'es' },
  experimental: {
    renderBuiltUrl: (name, { hostType }) => (hostType === 'html' ? mount + name : { relative: true }),
  },
  build: {
    outDir: 'build',
    // Workers and fonts stay files: the content security policy knows no inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    license: { fileName: 'licenses.md' },
    chunkSizeWarningLimit: 5000,
    rolldownOptions: {
      // Many libraries say 'use client', which means something to servers that render React, and nothing here.
      checks: { moduleLevelDirective: false },
    },
  },
});
