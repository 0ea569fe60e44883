/** The order in which contexts may know of each other, the most basic first. `care` is in none of these lists. */
const order = ['organisation', 'identity', 'people', 'scheduling', 'attendance'];
/** Contexts that live on events and are called by nobody. */
const listeners = ['points', 'notifications', 'insights'];

const wiring = '^functions/(contexts|api|reactions|tasks|wiring|declared-routes)\\.ts$';
const tests = '(\\.test|\\.samples)\\.ts$|^functions/test/|/test-[a-z]+\\.ts$';
const oneOf = (names) => `(${names.join('|')})`;

const rules = [
  {
    name: 'shared-stands-alone',
    comment: 'shared may reach the browser: it imports only itself and packages, and nothing of Node.',
    from: { path: '^shared/', pathNot: '\\.test\\.ts$' },
    to: { path: ['^(functions|web|infra|bench)/', '^node:'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no-node-in-shared',
    from: { path: '^shared/', pathNot: '\\.test\\.ts$' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'functions-know-no-machine',
    comment: 'Nothing in functions asks where it runs: of infra it may read types only, and tests may start an engine.',
    from: { path: '^functions/', pathNot: tests },
    to: { path: '^(infra|web|bench)/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'site-takes-types-only',
    comment: 'The site talks to the API over HTTP; of functions it imports types only.',
    from: { path: '^web/src/' },
    to: { path: '^(functions|infra|bench)/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'only-the-index-of-a-context',
    comment: 'Another context is what its index.ts says; its tables and services are its own.',
    from: { path: '^functions/([^/]+)/', pathNot: tests },
    to: {
      path: `^functions/${oneOf([...order, ...listeners, 'care'])}/`,
      pathNot: ['^functions/$1/', '/(index|declared-routes)\\.ts$'],
    },
  },
  ...order.map((context, position) => ({
    name: `${context}-looks-down-only`,
    from: { path: `^functions/${context}/`, pathNot: tests },
    to: { path: `^functions/${oneOf([...order.slice(position + 1), ...listeners, 'none'])}/` },
  })),
  {
    name: 'platform-is-below-all-contexts',
    from: { path: '^functions/platform/', pathNot: tests },
    to: { path: `^functions/${oneOf([...order, ...listeners, 'care'])}/` },
  },
  {
    name: 'nobody-calls-a-listener',
    comment: 'points, notifications and insights live on events.',
    from: { path: '^functions/', pathNot: [wiring, tests, `^functions/${oneOf(listeners)}/`] },
    to: { path: `^functions/${oneOf(listeners)}/` },
  },
  {
    name: 'care-is-apart',
    comment: 'Nothing imports care but its own entry point, its own pages and the machine that starts it.',
    from: {
      path: '.',
      pathNot: [
        '^(functions|shared)/care/',
        '^functions/entrypoints/care-[a-z-]+\\.ts$',
        // Makes docs/openapi.json when the project is built, and is part of no Lambda.
        '^functions/api-document/write\\.ts$',
        '^web/src/routes/\\((care|asking)\\)/',
        '^infra/local/care',
        '^bench/',
      ],
    },
    to: { path: '^(functions|shared)/care/' },
  },
  {
    name: 'care-knows-almost-nothing',
    comment: 'Care uses the platform, and of shared its own folder, the kernel and who people are to the system.',
    from: { path: '^functions/care/', pathNot: tests },
    to: { path: `^functions/${oneOf([...order, ...listeners])}/`, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'no-cycles',
    // A branch of a tree shows the branches below it: a component that holds itself is recursion.
    from: { path: '^(shared|functions|infra|web/src)', pathNot: '/TreeBranch\\.svelte$' },
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
];

export default {
  forbidden: rules.map((rule) => ({ severity: 'error', ...rule })),
  options: {
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(node_modules|dist|build|\\.svelte-kit|cdk\\.out|paraglide)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'svelte'] },
  },
};
