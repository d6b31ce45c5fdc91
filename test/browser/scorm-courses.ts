import type { TrainingText } from '#publishing';

const DIGEST = 'c0ffee'.padEnd(64, '0');
const PUBLISHED_AT = new Date('2026-11-24T09:30:00Z');

/** The one right and the one wrong answer of their question are the second and the first. */
export const COURSES: readonly (TrainingText & { name: string })[] = [
  {
    name: 'english',
    id: 'discovery-en',
    slug: 'discovery-calls',
    locale: 'en-US',
    title: 'Discovery calls',
    digest: DIGEST,
    publishedAt: PUBLISHED_AT,
    body: `---
title: Discovery calls
---

A good call finds out *whether* there is something to sell. See [what to ask](#what-to-ask).

<script>window.hacked = true</script>

## Before the call

1. Read the account plan.
2. Look at \`crm.account.notes\` and <https://example.com/briefing>.

> Nobody buys from somebody who reads out questions.

## What to ask

| Topic  | Question                  | Minutes |
| :----- | :------------------------ | ------: |
| Pain   | What happens if you wait? |      10 |
| Budget | Who else has to agree?    |       5 |

\`\`\`sh
crm notes --account acme --since 2026-01-01
\`\`\`

- [x] Ask about the deadline
- [ ] Promise nothing

## Question: What is a discovery call for?

- [ ] To show every feature
- [x] To find out what the customer needs
`,
  },
  {
    name: 'arabic',
    id: 'discovery-ar',
    slug: 'discovery-calls',
    locale: 'ar',
    title: 'مكالمات الاستكشاف مع Acme (2026)',
    digest: DIGEST,
    publishedAt: PUBLISHED_AT,
    body: `المكالمة الجيدة تكتشف *هل* توجد حاجة حقيقية. راجع [ما الذي نسأل عنه](#ما-الذي-نسأل-عنه).

<div dir="rtl">

## قبل المكالمة

1. اقرأ خطة الحساب في Salesforce (الإصدار 3.2).
2. انظر إلى \`crm.account.notes\` ثم <https://example.com/briefing?id=7>.

> Nobody buys from somebody who reads out questions!

## ما الذي نسأل عنه

| الموضوع | السؤال | دقائق |
| :------ | :----- | ----: |
| المشكلة | ماذا يحدث إن انتظرتم؟ | 10 |
| الميزانية | من غيركم يجب أن يوافق؟ | 5 |

\`\`\`sh
crm notes --account acme --since 2026-01-01
\`\`\`

- [x] اسأل عن الموعد النهائي
- [ ] لا تعِد بشيء

</div>

## سؤال: ما الغرض من مكالمة الاستكشاف؟

- [ ] عرض جميع الميزات
- [x] معرفة ما يحتاجه العميل
`,
  },
  {
    name: 'japanese',
    id: 'discovery-ja',
    slug: 'discovery-calls',
    locale: 'ja-JP',
    title: 'ディスカバリーコール入門',
    digest: DIGEST,
    publishedAt: PUBLISHED_AT,
    body: `良い商談は、*本当に*売るべきものがあるかどうかを見極めます。[質問すること](#質問すること)も参照してください。

## 商談の前に

1. アカウントプランを読みます。
2. \`crm.account.notes\` と <https://example.com/briefing> を確認します。

> 質問を読み上げるだけの人からは、誰も買いません。

## 質問すること

| 項目 | 質問 | 分 |
| :--- | :--- | ---: |
| 課題 | このまま待つと何が起こりますか。 | 10 |
| 予算 | ほかに誰の合意が必要ですか。 | 5 |

- [x] 期限を確認する
- [ ] 何も約束しない

## 問題：ディスカバリーコールの目的は何ですか。

- [ ] すべての機能を見せること
- [x] 顧客が必要としていることを知ること
`,
  },
];

/** Asks nothing: completed by reading it, with a score for what was read. */
export const READING: TrainingText & { name: string } = {
  ...COURSES[0]!,
  name: 'reading',
  id: 'reading-en',
  body: '## One\n\nText.\n\n## Two\n\nText.\n\n## Three\n\nText.\n',
};
