import { describe, expect, test } from 'vitest';
import { fileAddress, hubBase, keyOf, originsFor, parsePlace } from '../../../lib/affect/hub/place.ts';

describe('what a lead types', () => {
  test.each([
    ['Xenova/distilbert-base-multilingual-cased-sentiments-student', '', hubBase],
    [' https://huggingface.co/Xenova/bert/ ', '', hubBase],
    ['a/b', 'https://models.example.com/hub/', 'https://models.example.com/hub'],
  ])('%s at “%s” is a place', (model, base, expected) => {
    const place = parsePlace(model, base, false);
    expect(place).toMatchObject({ base: expected });
    expect(parsePlace((place as { model: string }).model, base, false)).toEqual(place);
  });
  test.each(['', 'bert', 'a/b/c', '../b', 'a/..', 'a/b?x', 'a b/c', 'a/b--c', 'a/b#c', '/b', `a/${'b'.repeat(120)}`])(
    '“%s” is no model',
    (model) => {
      expect(parsePlace(model, '', false)).toBe('badModel');
    },
  );
  test.each([
    'models.example.com',
    'http://models.example.com',
    'ftp://a.example',
    'https://user:word@a.example',
    'https://a.example?q',
    'https://a.example#h',
    'javascript:alert(1)',
    'file:///etc',
  ])('“%s” is no mirror', (base) => {
    expect(parsePlace('a/b', base, true)).toBe('badBase');
  });
  test('http is for this machine, and only where that is allowed', () => {
    expect(parsePlace('a/b', 'http://127.0.0.1:8080', true)).toEqual({ model: 'a/b', base: 'http://127.0.0.1:8080' });
    expect(parsePlace('a/b', 'http://127.0.0.1:8080', false)).toBe('badBase');
    expect(parsePlace('a/b', 'http://127.0.0.1.example', true)).toBe('badBase');
  });
});

test('the hub’s permission covers the hosts it sends files from, a mirror’s only the mirror', () => {
  expect(originsFor({ model: 'a/b', base: hubBase })).toEqual(['https://*.huggingface.co/*', 'https://*.hf.co/*']);
  expect(originsFor({ model: 'a/b', base: 'https://m.example:8443/x' })).toEqual(['https://m.example/*']);
});

test('addresses are those of the hub, and a name of another place is another', async () => {
  const place = { model: 'a/b', base: 'https://m.example/x' };
  expect(fileAddress(place, 'main', 'onnx/model.onnx')).toBe('https://m.example/x/a/b/resolve/main/onnx/model.onnx');
  expect(await keyOf(place)).toMatch(/^[0-9a-f]{20}$/);
  expect(await keyOf(place)).not.toBe(await keyOf({ ...place, base: hubBase }));
});
