/** Files: packs that came from elsewhere, with what is wrong in them, and packs on their way out. */
import { type DragEvent, useId, useRef, useState } from 'react';
import { toPack } from '../../lib/pack/edit.ts';
import { useStrings } from '../shared/strings.tsx';
import { useActions, useOptions, usePage } from './context.tsx';
import { download, packText } from './download.ts';
import { ProblemLine, Select } from './fields.tsx';
import { packView } from './pack-view.ts';
import { localesOf, type TeamFile } from './store.ts';

export function FilesPage() {
  const t = useStrings();
  const files = useOptions((state) => state.files);
  return (
    <section aria-labelledby="files-title" className="page">
      <h2 id="files-title">{t('options.files')}</h2>
      <p className="help">{t('options.filesHelp')}</p>
      <Import />
      {files.length === 0 ? (
        <p className="quiet">{t('options.noFiles')}</p>
      ) : (
        <ul className="rows">
          {files.map((file) => (
            <FileRow key={file.id} file={file} />
          ))}
        </ul>
      )}
      <Export />
    </section>
  );
}

function Import() {
  const t = useStrings();
  const { importFile } = useActions();
  const [over, setOver] = useState(false);
  const take = async (list: FileList | null) => {
    // A copy: the browser empties the list when the field is made ready for the next choice.
    for (const file of [...(list ?? [])]) await importFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first
    <div
      className="drop"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <FileButton label={t('options.import')} multiple onFiles={take} />
      <span className="quiet">{t('options.dropHere')}</span>
    </div>
  );
}

function FileButton({
  label,
  description,
  multiple = false,
  onFiles,
}: {
  label: string;
  description?: string;
  multiple?: boolean;
  onFiles: (files: FileList | null) => void;
}) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="plain" aria-label={description} onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple={multiple}
        accept=".json,application/json"
        aria-label={description ?? label}
        onChange={(event) => {
          onFiles(event.target.files);
          // The same file, mended, must be a change again.
          event.target.value = '';
        }}
      />
    </>
  );
}

const longestList = 20;

function FileRow({ file }: { file: TeamFile }) {
  const t = useStrings();
  const actions = useActions();
  const problems = useId();
  const [all, setAll] = useState(false);
  const broken = file.problems.length > 0;
  const listed = all ? file.problems : file.problems.slice(0, longestList);
  return (
    <li className="row file" data-broken={broken || undefined}>
      <div className="row-line">
        <b dir="auto">{file.name}</b>
        {file.pack && (
          <span className="quiet">
            {file.pack.profile?.name ?? ''} <code dir="ltr">{file.pack.locale}</code>
          </span>
        )}
        <label className="check">
          <input
            type="checkbox"
            checked={file.on}
            disabled={broken}
            aria-describedby={broken ? problems : undefined}
            onChange={(event) => actions.switchFile(file.id, event.target.checked)}
          />{' '}
          {t('options.fileOn')}
        </label>
      </div>
      {broken && (
        <div id={problems}>
          <p className="broken">{t('options.fileBroken', String(file.problems.length))}</p>
          <ul className="problems" aria-label={t('options.problems')}>
            {listed.map((problem, index) => (
              <li key={index}>
                <ProblemLine {...problem} />
              </li>
            ))}
          </ul>
          {listed.length < file.problems.length && (
            <button type="button" className="link" onClick={() => setAll(true)}>
              {t('options.showAll', String(file.problems.length))}
            </button>
          )}
        </div>
      )}
      <div className="buttons">
        <FileButton
          label={t('options.replaceFile')}
          description={`${t('options.replaceFile')}: ${file.name}`}
          onFiles={(list) => list?.[0] && actions.importFile(list[0], file.id)}
        />
        {file.pack && !broken && (
          <button
            type="button"
            className="plain"
            aria-label={`${t('options.takeOver')}: ${file.name}`}
            onClick={() => actions.takeOver(file.id)}
          >
            {t('options.takeOver')}
          </button>
        )}
        <button
          type="button"
          className="plain"
          aria-label={`${t('options.exportFile')}: ${file.name}`}
          onClick={() => download(file.name, file.text)}
        >
          {t('options.exportFile')}
        </button>
        <button
          type="button"
          className="plain"
          aria-label={`${t('options.removeFile')}: ${file.name}`}
          onClick={() => actions.removeFile(file.id)}
        >
          {t('options.removeFile')}
        </button>
      </div>
    </li>
  );
}

function Export() {
  const t = useStrings();
  const { store } = usePage();
  const shipped = useOptions((state) => state.shipped);
  const files = useOptions((state) => state.files);
  const draft = useOptions((state) => state.draft);
  const current = useOptions((state) => state.locale);
  const [locale, setLocale] = useState(current);
  const own = draft[locale];
  const full = () => {
    const { catalogue } = store.getState();
    return toPack(packView(locale, catalogue, shipped, files, draft).current);
  };
  return (
    <section aria-labelledby="export-title">
      <h3 id="export-title">{t('options.export')}</h3>
      <p className="help">{t('options.exportHelp')}</p>
      <div className="card">
        <Select
          label={t('options.exportLocale')}
          value={locale}
          onChange={setLocale}
          options={localesOf({ shipped, files, draft }).map((one) => ({
            value: one,
            label: `${shipped.get(one)?.profile?.name ?? one} (${one})`,
          }))}
        />
        <div className="buttons">
          <button
            type="button"
            className="plain"
            disabled={!own}
            onClick={() => own && download(`${locale}-own.json`, packText(own))}
          >
            {t('options.exportOwn')}
          </button>
          <button type="button" className="plain" onClick={() => download(`${locale}.json`, packText(full()))}>
            {t('options.exportFull')}
          </button>
        </div>
        {!own && <p className="help">{t('options.noOwnEdits')}</p>}
      </div>
    </section>
  );
}
