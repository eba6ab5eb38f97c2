/** The package has no types; what is used of it. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    text: string,
    options: {
      targetFormat: 'woff2';
      variationAxes?: Record<string, number>;
      noLayoutClosure?: boolean;
    },
  ): Promise<Buffer>;
}
