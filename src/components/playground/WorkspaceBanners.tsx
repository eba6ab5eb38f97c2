import { Suspense } from 'react';
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
  // With its differences, or not yet: the buttons must not move under a click.
  const loading = <p className="pg-notice">{text.loading}</p>;
  return (
    <>
      {link.problem !== null && (
        <Banner
          title={problems[link.problem]}
          actions={[{ label: text.close, onClick: link.discard }]}
        />
      )}
      {link.code !== null && (
        <Suspense fallback={loading}>
          <Banner
            title={text.linkTitle}
            actions={[
              { label: text.linkRun, onClick: onAccept, isMain: true },
              { label: text.linkDiscard, onClick: link.discard },
            ]}
          >
            {workspace.hasEdits(link.code.edition) && (
              <p>{text.linkReplaces}</p>
            )}
            <FilesDiff
              text={text}
              locale={locale}
              changes={changesBetween(link.originals, {
                ...link.originals,
                ...link.code.files,
              })}
              beforeLabel={text.labelOriginal}
              afterLabel={text.labelLink}
            />
          </Banner>
        </Suspense>
      )}
      {conflict !== null && (
        <Suspense fallback={loading}>
          <Banner
            title={text.conflictTitle}
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
          >
            <FilesDiff
              text={text}
              locale={locale}
              changes={conflict}
              beforeLabel={text.labelThere}
              afterLabel={text.labelHere}
            />
          </Banner>
        </Suspense>
      )}
      {staleEdits.length > 0 && (
        <Suspense fallback={loading}>
          <Banner
            title={text.staleTitle}
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
          >
            <FilesDiff
              text={text}
              locale={locale}
              changes={staleEdits.map(({ path, code, original }) => ({
                path,
                before: original,
                after: code,
              }))}
              beforeLabel={text.labelOriginal}
              afterLabel={text.labelMine}
            />
          </Banner>
        </Suspense>
      )}
      {trouble !== null && (
        <p className="pg-notice" role="status">
          {troubles[trouble]}
        </p>
      )}
    </>
  );
}
