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
    /** Ids of references that support the answer. */
    sources: z.array(z.string()).default([]),
    /** Lab of the page that shows it. */
    lab: z.string().optional(),
    /** The section itself derives it. */
    derived: z.literal(true).optional(),
    order: z.number(),
  })
  .strict()
  .refine(
    ({ sources, lab, derived }) =>
      sources.length > 0 || lab !== undefined || derived,
    'A card needs `sources`, a `lab` or `derived: true`.',
  );

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

/** Borrowed from a card, or written for the question. */
const followUp = z.union([
  z.object({ card: z.string() }).strict(),
  z
    .object({
      page: z.string().optional(),
      heading: z.string(),
      zh: sides,
      en: sides,
    })
    .strict(),
]);

const followUps = z.array(followUp).min(1).max(2);

const interview = z
  .object({
    id: z.string(),
    page: z.string(),
    level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
    minutes: z.number().int().min(2).max(40),
    /** A coding round in the exercise of this lab. */
    lab: z.string().optional(),
    zh: z.string().min(1),
    en: z.string().min(1),
    points: z
      .array(
        z
          .object({
            /** The page of the question, unless it is another one. */
            page: z.string().optional(),
            heading: z.string(),
            zh: z.string().min(1),
            en: z.string().min(1),
          })
          .strict(),
      )
      .min(3)
      .max(6),
    followUps: z
      .object({ weak: followUps, fair: followUps, strong: followUps })
      .strict(),
    order: z.number(),
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

/** A collection forgets the order of its file; what is in it keeps its place. */
function inOrder(text: string): Record<string, unknown>[] {
  const items: Record<string, unknown>[] = parse(text);
  return items.map((item, order) => ({ ...item, order }));
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
  /** Questions of the mock interview. */
  interview: defineCollection({
    loader: file('src/content/interview.yaml', { parser: inOrder }),
    schema: interview,
  }),
  references: defineCollection({
    loader: file('src/content/references.yaml'),
    schema: reference,
  }),
};
