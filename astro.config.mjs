import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import react from '@astrojs/react';
import sitemap from '@astrojs/sitemap';
import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkMath from 'remark-math';
import { editions } from './src/editions/integration.ts';
import { contentSecurityPolicy } from './src/lib/content-security-policy.mjs';
import { restFonts } from './src/lib/fonts/postcss-rest-fonts.ts';
import { stillFonts } from './src/lib/fonts/postcss-still-fonts.mjs';
import { writeCoreFonts } from './src/lib/fonts/write-core-fonts.ts';
import { hostFiles } from './src/lib/host-files.mjs';
import { islandIds } from './src/lib/island-ids.mjs';
import { offlineFiles } from './src/lib/offline-files.mjs';
import {
  COMMENTS_ORIGIN,
  commentsOf,
  repositoryOf,
} from './src/lib/owner-settings.ts';
import { withoutHas } from './src/lib/postcss-without-has.mjs';
import { rehypeBaseLinks } from './src/lib/rehype-base-links.mjs';
import { rehypeCode } from './src/lib/rehype-code.ts';
import { glossaryTerms, rehypeTerms } from './src/lib/rehype-terms.mjs';
import { remarkHeadingId } from './src/lib/remark-heading-id.mjs';
import { remarkMathStyles } from './src/lib/remark-math-styles.mjs';
import { isListed } from './src/lib/sitemap-pages.ts';
import { stylesInHead } from './src/lib/styles-in-head.mjs';
import { cardIds } from './src/lib/vite-card-ids.mjs';
import { inlineBundle } from './src/lib/vite-inline-bundle.mjs';
import { labSources } from './src/lib/vite-lab-sources.mjs';
import { pyodideFiles } from './src/lib/vite-pyodide.mjs';
import { shakeSandpack } from './src/lib/vite-shake-sandpack.mjs';
import { recordShippedFiles } from './src/lib/vite-shipped-files.mjs';
import { trimSucrase } from './src/lib/vite-trim-sucrase.mjs';

/** Where the site will live: `BASE_PATH=/guide SITE_URL=https://example.org`. */
const base = process.env.BASE_PATH ?? '/';
const site = process.env.SITE_URL;
const hasRepository = repositoryOf(process.env) !== undefined;
const hasComments = commentsOf(process.env) !== undefined;

export default defineConfig({
  base,
  ...(site ? { site } : {}),
  trailingSlash: 'ignore',
  // The default, 'jsx', joins inline elements: wrong between English words.
  compressHTML: true,
  devToolbar: { enabled: false },
  markdown: {
    syntaxHighlight: false,
    processor: unified({
      smartypants: false,
      remarkPlugins: [
        remarkCjkFriendly,
        remarkMath,
        remarkMathStyles,
        remarkHeadingId,
      ],
      rehypePlugins: [
        rehypeKatex,
        // After it: a formula on its own line is fenced as code is.
        rehypeCode,
        [rehypeTerms, { terms: glossaryTerms() }],
        [rehypeBaseLinks, { base }],
      ],
    }),
  },
  integrations: [
    writeCoreFonts(),
    // Without a site there is no sitemap; Starlight's own has every page.
    ...(site
      ? [
          sitemap({
            filter: (address) => isListed(address, base),
            i18n: {
              defaultLocale: 'root',
              locales: { root: 'zh-CN', en: 'en' },
            },
          }),
        ]
      : []),
    starlight({
      title: {
        'zh-CN': '可运行的 AI 基础设施面试指南',
        en: 'The Runnable AI-Infrastructure Interview Guide',
      },
      defaultLocale: 'root',
      locales: {
        root: { label: '简体中文', lang: 'zh-CN' },
        en: { label: 'English', lang: 'en' },
      },
      sidebar: [
        { slug: 'introduction' },
        {
          label: '概念题',
          translations: { en: 'Concepts' },
          items: [
            'concepts/model-deployment',
            'concepts/edge-inference',
            'concepts/knowledge-distillation',
            'concepts/federated-learning',
          ],
        },
        {
          label: '编程题',
          translations: { en: 'Coding' },
          items: [
            'coding/neural-network',
            'coding/k-means',
            'coding/decision-tree',
          ],
        },
        { slug: 'errata' },
        { slug: 'summary' },
        {
          label: '学习',
          translations: { en: 'Study' },
          items: ['interview', 'review', 'progress', 'glossary', 'references'],
        },
        {
          label: '接口',
          translations: { en: 'API' },
          collapsed: true,
          items: [
            'api',
            'api/k-means',
            'api/decision-tree',
            'api/neural-network',
            'api/serving',
            'api/models',
            'api/basics',
          ],
        },
      ],
      components: {
        Footer: './src/components/site/Footer.astro',
        Head: './src/components/site/Head.astro',
        Hero: './src/components/home/Hero.astro',
        MobileMenuToggle: './src/components/site/MobileMenuToggle.astro',
        PageTitle: './src/components/site/PageTitle.astro',
        Search: './src/components/search/SiteSearch.astro',
        SiteTitle: './src/components/site/SiteTitle.astro',
      },
      customCss: ['./src/styles/index.css'],
      tableOfContents: { minHeadingLevel: 2, maxHeadingLevel: 3 },
      credits: false,
      // Code has a look of its own: src/lib/code-markup.ts.
      expressiveCode: false,
      // The guide has a search of its own: src/lib/search.
      pagefind: false,
      lastUpdated: false,
    }),
    mdx(),
    react(),
    stylesInHead(),
    islandIds(),
    contentSecurityPolicy(hasComments ? { comments: COMMENTS_ORIGIN } : {}),
    editions({ base, site }),
    hostFiles({ base }),
    offlineFiles(),
  ],
  vite: {
    define: {
      // `npm run book` writes it after the build.
      HAS_BOOK: String(process.env.WITH_BOOK === '1'),
      HAS_COMMENTS: String(hasComments),
      HAS_REPOSITORY: String(hasRepository),
    },
    resolve: {
      alias: {
        '@stitches/core': new URL(
          './src/lib/sandpack-styles.ts',
          import.meta.url,
        ).pathname,
        // As Starlight's own components import it.
        '../components-internals/TableOfContents/starlight-toc': new URL(
          './src/components/site/table-of-contents.ts',
          import.meta.url,
        ).pathname,
        ...Object.fromEntries(
          [
            '@codemirror/lang-css',
            '@codemirror/lang-html',
            '@codesandbox/nodebox',
            '@react-hook/intersection-observer',
            'anser',
            'escape-carriage',
            'lz-string',
            'mime-db',
            'react-devtools-inline',
            'static-browser-server',
          ].map((name) => [
            name,
            new URL('./src/lib/sandpack-unused.ts', import.meta.url).pathname,
          ]),
        ),
      },
    },
    build: {
      // A font within a style sheet holds up the first paint of all pages.
      assetsInlineLimit: (file) =>
        file.endsWith('.woff2') ? false : undefined,
      rolldownOptions: {
        // Every MDX page carries an Astro directive that Rolldown warns of.
        checks: { moduleLevelDirective: false },
      },
    },
    css: { postcss: { plugins: [restFonts, stillFonts, withoutHas] } },
    worker: { plugins: () => [recordShippedFiles()] },
    plugins: [
      inlineBundle(),
      pyodideFiles(),
      shakeSandpack(),
      trimSucrase(),
      recordShippedFiles(),
      cardIds('src/content/cards.yaml'),
      labSources({
        algorithms: 'packages/algorithms/src',
        python: 'packages/python',
      }),
    ],
  },
});
