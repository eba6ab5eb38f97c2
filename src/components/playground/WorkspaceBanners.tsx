import { type ComponentProps, Suspense } from 'react';
import type { Dictionary } from '~/i18n/dictionary';
import type { Locale } from '~/i18n/locales';
import { Banner } from './Banner';
import { FilesDiff } from './FilesDiff';
import { changesBetween } from './file-changes';
import type { SharedLink } from './use-shared-link';
import type { Workspace } from './use-workspace';

interface Props {
  text: Dictionary;
  locale: Locale;
  workspace: Workspace;
  link: SharedLink;
  /** Runs the code of the link. */
  onAccept: () => void;
}

/** Everything about the reader's files that the reader has to decide. */
export function WorkspaceBanners(props: Props) {
  const { text, locale, workspace, link, onAccept } = props;
  const { trouble, conflict, staleEdits } = workspace;
  const troubles = {
    blocked: text.storageBlocked,
    full: text.storageFull,
    corrupt: text.storageCorrupt,
  };
  const problems = {
    damaged: text.linkDamaged,
    version: text.linkVersion,
    oversized: text.linkOversized,
    foreign: text.linkForeign,
  };
  return (
    <>
      {link.problem !== null && (
        <Banner
          title={problems[link.problem]}
          actions={[{ label: text.close, onClick: link.discard }]}
        />
      )}
      {link.code !== null && (
        <DiffBanner
          text={text}
          locale={locale}
          title={text.linkTitle}
          note={
            workspace.hasEdits(link.code.edition)
              ? text.linkReplaces
              : undefined
          }
          changes={changesBetween(link.originals, {
            ...link.originals,
            ...link.code.files,
          })}
          beforeLabel={text.labelOriginal}
          afterLabel={text.labelLink}
          actions={[
            { label: text.linkRun, onClick: onAccept, isMain: true },
            { label: text.linkDiscard, onClick: link.discard },
          ]}
        />
      )}
      {conflict !== null && (
        <DiffBanner
          text={text}
          locale={locale}
          title={text.conflictTitle}
          changes={conflict}
          beforeLabel={text.labelThere}
          afterLabel={text.labelHere}
          actions={[
            {
              label: text.conflictMine,
              onClick: () => workspace.settleConflict('mine'),
            },
            {
              label: text.conflictTheirs,
              onClick: () => workspace.settleConflict('theirs'),
            },
          ]}
        />
      )}
      {staleEdits.length > 0 && (
        <DiffBanner
          text={text}
          locale={locale}
          title={text.staleTitle}
          changes={staleEdits}
          beforeLabel={text.labelOriginal}
          afterLabel={text.labelMine}
          actions={[
            {
              label: text.staleMine,
              onClick: () => workspace.settleStale('mine'),
            },
            {
              label: text.staleOriginal,
              onClick: () => workspace.settleStale('original'),
            },
          ]}
        />
      )}
      {trouble !== null && (
        <p className="pg-notice" role="status">
          {troubles[trouble]}
        </p>
      )}
    </>
  );
}

type DiffProps = ComponentProps<typeof FilesDiff> &
  Pick<ComponentProps<typeof Banner>, 'title' | 'actions'> & {
    note?: string | undefined;
  };

/** With its differences, or not yet: the buttons must not move under a click. */
function DiffBanner({ title, actions, note, ...diff }: DiffProps) {
  return (
    <Suspense fallback={<p className="pg-notice">{diff.text.loading}</p>}>
      <Banner title={title} actions={actions}>
        {note !== undefined && <p>{note}</p>}
        <FilesDiff {...diff} />
      </Banner>
    </Suspense>
  );
}
