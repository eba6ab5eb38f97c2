import { type LabId, loadLab } from '@runnable-guide/labs/catalog';
import type { Lab } from '@runnable-guide/labs/lab';
import { type ReactNode, useEffect, useState } from 'react';
import { dictionaryOf, fill } from '~/i18n/dictionary';
import type { Locale } from '~/i18n/locales';
import { Bench } from './Bench';

export interface LiveProps {
  lab: LabId;
  title: string;
  locale: Locale;
  sandboxUrl: string;
  /** What the reader asked for before this was loaded. */
  firstAction: 'run' | 'tests';
  /** Shown until the lab's sources are here. */
  placeholder: ReactNode;
}

export default function Live(props: LiveProps) {
  const { lab: id, title, locale, placeholder } = props;
  const text = dictionaryOf(locale);
  const [lab, setLab] = useState<Lab | null>(null);
  useEffect(() => {
    void loadLab(id).then(setLab);
  }, [id]);
  if (lab !== null) {
    return <Bench {...props} id={id} lab={lab} />;
  }
  return (
    <section
      className="playground not-content"
      data-lab={id}
      data-state="loading"
      aria-label={fill(text.playground, { title })}
    >
      {placeholder}
    </section>
  );
}
