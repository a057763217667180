// @vitest-environment jsdom
import { afterEach, expect, test } from 'vitest';
import { Paragraphs } from '../../../components/shared/paragraphs.tsx';
import { mount, unmountAll } from './mount.tsx';

afterEach(unmountAll);

test.each([
  'Thank you.',
  'Guten Tag Frau Weber,\n\nvielen Dank.\nBis bald',
  '佐藤様\n\n\nお問い合わせ\n\n',
  '[Was] fehlt\n\nbis [Datum]. [offen\nzu] und ]',
  '',
])('the text stays whole: %j', (text) => {
  const shadow = mount(
    <p>
      <Paragraphs text={text} blanks />
    </p>,
  );
  expect(shadow.querySelector('p')?.textContent).toBe(text);
});

test('what stands in brackets on one line is marked, where there are blanks', () => {
  const shadow = mount(<Paragraphs text={'Bis [Datum] um [Uhrzeit].\n\n[kein\nBlank]'} blanks />);
  expect([...shadow.querySelectorAll('.blank')].map((blank) => blank.textContent)).toEqual(['[Datum]', '[Uhrzeit]']);
  expect(mount(<Paragraphs text="[Datum]" />).querySelector('.blank')).toBeNull();
});
