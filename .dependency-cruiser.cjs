// Who may import whom, and why: docs/decisions/0009-who-may-import-whom.md. Run by `npm run check`; the test
// tests/integration/boundaries.test.ts plants forbidden imports and expects each rule to object.
// Files that are read while running are no imports: `files-are-read-below` keeps `fs` where content/ may be read.

const product = "^(app|components|lib)/|^(proxy|instrumentation)[.]ts$";
const io = "^lib/.+/(queries|commands|actions|jobs)[.]ts$";
const below = "^lib/platform/db[.]ts$|^lib/.+/(queries|commands)[.]ts$";
const core = "(platform|time|i18n)";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-cycles",
      comment: "What goes round in circles cannot be understood on its own.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-unresolvable",
      comment: "An import that cannot be followed escapes every other rule.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "[.](css|woff2)$|^next/root-params$" },
    },
    {
      name: "ui-knows-no-domain",
      comment: "Primitives know no domain, no data and no natural language.",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: "^(lib|app|messages|components/(?!ui/))|node_modules/next-intl/" },
    },
    {
      name: "components-show",
      comment: "Components get what they show; of a domain they know types, schemas, rules and actions.",
      severity: "error",
      from: { path: "^components/", pathNot: "^components/guide/" },
      to: {
        path: "^lib/",
        pathNot: "^lib/(i18n|time)/|^lib/.+/(types|schema|rules|actions)[.]ts$",
      },
    },
    {
      name: "guide-components-read-guides-only",
      comment:
        "Texts name facts, terms and documents by id, so their components look them up, and nothing else.",
      severity: "error",
      from: { path: "^components/guide/" },
      to: {
        path: "^lib/",
        pathNot:
          "^lib/(i18n|time)/|^lib/.+/(types|schema|rules)[.]ts$|^lib/guides/.*queries[.]ts$|^lib/guides/mdx/links[.]ts$",
      },
    },
    {
      name: "nothing-imports-pages",
      comment: "app → components → lib, never back.",
      severity: "error",
      from: { path: product, pathNot: "^app/" },
      // The server's start hands the busiest call to the HTTP server.
      to: { path: "^app/", pathNot: "^app/api/front\\.ts$" },
    },
    {
      name: "lib-imports-no-components",
      comment: "app → components → lib, never back.",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^components/" },
    },
    {
      name: "pages-do-not-write",
      comment: "Pages read with queries and hand actions to forms; only route handlers may call commands.",
      severity: "error",
      from: { path: "^app/.+/(page|layout|error|not-found|loading|template|default)[.]tsx$|^app/(?!api/)" },
      to: { path: "^lib/.+/(commands|jobs)[.]ts$|^lib/platform/(db|crypto|auth)[.]ts$" },
    },
    {
      name: "core-knows-no-domain",
      comment: "platform, time and i18n know no domain.",
      severity: "error",
      from: { path: `^lib/${core}/` },
      to: { path: "^lib/", pathNot: `^lib/${core}/` },
    },
    {
      name: "rules-are-pure",
      comment: "A rule is a pure function: no I/O, no framework, no clock.",
      severity: "error",
      from: { path: "^lib/.+/rules[.]ts$" },
      to: {
        path: `${io}|^lib/platform/|^lib/time/(clock|build)[.]ts$|^(node:)?(fs|http|https|http2|net|dns|tls|child_process|process|timers|worker_threads)(/|$)|node_modules/(next|next-intl|react|react-dom|pg|@prisma|server-only|nodemailer|pino|better-auth)/`,
      },
    },
    {
      name: "schemas-do-no-io",
      comment: "Types and schemas are shared with the browser.",
      severity: "error",
      from: { path: "^lib/.+/(types|schema)[.]ts$" },
      to: { path: `${io}|^lib/platform/|^(node:)?[a-z_]+$`, dependencyTypesNot: ["type-only"] },
    },
    {
      name: "rules-of-other-domains",
      comment:
        "A rule knows its own types and those of the office; another domain's rules are for queries and commands.",
      severity: "error",
      from: { path: "^lib/([^/]+)/.*rules[.]ts$" },
      to: { path: "^lib/", pathNot: "^lib/($1|time|i18n)/|^lib/offices/types[.]ts$" },
    },
    {
      name: "queries-do-not-write",
      comment: "A read changes nothing.",
      severity: "error",
      from: { path: "^lib/.+/queries[.]ts$" },
      to: { path: "^lib/.+/(commands|actions|jobs)[.]ts$" },
    },
    {
      name: "actions-and-jobs-call-commands",
      comment: "An action or a job maps between the outside and one command; the database is the command's.",
      severity: "error",
      from: { path: "^lib/.+/(actions|jobs)[.]ts$" },
      to: { path: "^lib/platform/db[.]ts$" },
    },
    {
      name: "prisma-stays-below",
      comment: "Prisma and its driver stay in platform/db, queries and commands.",
      severity: "error",
      from: { path: product, pathNot: below },
      to: { path: "node_modules/(@prisma|prisma|pg)/" },
    },
    {
      name: "generated-client-stays-below",
      comment:
        "The generated client and its types stay in platform/db, queries and commands; for scripts, too.",
      severity: "error",
      from: { pathNot: `^lib/platform/generated/|${below}` },
      to: { path: "^lib/platform/generated/" },
    },
    {
      name: "database-stays-below",
      comment: "Queries, commands, the clock and the readiness check talk to the database; nobody else.",
      severity: "error",
      from: {
        path: product,
        pathNot: "^lib/platform/|^lib/.+/(queries|commands)[.]ts$|^lib/time/clock[.]ts$|^app/api/health/",
      },
      to: { path: "^lib/platform/db[.]ts$" },
    },
    {
      name: "files-are-read-below",
      comment:
        "Only the content domains read content/ and pages to fill in; the mailbox of the demonstration and the proxy read their own files.",
      severity: "error",
      from: {
        path: "^(app|components|lib)/|^instrumentation[.]ts$",
        pathNot:
          "^lib/(checks|guides|offices|search)/|^lib/notifications/mailbox[.]ts$|^lib/platform/shells[.]ts$",
      },
      to: { path: "^(node:)?fs(/promises)?$" },
    },
    {
      name: "messages-belong-to-i18n",
      comment: "Text reaches the pages through lib/i18n only.",
      severity: "error",
      from: { pathNot: "^lib/i18n/" },
      to: { path: "^messages/" },
    },
    {
      name: "no-tests-in-the-product",
      comment: "Nothing that runs leans on what only tests need.",
      severity: "error",
      from: { path: product },
      to: { path: "^(tests|scripts|prisma)/" },
    },
  ],
  options: {
    exclude: { path: "[.]test[.]tsx?$|^[.]next/" },
    doNotFollow: { path: "node_modules|^lib/platform/generated" },
    // Types count as well: whoever names a type of Prisma knows Prisma.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".d.ts"],
    },
  },
};
