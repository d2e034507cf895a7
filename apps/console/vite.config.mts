import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { noChunkCircles } from './vite/no-chunk-circles.mts';
import { precompress } from './vite/precompress.mts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The api puts a fresh nonce in place of this word with every answer. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__';

const shortName = (name: string): string => name.replace(/~.*|\.\w+$/u, '');

/**
 * What nearly every page needs: the list of acts with their words and sentences, but not their forms; what tells events, but
 * not the record of one in full; the parts of pages, but not those of forms; the entries of the inbox.
 */
const COMMON = [
  /console[\\/]src[\\/]acts[\\/](?:[\w-]+[\\/](?:index|words|sentence)\.ts|[\w-]+\.tsx?)$/u,
  /console[\\/]src[\\/](?:telling|timeline(?![\\/]event-record)|inbox-entries|parts[\\/]lamp-tables)[\\/]/u,
  /console[\\/]src[\\/]parts[\\/](?!unit-picker|ledger-kind-choice)[\w-]+\.tsx?$/u,
];

export default defineConfig({
  root: here('.'),
  // Sources of the libs are bundled, not what tsc made of them.
  resolve: { conditions: ['taizhang-source', 'module', 'browser', 'import', 'default'] },
  html: { cspNonce: NONCE_PLACEHOLDER },
  build: {
    outDir: here('../../dist/console'),
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 1_200,
    // Small assets too stay files: a data: address would need a wider policy.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        // Few files: on a slow line each one is a journey of its own. What pages share is named after all of them.
        chunkFileNames: ({ name }) => `assets/${shortName(name)}-[hash].js`,
        assetFileNames: ({ names: [name = ''] }) => `assets/${shortName(name)}-[hash][extname]`,
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](?:react|react-dom|scheduler)[\\/]/u },
            { name: 'first', tags: ['$initial'] },
            // In one file, so that no circle of files runs a list before what it is made of.
            { name: 'common', test: (id) => COMMON.some((each) => each.test(id)) },
            // Not merged by size: files merged so imported each other in a circle, at 20 kB and at every other size tried.
            { name: 'shared', minShareCount: 2, entriesAware: true },
          ],
        },
      },
      // Ant Design marks its files for servers that render React; in a browser the mark means nothing.
      onwarn: (warning, warn) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : warn(warning)),
    },
  },
  plugins: [noChunkCircles(), precompress()],
  // While the console is being worked on, a running product answers.
  server: { proxy: { '/api': process.env['TAIZHANG_API'] ?? 'http://127.0.0.1:3000' } },
});
