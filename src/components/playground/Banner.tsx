import type { ReactNode } from 'react';

interface Props {
  title: string;
  actions: readonly { label: string; onClick: () => void; isMain?: boolean }[];
  children?: ReactNode;
}

/** A question to the reader that the playground does not decide by itself. */
export function Banner({ title, actions, children }: Props) {
  return (
    <div className="pg-banner" role="alert">
      <p className="pg-banner-title">{title}</p>
      {children}
      <p className="pg-buttons">
        {actions.map(({ label, onClick, isMain = false }) => (
          <button
            key={label}
            type="button"
            className={isMain ? 'pg-button primary' : 'pg-button'}
            onClick={onClick}
          >
            {label}
          </button>
        ))}
      </p>
    </div>
  );
}
