import { Suspense, useState } from 'react';
import type { FigureDataProps } from './FigureData';
import { later } from './later';

const FigureData = later<FigureDataProps>(() => import('./FigureData'));

/** What is behind a figure: loaded when the reader opens it. */
export function FigureExports(props: FigureDataProps) {
  const { text } = props;
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details
      className="pg-data"
      onToggle={(event) => setIsOpen(event.currentTarget.open)}
    >
      <summary>{text.dataTable}</summary>
      {isOpen && (
        <Suspense fallback={<p className="pg-empty">{text.loading}</p>}>
          <FigureData {...props} />
        </Suspense>
      )}
    </details>
  );
}
