/** A sentence with `code` in it. A name stays in one piece. */
export function Prose({ text }: { text: string }) {
  return text.split('`').map((piece, index) =>
    index % 2 === 0 ? (
      piece
    ) : (
      <code
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other identity
        key={index}
        className={/^[\w.-]{1,24}$/.test(piece) ? 'pg-name' : undefined}
        translate="no"
      >
        {piece}
      </code>
    ),
  );
}
