import { expect, test } from 'vitest';
import { parseModelSettings } from '../../../lib/affect/model-settings.ts';
import { settings } from './fake-runtime.ts';

test('settings are read as they are', () => {
  expect(parseModelSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
});

test('what is not known is left alone, so that a newer model may say more', () => {
  expect(parseModelSettings({ ...settings, trainedOn: 'much' })).toEqual(settings);
});

test.each([
  ['another format', { ...settings, format: 2 }, 'format'],
  ['a feeling we do not have', { ...settings, outputs: { ...settings.outputs, emotion: ['rage'] } }, 'outputs.emotion'],
  ['no ids', { ...settings, ids: undefined }, 'ids'],
  ['a temperature of nothing', { ...settings, temperatures: { emotion: 0 } }, 'temperatures.emotion'],
  ['windows that never move on', { ...settings, overlap: settings.window }, 'overlap'],
  ['half a file', null, 'attune.json'],
])('%s is refused by name', (_, data, named) => {
  expect(() => parseModelSettings(data)).toThrow(named);
});
