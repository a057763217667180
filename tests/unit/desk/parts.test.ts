// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { globCapture, globMatches } from '../../../lib/desk/glob.ts';
import { stripInvisible } from '../../../lib/desk/invisible.ts';
import { readText, shorten } from '../../../lib/desk/text.ts';
import { parse } from './pages.ts';

describe('globs', () => {
  test.each([
    ['*.zendesk.com', 'acme.zendesk.com', 'acme'],
    ['*.zendesk.com', 'zendesk.com', null],
    ['*.zendesk.com', 'acme.zendesk.com.evil.test', null],
    ['/tickets/*', '/tickets/42', '42'],
    ['/tickets/*', '/tickets/42/edit', null],
    ['/tickets/**', '/tickets/42/edit', '42/edit'],
    ['/a/*/c/*', '/a/b/c/d', 'b'],
    ['**/Ticket/Display.html', '/rt/Ticket/Display.html', '/rt'],
    ['#ticket/zoom/*', '#ticket/zoom/9', '9'],
    ['*', '', ''],
    ['/a.c', '/abc', null],
  ])('%s on %s', (pattern, text, captured) => {
    expect(globCapture(pattern, text)).toBe(captured);
  });

  test('take no longer for a hostile pair', () => {
    const start = performance.now();
    expect(globMatches('*a*a*a*a*a*a*a*ab', 'a'.repeat(2_000))).toBe(false);
    expect(performance.now() - start).toBeLessThan(100);
  });

  test('a text matches itself', () => {
    fc.assert(
      fc.property(
        fc.string().map((s) => s.replaceAll('*', '')),
        (s) => globCapture(s, s) === '',
      ),
    );
  });
});

describe('invisible characters', () => {
  test('are dropped where they hide or steer', () => {
    expect(stripInvisible('re\u200Bfu\u200Dnd \u202Eevil\u202C \u2066x\u2069\uFEFF\u00AD\u0000')).toBe('refund evil x');
  });

  test('stay where they are spelling', () => {
    expect(stripInvisible('می\u200Cخواهم 👩\u200D👧 क्\u200Dष')).toBe('می\u200Cخواهم 👩\u200D👧 क्\u200Dष');
  });
});

describe('text', () => {
  const text = (html: string, without: string[] = []) => readText(parse(`<div>${html}</div>`).body, { without });

  test.each([
    ['<p>One</p><p>Two<br>lines</p>', 'One\n\nTwo\nlines'],
    ['<div>One</div><div><br></div><div>Two</div>', 'One\n\nTwo'],
    ['One<br>\n<br>\nTwo', 'One\n\nTwo'],
    ['<div>One<br></div><div>Two</div>', 'One\nTwo'],
    ['<p>a  b\n c</p>', 'a b c'],
    ['<pre>a\nb</pre>', 'a\nb'],
    ['<ul><li>a</li><li>b</li></ul>', 'a\nb'],
    ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
    ['<p>Hi <b>you</b>, <i>there</i>.</p>', 'Hi you, there.'],
    ['<p>see</p><button>More</button><span role="button">x</span><script>alert(1)</script><style>p{}</style>', 'see'],
    ['fine<span hidden>no</span><span style="display:none">no</span>', 'fine'],
    ['great <img alt="😊"> <img alt="Logo of the company">', 'great 😊'],
  ])('%s', (html, expected) => {
    expect(text(html)).toBe(expected);
  });

  test('leaves out what it is told to', () => {
    expect(
      text('Now<blockquote>Before</blockquote><div class="signature">--</div>', ['blockquote', '.signature']),
    ).toBe('Now');
  });

  test('keeps beginning and end of a long one', () => {
    const short = shorten(`begin${'x'.repeat(50_000)}end`, 1_000);
    expect(short.length).toBeLessThanOrEqual(1_000);
    expect(short.startsWith('begin') && short.endsWith('end')).toBe(true);
    expect(shorten('😀'.repeat(1_000), 100).isWellFormed()).toBe(true);
  });
});
