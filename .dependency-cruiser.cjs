/**
 * The arrows of the house (libs/README.md draws them). A lib is entered through its `src/index.ts` only; its `testing/`
 * folder is for the tests of others. An app is entered by another app through its `src/index.ts`; tests of the whole may look inside.
 */
const ARROWS = {
  domain: [],
  contracts: ['domain'],
  platform: [],
  'event-store': ['platform'],
  documents: ['domain', 'platform'],
  identity: ['platform', 'domain'],
  engine: ['identity', 'event-store', 'domain', 'contracts', 'platform'],
  projections: ['event-store', 'domain', 'contracts', 'platform'],
  deadlines: ['engine', 'projections', 'domain', 'contracts', 'platform'],
  notices: ['engine', 'projections', 'domain', 'contracts', 'platform'],
  runtime: ['engine', 'projections', 'identity', 'event-store', 'domain', 'contracts', 'platform'],
};

const arrowRules = Object.entries(ARROWS).map(([lib, allowed]) => ({
  name: `arrows-of-${lib}`,
  comment: `${lib} may use: ${allowed.join(', ') || 'nothing of the house'}`,
  severity: 'error',
  from: { path: `^libs/${lib}/`, pathNot: '\\.spec\\.ts$' },
  to: { path: '^(libs|apps|test)/', pathNot: [lib, ...allowed].map((name) => `^libs/${name}/`) },
}));

const insideRules = Object.keys(ARROWS).map((lib) => ({
  name: `inside-of-${lib}`,
  comment: `others reach ${lib} through its index (or testing/ from tests)`,
  severity: 'error',
  from: { path: '^(libs|apps|test)/', pathNot: `^libs/${lib}/` },
  to: { path: `^libs/${lib}/`, pathNot: [`^libs/${lib}/src/index\\.ts$`, `^libs/${lib}/testing/`] },
}));

/** The apps that each app may use. The command line puts the parts of a process together; the parts do not know each other. */
const APPS = { api: [], worker: [], cli: ['api', 'worker'], console: [] };

const appRules = Object.entries(APPS).flatMap(([app, allowed]) => [
  {
    name: `apps-of-${app}`,
    comment: `${app} may use these other apps: ${allowed.join(', ') || 'none'}`,
    severity: 'error',
    from: { path: `^apps/${app}/` },
    to: { path: '^apps/', pathNot: [app, ...allowed].map((name) => `^apps/${name}/`) },
  },
  {
    name: `inside-of-app-${app}`,
    comment: `other apps reach ${app} through its index`,
    severity: 'error',
    from: { path: '^apps/', pathNot: `^apps/${app}/` },
    to: { path: `^apps/${app}/`, pathNot: `^apps/${app}/src/index\\.ts$` },
  },
]);

/** The arrows inside of the console: which folder of `src` may use which others. Of the libs it uses the domain alone. */
const CONSOLE_ARROWS = {
  words: [],
  api: ['words'],
  telling: ['api', 'words'],
  parts: ['api', 'app', 'forms', 'telling', 'words'],
  forms: ['api', 'app', 'parts', 'telling', 'words'],
  batch: ['api', 'app', 'parts', 'words'],
  people: ['api', 'app', 'forms', 'parts', 'words'],
  'task-batch': ['api', 'app', 'batch', 'forms', 'parts', 'timeline', 'words'],
  calendar: ['api', 'app', 'forms', 'parts', 'register-changes', 'words'],
  'register-changes': ['api', 'forms', 'timeline', 'words'],
  acts: ['api', 'app', 'forms', 'parts', 'telling', 'timeline', 'words'],
  timeline: ['acts', 'api', 'telling', 'words'],
  'account-news': ['api', 'app', 'telling', 'timeline', 'words'],
  'inbox-entries': ['acts', 'api', 'app', 'parts', 'telling', 'words'],
  app: ['api', 'pages', 'parts', 'words'],
  pages: [
    ...['account-news', 'acts', 'api', 'app', 'batch', 'calendar', 'forms', 'inbox-entries'],
    ...['parts', 'people', 'register-changes', 'task-batch', 'telling', 'timeline', 'words'],
  ],
};

const CONSOLE = '^apps/console/src';

const consoleRules = [
  ...Object.entries(CONSOLE_ARROWS).map(([folder, allowed]) => ({
    name: `console-arrows-of-${folder}`,
    comment: `${folder} may use: ${allowed.join(', ') || 'nothing else of the console'}`,
    severity: 'error',
    from: { path: `${CONSOLE}/${folder}/`, pathNot: '\\.spec\\.ts$' },
    to: {
      path: '^(libs|apps|test)/',
      pathNot: ['^libs/domain/', ...[folder, ...allowed].map((name) => `${CONSOLE}/${name}/`)],
    },
  })),
  {
    name: 'console-folder-without-arrows',
    comment: 'a new folder of the console says in CONSOLE_ARROWS what it may use',
    severity: 'error',
    from: { path: `${CONSOLE}/[^/]+/`, pathNot: `${CONSOLE}/(${Object.keys(CONSOLE_ARROWS).join('|')})/` },
    to: {},
  },
  {
    name: 'console-page-inside',
    comment: 'a page does not use the inside of another: what they share stands in a folder of its own',
    severity: 'error',
    from: { path: `${CONSOLE}/pages/([^/]+)/` },
    to: { path: `${CONSOLE}/pages/`, pathNot: `${CONSOLE}/pages/$1/` },
  },
  {
    name: 'console-act-inside',
    comment: 'an act knows no other act: what several share stands in acts/parts',
    severity: 'error',
    from: { path: `${CONSOLE}/acts/([^/]+)/` },
    to: { path: `${CONSOLE}/acts/[^/]+/`, pathNot: `${CONSOLE}/acts/($1|parts)/` },
  },
  {
    name: 'console-act-and-timeline',
    comment: 'the timeline gathers the sentences of all acts, so an act is handed what it has read',
    severity: 'error',
    from: { path: `${CONSOLE}/acts/[^/]+/` },
    to: { path: [`${CONSOLE}/timeline/`, `${CONSOLE}/acts/(index|offered-acts|act-sheet|use-act-sheet)\\.tsx?$`] },
  },
  {
    name: 'console-acts-by-their-list',
    comment: 'others reach an act through the list of acts, never its form, words or sentence',
    severity: 'error',
    from: { path: `${CONSOLE}/`, pathNot: `${CONSOLE}/acts/` },
    to: { path: `${CONSOLE}/acts/[^/]+/` },
  },
];

module.exports = {
  forbidden: [
    ...arrowRules,
    ...insideRules,
    ...appRules,
    ...consoleRules,
    {
      name: 'domain-knows-no-world',
      comment: 'domain imports zod and nothing else of the world',
      severity: 'error',
      from: { path: '^libs/domain/', pathNot: '\\.spec\\.ts$|/testing/' },
      to: { pathNot: ['^libs/domain/', '^node_modules/zod/'] },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-test-code-in-the-product',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: '\\.spec\\.ts$|/testing/|\\.contract\\.ts$' },
      to: { path: '/testing/|^test/|\\.spec\\.ts$|\\.contract\\.ts$' },
    },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      conditionNames: ['taizhang-source', 'import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
