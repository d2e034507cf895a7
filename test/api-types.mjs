// Writes the console's view of the API from the API's own document: `npm run api-types`. With `--check` nothing is
// written and the exit code tells whether the file is what the code yields. Needs neither a database nor a network.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import openapiTypescript, { astToString } from 'openapi-typescript';
import prettier from 'prettier';
import ts from 'typescript';

const require = createRequire(import.meta.url);
require('./harness/typescript-hook.cjs');
const { buildApiDocument } = require('../apps/api/src/openapi/build-api-document.ts');

const file = fileURLToPath(new URL('../apps/console/src/api/schema.d.ts', import.meta.url));

/** A file is sent and received as one. */
const BLOB = ts.factory.createTypeReferenceNode('Blob');

const nodes = await openapiTypescript(await buildApiDocument(), {
  // What may be left out of a request because it has a default may be left out by the client too.
  defaultNonNullable: false,
  transform: ({ format }) => (format === 'binary' ? BLOB : undefined),
});
const head = '// Written by `npm run api-types` from the API itself; not edited by hand.\n';
const options = { ...(await prettier.resolveConfig(file)), filepath: file };
const wanted = await prettier.format(head + astToString(nodes), options);

if (!process.argv.includes('--check')) writeFileSync(file, wanted);
else if (readFileSync(file, 'utf8') !== wanted) {
  process.stderr.write('apps/console/src/api/schema.d.ts 与接口不一致，请执行 npm run api-types 后一并提交。\n');
  process.exitCode = 1;
}
