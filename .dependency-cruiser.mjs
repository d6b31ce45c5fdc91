/** The directions of the house, each with its reason. `npm run check:boundaries` enforces them. */
const pure = '(^|/)node_modules/(xstate|canonicalize|ajv)/|^(node:)?crypto$';

/** A lib that may import only what `allowed` matches. */
function libMayImportOnly(lib, allowed, comment) {
  return {
    name: `${lib}-imports-only-its-own`,
    comment,
    severity: 'error',
    from: { path: `^libs/${lib}/`, pathNot: '\\.(spec|fixture)\\.ts$' },
    to: { pathNot: `^libs/${lib}/|${allowed}` },
  };
}

export default {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Files that need each other are one file, or hide a third.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-unresolvable',
      comment: 'An import that nothing answers.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    libMayImportOnly(
      'domain',
      pure,
      'The rules are pure: no database, no clock, no network, only XState, canonical JSON, JSON Schema and node:crypto.',
    ),
    libMayImportOnly(
      'localization',
      '^libs/domain/src/index\\.ts$|^(node:)?crypto$|(^|/)node_modules/(@lezer/(markdown|common)|htmlparser2|saxes|diff|fastest-levenshtein)/',
      'Localization is pure and usable on its own: parsers, differences and distances; of ours it may know the types of domain.',
    ),
    libMayImportOnly(
      'webhooks',
      '^libs/domain/src/index\\.ts$|^node:|^(crypto|net|dns|tls)$|(^|/)node_modules/undici/',
      'Webhooks are usable on their own: Node and undici; of ours they may know the types of domain.',
    ),
    libMayImportOnly(
      'attachments',
      '^node:|^(buffer|crypto|fs|fs/promises|http|https|os|path|stream|stream/web|timers/promises)$|(^|/)node_modules/(aws4fetch|file-type)/',
      'Attachments are usable on their own: Node, signed requests and magic numbers.',
    ),
    libMayImportOnly(
      'publishing',
      '^(node:)?crypto$|(^|/)node_modules/(markdown-it|sanitize-html|fflate)/',
      'Publishing is pure and usable on its own: a body in, HTML or a package out; of ours it knows nothing.',
    ),
    libMayImportOnly(
      'telemetry',
      '^(node:)?(async_hooks|crypto|http)$|(^|/)node_modules/(@opentelemetry/|prom-client/)',
      'Telemetry is usable on its own: figures and traces of a process; of ours it knows nothing.',
    ),
    libMayImportOnly(
      'client',
      '(^|/)node_modules/openapi-fetch/',
      'The client is usable on its own, wherever there is fetch: of ours it knows the document, which is written for it.',
    ),
    {
      name: 'engine-stands-on-domain',
      comment:
        'The engine knows domain and localization, never webhooks, attachments, telemetry or an app.',
      severity: 'error',
      from: { path: '^libs/engine/' },
      to: { path: '^(apps|migrations|test|libs/webhooks|libs/attachments|libs/telemetry)/' },
    },
    {
      name: 'libs-never-import-apps',
      comment: 'Arrows never point up.',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'libs-by-their-front-door',
      comment:
        'Another lib is reached through its index.ts, so its inside can change; tests may borrow its fixtures.',
      severity: 'error',
      from: { path: '^(?:libs/([^/]+)|apps|migrations|test)/' },
      to: { path: '^libs/([^/]+)/src/(?!index\\.ts$)', pathNot: '^libs/$1/|\\.fixture\\.ts$' },
    },
    {
      name: 'apps-stand-alone',
      comment: 'An app never imports another; only standalone puts them together.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: '^apps/standalone/' },
      to: { path: '^apps/', pathNot: '^apps/$1/' },
    },
    {
      name: 'api-knows-no-queue',
      comment: "The API writes rows; what follows from them is the worker's.",
      severity: 'error',
      from: { path: '^apps/api/' },
      to: { path: '(^|/)node_modules/(bullmq|@nestjs/bullmq|ioredis)/' },
    },
    {
      name: 'cli-knows-no-tables',
      comment: 'The command line talks HTTP and files, so it works against any Baton.',
      severity: 'error',
      from: { path: '^apps/cli/' },
      to: { path: '^(libs/engine|migrations)/|(^|/)node_modules/(pg|typeorm|@nestjs)/' },
    },
    {
      name: 'production-knows-no-test',
      comment: 'What ships never imports what tests it.',
      severity: 'error',
      from: { path: '^(apps|libs|migrations)/', pathNot: '\\.(e2e-spec|spec|fixture)\\.ts$' },
      to: { path: '^test/|\\.(spec|fixture)\\.ts$', dependencyTypesNot: ['npm'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['baton-source', 'import', 'node', 'types', 'default'],
      extensions: ['.ts', '.mts', '.js', '.mjs', '.json'],
    },
  },
};
