import { defineCollection } from 'astro:content';
import { docsLoader, i18nLoader } from '@astrojs/starlight/loaders';
import { docsSchema, i18nSchema } from '@astrojs/starlight/schema';
import { file } from 'astro/loaders';
import { z } from 'astro/zod';
import { parse } from 'yaml';

const page = z.object({
  /** Ids of content/references.yaml, in order of first citation. */
  references: z.array(z.string()).default([]),
  /** Day on which the facts of the page were last checked. */
  verified: z.date(),
  /** English pages: hash of the Chinese source they were written from. */
  sourceHash: z.string().optional(),
});

const question = page.extend({
  topic: z.string(),
  difficulty: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  tags: z.array(z.string()).min(1),
});

const kinds = z.discriminatedUnion('kind', [
  page.extend({ kind: z.literal('guide') }).strict(),
  // Pages to use rather than to read.
  page.extend({ kind: z.literal('tool') }).strict(),
  question
    .extend({ kind: z.literal('concept'), lab: z.string().optional() })
    .strict(),
  question.extend({ kind: z.literal('coding'), lab: z.string() }).strict(),
]);

const reference = z
  .object({
    title: z.string(),
    authors: z.string(),
    year: z.number().int(),
    venue: z.string().optional(),
    url: z.url(),
    arxiv: z
      .string()
      .regex(/^\d{4}\.\d{4,5}$/)
      .optional(),
    date: z.coerce.string().optional(),
    note: z.string().optional(),
    /** When and how title and address were verified. */
    checked: z.date(),
    evidence: z.string(),
  })
  .strict();

const sides = z
  .object({ question: z.string().min(1), answer: z.string().min(1) })
  .strict();

const card = z
  .object({
    id: z.string(),
    page: z.string(),
    /** Id of the heading that explains it. */
    heading: z.string(),
    zh: sides,
    en: sides,
    sources: z.array(z.string()).default([]),
    order: z.number(),
  })
  .strict();

const termSide = z
  .object({
    name: z.string().min(1),
    aliases: z.array(z.string()).default([]),
    /** Of the pronunciation, where a dictionary would guess another. */
    initial: z
      .string()
      .regex(/^[A-Z]$/)
      .optional(),
    text: z.string().min(1).max(300),
  })
  .strict();

const term = z
  .object({
    id: z.string().regex(/^[a-z0-9-]+$/),
    /** Page and heading that treat it: `concepts/edge-inference#roofline`. */
    at: z.string().regex(/^[a-z-]+(\/[a-z-]+)*#[a-z0-9-]+$/),
    /** Pages on which its names mean this; without the list, all. */
    only: z.array(z.string()).optional(),
    /** Abbreviations of both languages. */
    short: z.array(z.string()).default([]),
    /** Id of the reference for its number or claim. */
    source: z.string().optional(),
    zh: termSide,
    en: termSide,
  })
  .strict();

const change = z
  .object({
    id: z.string(),
    date: z.date(),
    /** Slugs of the pages that it concerns; the first is what the feed opens. */
    pages: z.array(z.string()).min(1),
    zh: z.object({ title: z.string(), text: z.string() }).strict(),
    en: z.object({ title: z.string(), text: z.string() }).strict(),
  })
  .strict();

/** A collection forgets the order of its file; the cards are shown in it. */
function inOrder(text: string): Record<string, unknown>[] {
  const cards: Record<string, unknown>[] = parse(text);
  return cards.map((card, order) => ({ ...card, order }));
}

export const collections = {
  cards: defineCollection({
    loader: file('src/content/cards.yaml', { parser: inOrder }),
    schema: card,
  }),
  /** What the feeds tell. */
  changes: defineCollection({
    loader: file('src/content/changes.yaml'),
    schema: change,
  }),
  docs: defineCollection({
    loader: docsLoader(),
    schema: docsSchema({ extend: kinds }),
  }),
  glossary: defineCollection({
    loader: file('src/content/glossary.yaml'),
    schema: term,
  }),
  /** Texts of Starlight that it has in English only. */
  i18n: defineCollection({ loader: i18nLoader(), schema: i18nSchema() }),
  references: defineCollection({
    loader: file('src/content/references.yaml'),
    schema: reference,
  }),
};
