import { createHash } from 'node:crypto';
import { escapeMarkup } from './escape-markup.ts';

export interface FeedEntry {
  id: string;
  /** Day of the change. */
  date: Date;
  title: string;
  text: string;
  /** Address of the page that it concerns; may be relative to the feed. */
  href: string;
}

export interface Feed {
  lang: string;
  title: string;
  author: string;
  /** Addresses of the feed and of the site; may be relative to the feed. */
  self: string;
  home: string;
  entries: readonly FeedEntry[];
}

/**
 * An Atom feed (RFC 4287), the newest entry first. Unlike RSS it may hold
 * relative addresses, so there is one where the host is not known at build
 * time; ids are made from the entry alone and stay when the guide moves.
 */
export function atomFeed(feed: Feed): string {
  const entries = feed.entries.toSorted(
    (a, b) => b.date.getTime() - a.date.getTime(),
  );
  const updated = entries[0]?.date ?? new Date(0);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.lang}">`,
    `<id>${uuid(`feed ${feed.lang}`)}</id>`,
    `<title>${escapeMarkup(feed.title)}</title>`,
    `<author><name>${escapeMarkup(feed.author)}</name></author>`,
    `<updated>${updated.toISOString()}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${escapeMarkup(feed.self)}"/>`,
    `<link rel="alternate" type="text/html" href="${escapeMarkup(feed.home)}"/>`,
    ...entries.map((entry) =>
      [
        '<entry>',
        `<id>${uuid(`${feed.lang} ${entry.id}`)}</id>`,
        `<title>${escapeMarkup(entry.title)}</title>`,
        `<updated>${entry.date.toISOString()}</updated>`,
        `<link rel="alternate" type="text/html" href="${escapeMarkup(entry.href)}"/>`,
        `<content type="text">${escapeMarkup(entry.text)}</content>`,
        '</entry>',
      ].join('\n'),
    ),
    '</feed>\n',
  ].join('\n');
}

/** A UUID of version 8 (RFC 9562), which leaves the bits to us. */
function uuid(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
