import { useState } from 'react';
import { setPhrase } from '../../lib/pack/edit.ts';
import { type Move, moves } from '../../lib/pack/moves.ts';
import type { OwnEdits } from '../../lib/team-data.ts';
import { useDisclosure } from '../shared/disclosure.ts';
import { Icon } from '../shared/icons.tsx';
import { nameOf, useStrings } from '../shared/strings.tsx';
import { useActions, useEdit, useOptions, useView } from './context.tsx';
import { Select, TextField } from './fields.tsx';

/** An id from a name: latin letters and digits, else a number; never one that is taken. */
export function idFor(name: string, taken: ReadonlySet<string>): string {
  const slug =
    name
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/gu, '-')
      .replace(/^-+|-+$/gu, '')
      .slice(0, 40) || 'phrase';
  for (let n = 1; ; n++) {
    const id = `own.${slug}${n > 1 ? `-${n}` : ''}`;
    if (!taken.has(id)) return id;
  }
}

/** Phrases the lead added in other locales and not here yet: the same id makes one the gloss of the other. */
function elsewhere(draft: OwnEdits, taken: ReadonlySet<string>): { id: string; move: Move }[] {
  const found = new Map<string, Move>();
  for (const layer of Object.values(draft))
    for (const { id, move } of layer.phrases ?? [])
      if (id.startsWith('own.') && move && !taken.has(id)) found.set(id, move);
  return [...found].map(([id, move]) => ({ id, move }));
}

export function AddPhrase() {
  const t = useStrings();
  const view = useView();
  const edit = useEdit();
  const actions = useActions();
  const draft = useOptions((state) => state.draft);
  const form = useDisclosure();
  const [name, setName] = useState('');
  const [move, setMove] = useState<Move>('explain');
  const taken = new Set(view.shown.phrases.map((phrase) => phrase.id));
  const others = elsewhere(draft, taken);

  const add = (id: string, as: Move) => {
    edit((layer) => setPhrase(layer, undefined, id, { move: as, text: {} }));
    actions.setOpen(id, true);
    actions.requestFocus(`${id}/text`);
    setName('');
    form.setOpen(false);
  };

  return (
    <div className="add">
      <button {...form.button} className="plain">
        <Icon name="chevron" /> {t('options.addPhrase')}
      </button>
      <div {...form.content}>
        <form
          className="card grid"
          onSubmit={(event) => {
            event.preventDefault();
            add(idFor(name, taken), move);
          }}
        >
          <TextField
            label={t('options.newPhraseName')}
            help={t('options.newPhraseHelp')}
            value={name}
            onChange={setName}
            maxLength={80}
          />
          <Select
            label={t('options.newPhraseMove')}
            value={move}
            onChange={(value) => setMove(value as Move)}
            options={moves.map((one) => ({ value: one, label: nameOf(t, 'move', one) }))}
          />
          <button type="submit" className="plain primary">
            {t('options.add')}
          </button>
          {others.length > 0 && (
            <div>
              <p className="help">{t('options.sameAs')}</p>
              <div className="buttons">
                {others.map(({ id, move: as }) => (
                  <button key={id} type="button" className="plain" onClick={() => add(id, as)}>
                    <code dir="ltr">{id}</code>
                  </button>
                ))}
              </div>
            </div>
          )}
        </form>
      </div>
    </div>
  );
}
