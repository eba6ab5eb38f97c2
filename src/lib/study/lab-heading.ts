/** Id of the heading under which a page shows a lab. */
export function labHeading(body: string, lab: string): string | undefined {
  const place = body.indexOf(`<Playground lab="${lab}"`);
  return place < 0
    ? undefined
    : [...body.slice(0, place).matchAll(/\[#([\w-]+)\]/g)].at(-1)?.[1];
}
