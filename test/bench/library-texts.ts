import type { InlineText } from '#localization';
import { randomOf } from './memory-texts.js';

/** Words of a language, and how they make a sentence. */
interface Language {
  locale: string;
  words: string[];
  between: string;
  end: string;
}

const LANGUAGES: Language[] = [
  {
    locale: 'en-US',
    words:
      'a launch tier says how loud the release is and who has to be ready on day one before customers ask for pricing their account team knows which objection comes first because every field guide names it with an example from last quarter'.split(
        ' ',
      ),
    between: ' ',
    end: '.',
  },
  {
    locale: 'de-DE',
    words:
      'eine Stufe sagt wie laut der Start wird und wer am ersten Tag bereit sein muss bevor Kunden nach Preisen fragen kennt das Team den häufigsten Einwand weil jeder Leitfaden ihn mit einem Beispiel aus dem vergangenen Quartal nennt Vertriebsunterlagen'.split(
        ' ',
      ),
    between: ' ',
    end: '.',
  },
  {
    locale: 'ja-JP',
    words:
      'この段階は 発売の規模を 示します 担当者は 初日までに 準備を 終えます お客様が 価格を 尋ねる前に 営業チームは よくある質問を 知っています 資料には 前四半期の 事例が あります'.split(
        ' ',
      ),
    between: '',
    end: '。',
  },
  {
    locale: 'ar-SA',
    words:
      'تحدد هذه الدرجة حجم الإطلاق ومن يجب أن يكون جاهزا في اليوم الأول قبل أن يسأل العملاء عن الأسعار يعرف الفريق الاعتراض الأول لأن كل دليل يذكره مع مثال من الربع الماضي'.split(
        ' ',
      ),
    between: ' ',
    end: '.',
  },
];

/** A text of a library in Markdown. */
export interface LibraryText {
  locale: string;
  body: string;
}

const PAGE = 15_000;

/**
 * Markdown as a library has it, from a seed: pages of some 15 kB in four languages by turns, of headings, paragraphs with
 * links, emphasis and code, lists, tables, quotes and blocks of code.
 */
export function libraryTexts(characters: number): LibraryText[] {
  const random = randomOf(11);
  const pages = Math.ceil(characters / PAGE);
  const length = Math.ceil(characters / pages);
  return Array.from({ length: pages }, (_, index) => {
    const language = LANGUAGES[index % LANGUAGES.length]!;
    const blocks = [`# ${wordsOf(language, random, 5)}`];
    for (let size = 0; size < length; size += blocks.at(-1)!.length + 2) {
      blocks.push(blockOf(language, random));
    }
    return { locale: language.locale, body: `${blocks.join('\n\n')}\n` };
  });
}

/** A body in English of exactly so many paragraphs. */
export function textOfUnits(units: number, seed: number): string {
  const random = randomOf(seed);
  const english = LANGUAGES[0]!;
  return Array.from({ length: units }, (_, index) =>
    index % 8 === 0 ? `## ${wordsOf(english, random, 4)}` : sentenceOf(english, random),
  ).join('\n\n');
}

/** A translation of a text: the same in capitals. */
export function inCapitals(text: InlineText): InlineText {
  return text.map((part) => (typeof part === 'string' ? part.toUpperCase() : part));
}

type Random = () => number;

function blockOf(language: Language, random: Random): string {
  const some = (most: number) => Array.from({ length: 2 + Math.floor(random() * most) });
  const phrase = () => wordsOf(language, random, 4);
  const kind = random();
  if (kind < 0.12) return `## ${phrase()}`;
  if (kind < 0.6)
    return some(3)
      .map(() => sentenceOf(language, random))
      .join(' ');
  if (kind < 0.8)
    return some(5)
      .map(() => `- ${sentenceOf(language, random)}`)
      .join('\n');
  if (kind < 0.87) {
    const rows = some(5).map(() => `| ${phrase()} | ${phrase()} | 42 % |`);
    return [`| ${phrase()} | ${phrase()} | % |`, '| --- | --- | ---: |', ...rows].join('\n');
  }
  if (kind < 0.95)
    return some(2)
      .map(() => `> ${sentenceOf(language, random)}`)
      .join('\n');
  return '```json\n{ "tier": 1, "ready": true }\n```';
}

function sentenceOf(language: Language, random: Random): string {
  const parts = Array.from({ length: 2 + Math.floor(random() * 3) }, () => {
    const words = wordsOf(language, random, 3 + Math.floor(random() * 5));
    const markup = random();
    if (markup < 0.1) return `[${words}](https://example.com/guides/${Math.floor(random() * 999)})`;
    if (markup < 0.2) return `**${words}**`;
    if (markup < 0.26) return `*${words}*`;
    return markup < 0.32 ? `${words} \`tier-${Math.floor(random() * 9)}\`` : words;
  });
  return parts.join(' ') + language.end;
}

function wordsOf({ words, between }: Language, random: Random, count: number): string {
  return Array.from({ length: count }, () => words[Math.floor(random() * words.length)]!).join(
    between,
  );
}
