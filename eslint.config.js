import js from '@eslint/js';
import boundaries from 'eslint-plugin-boundaries';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/**
 * The rooms, lowest first: what each may import, the npm packages it may use, and whether it runs in Node and may use
 * what is built into that. docs/architecture.md says why; this table is what holds.
 */
const rooms = [
  { room: 'lib', imports: [], packages: [] },
  { room: 'settings', imports: ['lib'], packages: ['valibot'] },
  { room: 'photonics', imports: ['lib'], packages: [] },
  { room: 'experiment', imports: ['lib', 'photonics'], packages: ['valibot'] },
  {
    room: 'data',
    imports: ['lib', 'experiment'],
    packages: ['fflate', 'hyparquet', 'hyparquet-compressors'],
  },
  { room: 'learning', imports: ['lib', 'photonics', 'experiment', 'data'], packages: [] },
  {
    room: 'engine',
    imports: ['lib', 'settings', 'photonics', 'experiment', 'data', 'learning', 'shaders'],
    packages: ['comlink'],
  },
  {
    room: 'bench',
    imports: ['lib', 'settings', 'photonics', 'experiment', 'data', 'learning', 'engine'],
    packages: ['@tensorflow/**', 'valibot'],
  },
  {
    room: 'library',
    imports: ['lib', 'photonics', 'experiment', 'data', 'learning'],
    packages: ['idb', 'valibot', 'fflate', 'onnx-buf', '@bufbuild/protobuf'],
  },
  {
    room: 'program',
    imports: ['lib', 'experiment', 'data', 'learning', 'library'],
    packages: ['hono', 'hono/**', 'valibot', '@valibot/to-json-schema'],
  },
  {
    room: 'headless',
    imports: [
      'lib',
      'settings',
      'photonics',
      'experiment',
      'data',
      'learning',
      'engine',
      'bench',
      'library',
      'program',
    ],
    packages: [
      'webgpu',
      'commander',
      'cli-progress',
      'fflate',
      'valibot',
      '@hono/node-server',
      'hono',
      'jose',
      'prom-client',
    ],
    isNode: true,
  },
  {
    room: 'cloud',
    imports: ['lib', 'experiment', 'data', 'library'],
    packages: ['firebase/**', 'valibot', 'idb'],
  },
  {
    room: 'studio',
    imports: [
      'lib',
      'settings',
      'photonics',
      'experiment',
      'data',
      'learning',
      'library',
      'program',
      'cloud',
    ],
    packages: ['**'],
  },
];

const nodeRooms = rooms.filter(({ isNode }) => isNode === true).map(({ room }) => room);

/** The engine's files that the studio may import: the client and the types of what it says. */
const engineDoor = 'src/engine/{client,protocol,backend,study}.ts';
/** What the studio's entry may open instead of the studio. */
const benchDoor = 'src/bench/page.ts';
const tests = ['**/*.{test,testing,fixture}.ts', '**/*.test.tsx', '**/fixtures/**'];

const layers = rooms.flatMap(({ room, imports, packages }, level) => [
  { from: { element: { type: room } }, allow: { to: { element: { types: { anyOf: [room, ...imports] } } } } },
  { from: { element: { type: room } }, allow: { to: { module: { origin: 'external', source: packages } } } },
  {
    // Tests compare with more of the house, still only downward.
    from: { element: { type: room }, file: { categories: 'test' } },
    allow: {
      to: { element: { types: { anyOf: [...rooms.slice(0, level).map((lower) => lower.room), 'shaders'] } } },
    },
  },
]);

/** Constructs that are banned everywhere, by their syntax. */
const everywhere = [
  { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
  { selector: 'ExportAllDeclaration', message: 'No barrels: import from the file that defines the thing.' },
];
const noDefault = { selector: 'ExportDefaultDeclaration', message: 'Use a named export.' };
const onlyInWebGpu = [
  { selector: 'Identifier[name=/^GPU[A-Z]?/]', message: 'The device is known only in src/engine/webgpu.' },
  {
    selector: "MemberExpression[property.name='gpu']",
    message: 'The device is known only in src/engine/webgpu.',
  },
];
/**
 * What people read stands in src/studio/words: no text between tags, none in an attribute that is shown or read
 * out, and none in the parts of a message. A text may be one by itself or in a template, a choice or a sum; what a
 * function is given is that function's matter.
 */
const within = [
  '',
  'TemplateLiteral > ',
  'ConditionalExpression > ',
  'LogicalExpression > ',
  'BinaryExpression > ',
];
const text = (pattern) => `:matches(Literal[value=${pattern}], TemplateElement[value.raw=${pattern}])`;
const word = '/\\p{L}/u';
/** Unlike the identifiers that stand in the same places. */
const phrase = '/\\p{Lu}|\\p{L}\\s/u';
const shown =
  'aria-label|aria-description|aria-roledescription|aria-valuetext|label|title|placeholder|description|alt|summary|hint|note|remark';
const literalText = [
  `JSXText[value=${word}]`,
  ...within.flatMap((path) => [
    `:matches(JSXElement, JSXFragment) > JSXExpressionContainer > ${path}${text(word)}`,
    `JSXAttribute[name.name=/^(${shown})$/] > JSXExpressionContainer > ${path}${text(word)}`,
    `JSXAttribute[name.name=/^(name|part)$/] > JSXExpressionContainer > ${path}${text(phrase)}`,
    `Property[key.name=/^(message|fix|title|label|description|note|hint|name|placeholder)$/] > ${path}${text(phrase)}`,
  ]),
  `JSXAttribute[name.name=/^(${shown})$/] > ${text(word)}`,
  `JSXAttribute[name.name=/^(name|part)$/] > ${text(phrase)}`,
  `CallExpression[callee.name='notify'] > ${text(phrase)}`,
].map((selector) => ({ selector, message: 'Words live in src/studio/words.' }));
const impure = [
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Use the seeded generator in src/lib/rng.ts: a run must repeat bit for bit.',
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'Take the time as an argument: below the studio a result must not depend on the clock.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Take the time as an argument: below the studio a result must not depend on the clock.',
  },
];
const pageGlobals = ['localStorage', 'sessionStorage', 'location', 'window', 'document'].map((name) => ({
  name,
  message: 'Below the studio there is no page.',
}));

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'dist-headless/',
      'coverage/',
      'test-results/',
      'playwright-report/',
      'bench-results/',
      'reports/',
      '.cache/',
      'src/engine/wasm/assembly/',
      'src/engine/wasm/build/',
    ],
  },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-for-in-array': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/no-unnecessary-type-assertion': 'error',
      '@typescript-eslint/no-unsafe-argument': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-call': 'error',
      '@typescript-eslint/no-unsafe-member-access': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
      '@typescript-eslint/only-throw-error': ['error', { allowRethrowing: true, allowThrowingUnknown: true }],
      '@typescript-eslint/prefer-promise-reject-errors': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    rules: {
      eqeqeq: 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      'max-lines': ['error', 400],
      'no-warning-comments': 'error',
      'no-restricted-syntax': ['error', ...everywhere, noDefault],
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-nocheck': true, 'ts-expect-error': true, 'ts-check': true },
      ],
      // Typed arrays in the numeric loops: every index is known to be in range, and noUncheckedIndexedAccess
      // would make each access a branch.
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
  {
    files: ['*.config.{ts,js}'],
    rules: { 'no-restricted-syntax': ['error', ...everywhere] },
  },
  {
    files: ['{scripts,cloud}/**/*.mjs', 'eslint.config.js'],
    // tsc checks these (checkJs) and knows Node's globals.
    rules: { 'no-undef': 'off' },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { boundaries },
    settings: {
      'import/resolver': { [`${import.meta.dirname}/scripts/lint-resolver.mjs`]: {} },
      'boundaries/elements': [
        ...rooms.map(({ room }) => ({ type: room, pattern: `src/${room}` })),
        { type: 'shaders', pattern: 'shaders' },
      ],
      'boundaries/files': [
        { category: 'test', pattern: tests },
        { category: 'engine-door', pattern: engineDoor },
        { category: 'bench-door', pattern: benchDoor },
      ],
    },
    rules: {
      'boundaries/no-unknown-files': 'error',
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          checkAllOrigins: true,
          checkUnknownLocals: true,
          message:
            '{{from.element.type}} may not import {{dependency.source}}: see the table in eslint.config.js.',
          policies: [
            ...layers,
            {
              from: { element: { type: 'studio' } },
              allow: { to: { element: { type: 'engine' }, file: { categories: 'engine-door' } } },
            },
            {
              from: { element: { type: 'program' } },
              allow: { to: { element: { type: 'engine' }, file: { categories: 'engine-door' } } },
            },
            {
              from: { element: { type: 'studio' } },
              allow: { to: { element: { type: 'bench' }, file: { categories: 'bench-door' } } },
            },
            {
              from: { file: { categories: 'test' } },
              allow: {
                to: {
                  module: {
                    origin: 'external',
                    source: [
                      'vitest',
                      'vitest/**',
                      'fast-check',
                      'onnxruntime-web',
                      '@seriousme/openapi-schema-validator',
                    ],
                  },
                },
              },
            },
            { from: { file: { categories: 'test' } }, allow: { to: { module: { origin: 'core' } } } },
            ...nodeRooms.map((type) => ({
              from: { element: { type } },
              allow: { to: { module: { origin: 'core' } } },
            })),
          ],
        },
      ],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    ignores: [
      'src/studio/**',
      'src/library/**',
      'src/cloud/**',
      'src/bench/page.ts',
      'src/engine/webgpu/**',
      ...nodeRooms.map((room) => `src/${room}/**`),
      ...tests,
    ],
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, noDefault, ...impure, ...onlyInWebGpu],
      'no-restricted-globals': ['error', ...pageGlobals],
    },
  },
  {
    files: ['src/engine/webgpu/**/*.ts'],
    ignores: tests,
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, noDefault, ...impure],
      'no-restricted-globals': ['error', ...pageGlobals],
    },
  },
  {
    files: nodeRooms.map((room) => `src/${room}/**/*.ts`),
    ignores: tests,
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, noDefault, ...onlyInWebGpu],
      'no-restricted-globals': ['error', ...pageGlobals],
    },
  },
  {
    files: ['src/{studio,library,cloud}/**/*.{ts,tsx}'],
    ignores: tests,
    rules: { 'no-restricted-syntax': ['error', ...everywhere, noDefault, ...onlyInWebGpu] },
  },
  {
    files: ['src/studio/**/*.{ts,tsx}'],
    ignores: [...tests, 'src/studio/words/**'],
    rules: {
      'no-restricted-syntax': ['error', ...everywhere, noDefault, ...onlyInWebGpu, ...literalText],
    },
  },
  {
    files: ['e2e/**/*.ts'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            { group: ['**/src/**'], allowTypeImports: true, message: 'Journeys know the page only.' },
          ],
        },
      ],
    },
  },
  {
    files: ['src/studio/**/*.{ts,tsx}'],
    extends: [hooks.configs.flat.recommended],
    // It warns of what React's compiler would skip; the build does without that compiler.
    rules: { 'react-hooks/incompatible-library': 'off' },
  },
);
